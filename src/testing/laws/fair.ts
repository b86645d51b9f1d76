import fc from "fast-check";
import type { Rep } from "../../model/rep.js";
import type { Roster } from "../../model/roster.js";
import type { Strategy } from "../../model/strategy.js";
import { anId } from "../arbitraries/anId.js";
import { aWeight } from "../arbitraries/aRep.js";
import { adversary } from "../fairness/adversary.js";
import { type Dealt, deal, type Shares, start } from "../fairness/dealer.js";
import { type Bound, openMirror, outOfBounds, theoremT } from "../fairness/mirror.js";
import { throughStore } from "../json.js";
import { insist, type Law, tryOut } from "./law.js";

const MOST_REPS = 12;

/** Rosters over a few ids, one a lead: reps come, go, return, and change weight at any lead. */
const rosters = (): fc.Arbitrary<readonly Roster[]> =>
  fc
    .uniqueArray(anId(), { minLength: 1, maxLength: MOST_REPS })
    .chain((ids) =>
      fc.array(
        fc
          .subarray(ids, { minLength: 1 })
          .chain((present) =>
            fc.tuple(...present.map((id) => fc.record({ id: fc.constant(id), weight: aWeight() }))),
          )
          .map((reps: Rep[]): Roster => ({ reps })),
        { minLength: 1, maxLength: 6 },
      ),
    )
    .chain((few) => fc.array(fc.constantFrom(...few), { maxLength: 120 }));

/** Holds a run of dealt leads to the bound, after every lead. */
const insistBound = (run: Iterable<Dealt>, bound: Bound): void => {
  const mirror = openMirror();
  for (const { inPlay, taker } of run) {
    if (taker !== undefined) mirror.give(inPlay, taker);
    const broken = outOfBounds(mirror.sorted(), bound);
    insist(broken === undefined, broken ?? "");
  }
};

function* dealt(strategy: Strategy, shares: Shares, all: readonly Roster[]): Generator<Dealt> {
  let state = start();
  for (const [n, roster] of all.entries()) {
    const one = deal(strategy, shares, roster, n % 2 === 0 ? state : throughStore(state), n);
    state = one.state;
    yield one;
  }
}

/**
 * What the law of fairness is held to.
 *
 * @since 0.1.0
 */
export interface FairOptions {
  /** How much each candidate counts. Absent: `"weighted"`. */
  readonly shares?: Shares;
  /** Twice the credits that k of n reps may be away from their share. Absent: k(n-k) leads, Theorem T. */
  readonly bound?: Bound;
}

/**
 * Nobody is ever more than (n-1)/2 leads from its fair share, nor any k reps together more than k(n-k)/2.
 *
 * The shares are reckoned anew from who was a candidate, exactly and in whole numbers, so any rule can be
 * held to it. The rosters are arbitrary first, then those of an adversary who looks for the worst. For
 * strategies that push, on one ledger, and whose filters let a rep through about whom nothing is known. The bound
 * is that of a ledger, and the lags of several add up, so hold each strategy of a combination to it by itself.
 *
 * @example
 * ```ts
 * import { fair } from "fairlead/testing";
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * fair({ shares: "equal" }).check(strategy, { runs: 20 }); // => undefined
 * ```
 *
 * @since 0.1.0
 */
export const fair = ({ shares = "weighted", bound = theoremT }: FairOptions = {}): Law => {
  const about = {
    name: "fair",
    statement:
      "Nobody is ever more than (n-1)/2 leads from its fair share, at any prefix, under any filters and weights.",
  };
  return {
    ...about,
    check: (strategy, trial = {}) => {
      tryOut(
        about,
        fc.property(rosters(), (all) => insistBound(dealt(strategy, shares, all), bound)),
        trial,
      );
      const { runs = 100, seed } = trial;
      for (const reps of [2, 3, 4, 5])
        insistBound(adversary(strategy, shares, reps, runs, seed ?? reps), bound);
    },
  };
};
