import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Lead } from "./lead.js";
import type { Rep } from "./rep.js";
import type { Standing } from "./standing.js";

/**
 * The rep may have the lead. Of all who may, only those of the least `rank` stay candidates; 0 is best.
 *
 * @since 0.1.0
 */
export interface Pass {
  readonly passes: true;
  readonly rank: number;
}

/**
 * The rep may not have the lead, and why: the reason in a word or two, and the values compared.
 *
 * @since 0.1.0
 */
export interface Exclusion {
  readonly passes: false;
  readonly reason: string;
  /** What the rep has. */
  readonly has?: Json;
  /** What was asked for. */
  readonly wants?: Json;
}

/**
 * What a filter is asked.
 *
 * @since 0.1.0
 */
export interface FilterQuestion {
  readonly lead: Lead;
  readonly rep: Rep;
  readonly standing: Standing;
  readonly nowMs: EpochMs;
}

/**
 * The first stage: may this rep have this lead, at this moment; if not, why?
 *
 * A pure function of the question. Ranks settle preferences without losing anybody: when every filter has
 * been asked about every rep, each filter in written order keeps only the reps of its least rank.
 *
 * @example
 * ```ts
 * const vip: Filter = {
 *   name: "vip",
 *   test: ({ lead, rep }) =>
 *     (lead.value ?? 0) < 10_000 || rep.tier === 1
 *       ? { passes: true, rank: 0 }
 *       : { passes: false, reason: "not tier 1", has: rep.tier ?? null, wants: 1 },
 * };
 * const asked = { lead: { id: "l1", receivedAtMs: 0, value: 50_000 }, nowMs: 0, standing: { openLeads: 0, openOffers: 0, credit: 0 } };
 * [vip.test({ ...asked, rep: { id: "ann", tier: 1 } }).passes, vip.test({ ...asked, rep: { id: "bob" } }).passes]; // => [true, false]
 * ```
 *
 * @since 0.1.0
 */
export interface Filter {
  /** Stands in `leftOut` and in refusals. */
  readonly name: string;
  /** The options that shaped the filter; part of the strategy's fingerprint. */
  readonly literals?: Json;
  readonly test: (question: FilterQuestion) => Pass | Exclusion;
}
