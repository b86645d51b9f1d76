import { remember } from "../internal/remember.js";
import type { EpochMs } from "../model/instant.js";
import type { Limit, Quota } from "../model/limit.js";
import type { Notes } from "../model/notes.js";
import type { Rep } from "../model/rep.js";
import { copied } from "./copied.js";
import { mostAt } from "./mostAt.js";
import { limitRules, quotaRules, type Rule } from "./rules.js";
import { type LimitScope, scopeShape } from "./scope.js";

/**
 * A window of time, and how many leads were had in it.
 *
 * @since 0.1.0
 */
export interface WindowUse {
  readonly fromMs: EpochMs;
  /** Of a rolling window, the moment that was asked about. */
  readonly toMs: EpochMs;
  /** Open offers not counted. `null`: the window is too long ago to be known. */
  readonly had: number | null;
}

/**
 * How much of a limit is used up.
 *
 * @since 0.1.0
 */
export interface LimitUse extends WindowUse {
  readonly limit: Limit;
  /** Whose leads are counted: the rep's, or those of all reps together. */
  readonly of: "rep" | "all";
  /** What the limit allows at that moment, by its ramp too. */
  readonly most: number;
  /** How many more there may be in the window. */
  readonly room: number;
}

/**
 * How much of a quota was had.
 *
 * @since 0.1.0
 */
export interface QuotaUse extends WindowUse {
  readonly quota: Quota;
  /** How many leads are still missing. */
  readonly missing: number;
}

/**
 * Where a rep stands in the windows of its limits and quotas.
 *
 * @since 0.1.0
 */
export interface Usage {
  readonly limits: readonly LimitUse[];
  readonly quotas: readonly QuotaUse[];
}

const useOf = ({ counter, of, note }: Rule<unknown>, notes: Notes, nowMs: EpochMs): WindowUse => {
  const { fromMs, toMs } = counter.windowAt(nowMs);
  const had = counter.had(of === "rep" ? notes.ofRep(note) : notes.ofAll(note), nowMs);
  return { fromMs: fromMs + 0, toMs: toMs + 0, had: had ?? null };
};

const EACH_ITS_OWN: LimitScope = {};

/** A selector asks about every candidate, so options are read once. */
const rulesBy = remember((options: LimitScope) => {
  const scope = copied("usage", scopeShape(), options);
  return { limits: limitRules(scope), quotas: quotaRules(scope) };
});

/**
 * Says how many leads a rep had in the windows of its limits and quotas that a moment lies in, how much room is left, and how many leads are missing.
 *
 * Counted is what strategies with {@link limits} and {@link quotas} gave the rep, by the options that these have: with a `name`, the limits are those that stand
 * beside it. The notes are those that a selector is given for a candidate; {@link usageByRep} has the same for a whole roster and a state.
 *
 * @remarks
 * - **Late:** in a window too long ago to be known there is no room, and nothing is missing.
 * - **Errors:** a `RangeError` for options that {@link limits} would refuse.
 * - **Cost:** O(limits and quotas) for each call.
 *
 * @example
 * ```ts
 * // Whoever is furthest below its quota comes first.
 * const missing = ({ rep }: Candidate, notes: Notes, nowMs: number) =>
 *   Math.max(0, ...usage(rep, notes, nowMs).quotas.map((quota) => quota.missing));
 * const furthestBelow: Selector = {
 *   name: "furthestBelow",
 *   order: ({ candidates, notes, nowMs }) =>
 *     [...candidates].sort((a, b) => missing(b, notes(b), nowMs) - missing(a, notes(a), nowMs) || a.place - b.place),
 *   book: () => ({ share: 1, price: 0 }),
 * };
 * const strategy = compose({ ledger: "desk", filters: [quotas()], selector: furthestBelow });
 * const roster = {
 *   reps: [{ id: "ann", quotas: [{ least: 1, per: "day" }] }, { id: "bob", quotas: [{ least: 2, per: "day" }] }],
 * } as const;
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["bob", "ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const usage = (rep: Rep, notes: Notes, nowMs: EpochMs, options: LimitScope = EACH_ITS_OWN): Usage => {
  const rules = rulesBy(options);
  return {
    limits: rules.limits(rep).map((rule): LimitUse => {
      const { limit, of } = rule;
      const use = useOf(rule, notes, nowMs);
      const { most } = mostAt(limit, rep.joinedAtMs, nowMs);
      return { limit, of, ...use, most, room: Math.max(0, most - (use.had ?? most)) };
    }),
    quotas: rules.quotas(rep).map((rule): QuotaUse => {
      const { limit: quota } = rule;
      const use = useOf(rule, notes, nowMs);
      return { quota, ...use, missing: Math.max(0, quota.least - (use.had ?? quota.least)) };
    }),
  };
};
