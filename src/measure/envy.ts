import type { RepId } from "../model/id.js";
import { amount } from "./amount.js";
import { add, type CompensatedSum, nothing, totalOf } from "./compensatedSum.js";
import type { Measure } from "./measure.js";
import type { MeasuredLead } from "./measuredLead.js";
import { entryOf, sortedById } from "./perRep.js";
import { takesPart } from "./takesPart.js";

/**
 * What one rep might envy others for.
 *
 * @since 0.1.0
 */
export interface RepEnvy {
  readonly repId: RepId;
  /** The value of its own leads. */
  readonly value: number;
  /** By how much the best of the others' bundles, less what the rep could not have had, beats its own; 0: by none. */
  readonly envy: number;
  /** Whose bundle that is; of several the smaller id. `null`: nobody is envied. */
  readonly envied: RepId | null;
  /** Whether each of its envies is gone once the best lead that it could have had is taken out of that bundle. */
  readonly isEf1: boolean;
}

/**
 * Who envies whom in a run of leads, by value.
 *
 * @since 0.1.0
 */
export interface Envy {
  /** Everybody who was a candidate for a lead that somebody got, or who got one; sorted by the code units of the ids. */
  readonly reps: readonly RepEnvy[];
  /** `null`: no lead was given to anybody. */
  readonly largestEnvy: number | null;
  /** Whether the run is envy-free up to one lead. `null`: no lead was given to anybody. */
  readonly isEf1: boolean | null;
}

/** What one rep could have had of another's leads. */
interface Bundle {
  readonly value: CompensatedSum;
  best: number;
}

interface Desk {
  readonly own: CompensatedSum;
  /** By the rep that has them. */
  readonly others: Map<RepId, Bundle>;
}

const openedDesk = (): Desk => ({ own: nothing(), others: new Map() });

const openedBundle = (): Bundle => ({ value: nothing(), best: 0 });

const repEnvyOf = (repId: RepId, { own, others }: Desk): RepEnvy => {
  const value = totalOf(own);
  let envy = 0;
  let envied: RepId | null = null;
  let isEf1 = true;
  for (const [other, bundle] of others) {
    const excess = totalOf(bundle.value) - value;
    if (excess > bundle.best) isEf1 = false;
    if (excess > envy || (excess === envy && envied !== null && other < envied)) {
      envy = excess;
      envied = other;
    }
  }
  return { repId, value, envy, envied, isEf1 };
};

/**
 * Measures envy by value: whether anybody would rather have had another's leads, of those that it could have had.
 *
 * For each pair, the value of the other's leads that the rep was a candidate for, less the value of all of its
 * own. Envy up to one lead (EF1) is what cannot be helped, since a lead cannot be cut: a run is EF1 when each
 * envy is at most the best single lead that caused it. A lead without a value is worth 0 and causes none.
 *
 * @remarks
 * - **Units:** those of the values; whole numbers are compared exactly, others but for rounding.
 * - **State:** two numbers for each pair of reps of whom one had a lead that the other could have had: O(reps^2)
 *   where everybody may have everything, a few for each rep where teams are apart. 1,000 reps in one team make
 *   a million pairs, some 200 MB.
 * - **Errors:** none.
 * - **Cost:** O(candidates) for each lead; a result O(pairs).
 *
 * Weights are not asked beyond who takes part: whoever works half days may envy whoever works whole ones.
 * For what is owed by weight see {@link fairnessOf}, for poor regions {@link compensation}.
 *
 * @see E. Budish, "The Combinatorial Assignment Problem", Journal of Political Economy 119(6), 2011,
 * https://doi.org/10.1086/664613
 *
 * @example
 * ```ts
 * const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];
 * const run = [
 *   { candidates: both, repId: "ann", value: 900 },
 *   { candidates: both, repId: "bob", value: 100 },
 * ];
 * const { reps, isEf1 } = measure(run, { byValue: envy() }).byValue;
 * [reps.map((rep) => rep.envy), isEf1]; // => [[0, 800], true]
 * ```
 *
 * @since 0.1.0
 */
export const envy = (): Measure<MeasuredLead, Envy> => ({
  open: () => {
    const desks = new Map<RepId, Desk>();
    return {
      add: ({ candidates, repId, value = 0 }) => {
        if (repId === undefined) return;
        const worth = amount(value) ?? 0;
        add(entryOf(desks, repId, openedDesk).own, worth);
        for (const candidate of candidates) {
          if (!takesPart(candidate)) continue;
          const desk = entryOf(desks, candidate.id, openedDesk);
          if (candidate.id === repId || worth === 0) continue;
          const bundle = entryOf(desk.others, repId, openedBundle);
          add(bundle.value, worth);
          bundle.best = Math.max(bundle.best, worth);
        }
      },
      result: () => {
        const reps = sortedById(desks, repEnvyOf);
        const anybody = reps.length > 0;
        return {
          reps,
          largestEnvy: anybody ? reps.reduce((most, rep) => Math.max(most, rep.envy), 0) : null,
          isEf1: anybody ? reps.every(({ isEf1 }) => isEf1) : null,
        };
      },
    };
  },
});
