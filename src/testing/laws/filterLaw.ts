import fc from "fast-check";
import type { Exclusion, Filter, Pass } from "../../model/filter.js";
import type { FilterQuestion } from "../../model/filterQuestion.js";
import { aSituation, type Situation } from "../arbitraries/aSituation.js";
import { type Trial, tryOut } from "./law.js";

/**
 * How long and on what a law of filters is tried.
 *
 * @since 0.1.0
 */
export interface FilterTrial extends Pick<Trial, "runs" | "seed"> {
  /** Absent: {@link aSituation}. */
  readonly situations?: fc.Arbitrary<Situation>;
}

/**
 * A property that a filter must keep.
 *
 * @since 0.1.0
 */
export interface FilterLaw {
  readonly name: string;
  readonly statement: string;
  /** Throws, with the smallest counter-example that was found, when the filter breaks the law. */
  readonly check: (filter: Filter, trial?: FilterTrial) => void;
}

const NO_NOTES = { ofRep: () => [], ofAll: () => [] };

/** Every question of a situation: each lead, about each rep in the order of the roster. */
export const questionsOf = ({ reps, standings, asked }: Situation): readonly FilterQuestion[] => {
  const byId = new Map(reps.map((rep) => [rep.id, rep]));
  const credits = reps.flatMap(({ active, weight }, i) =>
    active === false || weight === 0 ? [] : [standings[i]?.credit ?? 0],
  );
  const mostOwed = () => credits.reduce((most, credit) => Math.max(most, credit), credits[0] ?? 0);
  return asked.flatMap(({ lead, nowMs }) =>
    reps.map((rep, i) => {
      const standing = standings[i] ?? { openLeads: 0, openOffers: 0, openEffort: 0, credit: 0 };
      const repOf = (repId: string) => byId.get(repId);
      return {
        lead,
        rep,
        standing,
        nowMs,
        notes: NO_NOTES,
        isByHand: false,
        isHolder: false,
        repOf,
        mostOwed,
      };
    }),
  );
};

/** What a filter says to all of them. */
export const answersTo = ({ test }: Filter, situation: Situation): readonly (Pass | Exclusion)[] =>
  questionsOf(situation).map((question) => test(question));

/** A law about every situation. */
export const lawOfSituations = (
  name: string,
  statement: string,
  hold: (filter: Filter, situation: Situation) => void,
): FilterLaw => ({
  name,
  statement,
  check: (filter, trial = {}) =>
    tryOut(
      { name, statement },
      fc.property(trial.situations ?? aSituation(), (situation) => hold(filter, situation)),
      trial,
    ),
});
