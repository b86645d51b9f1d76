import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";
import { entryOf, sortedById } from "./perRep.js";
import { takesPart } from "./takesPart.js";

/**
 * How long one rep waited for its first lead.
 *
 * @since 0.1.0
 */
export interface RepFirstLead {
  readonly repId: RepId;
  /** Whether it has none yet; the two numbers below then say how long it has waited so far. */
  readonly isWaiting: boolean;
  /** Leads that it was a candidate for and did not get, before its first one. */
  readonly missed: number;
  /**
   * Milliseconds from the first lead that it was a candidate for to its first lead, or, while it waits, to the
   * latest one that it missed. `null` where one of the two leads has no `atMs`.
   */
  readonly waitedMs: number | null;
}

/**
 * How long everybody waited for a first lead.
 *
 * @since 0.1.0
 */
export interface FirstLeads {
  /** Everybody who was a candidate for a lead that somebody got, or who got one; sorted by the code units of the ids. */
  readonly reps: readonly RepFirstLead[];
  /** Reps who have none yet. */
  readonly waiting: number;
  /** The most leads that anybody missed before its first. `null`: no lead was given to anybody. */
  readonly mostMissed: number | null;
  /** The longest wait of anybody. `null` where no wait is known. */
  readonly longestWaitMs: number | null;
}

interface Wait {
  isWaiting: boolean;
  missed: number;
  readonly fromMs: EpochMs | undefined;
  toMs: EpochMs | undefined;
}

const largest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((most, value) => Math.max(most, value), 0);

/** A clock that was set back is no wait of less than nothing. */
const waitedMs = ({ fromMs, toMs }: Wait): number | null => {
  const passedMs = fromMs === undefined || toMs === undefined ? Number.NaN : toMs - fromMs;
  return Number.isFinite(passedMs) ? Math.max(0, passedMs) : null;
};

const repFirstLeadOf = (repId: RepId, wait: Wait): RepFirstLead => ({
  repId,
  isWaiting: wait.isWaiting,
  missed: wait.missed,
  waitedMs: waitedMs(wait),
});

/**
 * Measures how long everybody waited for a first lead, in leads and in milliseconds.
 *
 * A wait begins with the first lead that a rep is a candidate for and ends with the first that it gets; whoever
 * gets one before it was a candidate for any waited 0. A lead that nobody got begins and lengthens no wait.
 *
 * @remarks
 * - **Units:** leads that the rep was a candidate for, which is what a rotation promises something about, and
 *   milliseconds, which is what the rep feels. Times are those of the leads, which come in their order.
 * - **State:** four numbers for each rep.
 * - **Errors:** none.
 * - **Cost:** O(candidates) for each lead; a result sorts the reps.
 *
 * For the waits after the first lead see `longestDrought` of {@link fairnessOf}.
 *
 * @example
 * ```ts
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const run = [
 *   { candidates: both, repId: "ann", atMs: 0 },
 *   { candidates: both, repId: "ann", atMs: 60_000 },
 *   { candidates: both, repId: "bob", atMs: 90_000 },
 * ];
 * measure(run, { first: firstLead() }).first.reps[1];
 * // => { repId: "bob", isWaiting: false, missed: 2, waitedMs: 90000 }
 * ```
 *
 * @since 0.1.0
 */
export const firstLead = (): Measure<MeasuredLead, FirstLeads> => ({
  open: () => {
    const waits = new Map<RepId, Wait>();
    return {
      add: ({ candidates, repId, atMs }) => {
        if (repId === undefined) return;
        const begun = (): Wait => ({ isWaiting: true, missed: 0, fromMs: atMs, toMs: atMs });
        for (const candidate of candidates) {
          if (!takesPart(candidate) || candidate.id === repId) continue;
          const wait = entryOf(waits, candidate.id, begun);
          if (!wait.isWaiting) continue;
          wait.missed += 1;
          wait.toMs = atMs;
        }
        const taker = entryOf(waits, repId, begun);
        if (taker.isWaiting) taker.toMs = atMs;
        taker.isWaiting = false;
      },
      result: () => {
        const reps = sortedById(waits, repFirstLeadOf);
        return {
          reps,
          waiting: reps.filter(({ isWaiting }) => isWaiting).length,
          mostMissed: largest(reps.map(({ missed }) => missed)),
          longestWaitMs: largest(reps.flatMap((rep) => rep.waitedMs ?? [])),
        };
      },
    };
  },
});
