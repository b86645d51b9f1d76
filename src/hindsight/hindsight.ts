import { compareCodeUnits } from "../internal/codeUnits.js";
import { fairness } from "../measure/fairness.js";
import { jain } from "../measure/jain.js";
import type { Measure } from "../measure/measure.js";
import type { MeasuredLead } from "../measure/measuredLead.js";
import { takesPart } from "../measure/takesPart.js";
import type { RepId } from "../model/id.js";
import { mostEven } from "./mostEven.js";

/**
 * What one rep got, and what it would have had.
 *
 * @since 0.1.0
 */
export interface RepHindsight {
  readonly repId: RepId;
  /** Its fair share, in leads. */
  readonly share: number;
  /** Leads it got. */
  readonly leads: number;
  /** Leads that it has in the most even assignment; of several such the one that is found. */
  readonly best: number;
}

/**
 * How even a run was, beside the most even that it could have been.
 *
 * @since 0.1.0
 */
export interface Hindsight {
  /** {@link jain} of leads over fair share. `null` where nobody with a share got a lead. */
  readonly jain: number | null;
  /** The highest that any assignment within the eligible sets could have reached. `null`: nobody has a share. */
  readonly best: number | null;
  /** How much of the best was reached: `jain` over `best`. `null` where one of them is. */
  readonly ratio: number | null;
  /** Everybody with a fair share of at least a millionth of a lead, sorted by the code units of the ids. */
  readonly reps: readonly RepHindsight[];
}

/** Whoever has less would turn a single lead into a million shares. */
const LEAST_SHARE = 1e-6;

/** Leads by who could have had them; the key is the sorted ids. */
type Sets = Map<string, { readonly ids: readonly RepId[]; leads: number }>;

const count = (sets: Sets, { candidates }: MeasuredLead): void => {
  const ids = candidates.filter(takesPart).map(({ id }) => id);
  if (ids.length === 0) return;
  ids.sort(compareCodeUnits);
  const key = JSON.stringify(ids);
  const known = sets.get(key);
  if (known === undefined) sets.set(key, { ids, leads: 1 });
  else known.leads += 1;
};

/** The leads of each rep in the most even assignment, by the places of the reps. */
const bestOf = (sets: Sets, reps: readonly { readonly repId: RepId; readonly share: number }[]) => {
  const places = new Map(reps.map(({ repId }, place) => [repId, place]));
  const eligible = [...sets.values()].map(({ ids, leads }) => ({
    reps: ids.flatMap((id) => places.get(id) ?? []),
    leads,
  }));
  return reps.length === 0
    ? []
    : mostEven(
        eligible,
        reps.map(({ share }) => share),
      );
};

/**
 * Measures a run against the best that could have been done with all of its leads known beforehand: the highest
 * Jain's index of leads over fair share that any assignment within the eligible sets reaches.
 *
 * The fair shares, and who could have had which lead, are those of `fairnessOf`; leads that nobody got, or
 * that nobody was a candidate for, are in neither. Whole leads cannot be cut, so with few leads even the best is
 * below 1; the ratio leaves that out. It is above 1 only where leads went to reps who were no candidates for them.
 *
 * @remarks
 * - **Promise:** no assignment beats `best` by more than one part in 10^9, but for rounding: it is found by
 *   minimum cuts and convexity, not by search; the tests compare it with all assignments of small runs. With
 *   weights that differ a billionfold, rounding may cost more than that.
 * - **Units:** `leads` and `best` in leads, the indices from 0 to 1.
 * - **State:** a few numbers for each rep, and one for each different set of candidates.
 * - **Errors:** a `RangeError` from `result` where the different sets have more than 60,000 members in all.
 * - **Cost:** O(candidates) for each lead. A result takes some tens of largest flows, and 16 bytes for each pair
 *   among the sets and the reps: a week of 1,000 leads among 120 reps, whose filters change by the hour, takes
 *   about 50 flows and 0.3 seconds. Measure long runs by week or month.
 *
 * The flows come from the package `min-cost-flow`, which whoever uses this entry point installs.
 *
 * @example
 * ```ts
 * import { hindsight } from "fairlead/hindsight";
 *
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const run = [
 *   { candidates: both, repId: "bob" },
 *   { candidates: [{ id: "bob", weight: 1 }], repId: "bob" },
 *   { candidates: both, repId: "ann" },
 * ];
 * const { reps, ratio } = measure(run, { seen: hindsight() }).seen;
 * [reps.map(({ leads, best }) => [leads, best]), ratio]; // => [[[1, 1], [2, 2]], 1]
 * ```
 *
 * @since 0.1.0
 */
export const hindsight = (): Measure<MeasuredLead, Hindsight> => ({
  open: () => {
    const fair = fairness().open();
    const sets: Sets = new Map();
    return {
      add: (lead) => {
        fair.add(lead);
        if (lead.repId !== undefined) count(sets, lead);
      },
      result: () => {
        const reps = fair.result().reps.filter(({ share }) => share >= LEAST_SHARE);
        const counts = bestOf(sets, reps);
        const reached = jain(reps.map(({ leads, share }) => leads / share));
        const best = jain(reps.map(({ share }, i) => (counts[i] as number) / share));
        return {
          jain: reached,
          best,
          ratio: reached === null || best === null ? null : reached / best,
          reps: reps.map(({ repId, share, leads }, i) => ({
            repId,
            share,
            leads,
            best: counts[i] as number,
          })),
        };
      },
    };
  },
});
