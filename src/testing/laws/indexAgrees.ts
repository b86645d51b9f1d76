import { compareCodeUnits } from "../../internal/codeUnits.js";
import { hasPlace } from "../../internal/placeSet.js";
import type { PassingPlaces } from "../../model/filterIndex.js";
import type { Rep } from "../../model/rep.js";
import type { Situation } from "../arbitraries/aSituation.js";
import { lawOfSituations, questionsOf } from "./filterLaw.js";
import { insist } from "./law.js";

/** The situation as an index meets it: the roster sorted by id. */
const sorted = ({ reps, standings, asked }: Situation): Situation => {
  const order = reps
    .map((rep, i) => ({
      rep,
      standing: standings[i] ?? { openLeads: 0, openOffers: 0, openEffort: 0, credit: 0 },
    }))
    .sort((a, b) => compareCodeUnits(a.rep.id, b.rep.id));
  return { reps: order.map(({ rep }) => rep), standings: order.map(({ standing }) => standing), asked };
};

const insistSets = (sets: readonly PassingPlaces[], reps: readonly Rep[]): void => {
  insist(Array.isArray(sets), "the index gave no list of sets");
  sets.forEach(({ rank, places }, i) => {
    insist(places instanceof Uint32Array, "the index gave something else than a set of places");
    insist(
      places.length === Math.ceil(reps.length / 32),
      "a set of places has not one word for each 32 reps",
    );
    const before = sets[i - 1]?.rank ?? Number.NEGATIVE_INFINITY;
    insist(rank >= 0 && rank > before, "the ranks of the index do not rise from 0 or more");
  });
};

/**
 * The index lets the same reps pass as the test, with the same ranks, whenever it answers.
 *
 * One index is asked about several leads in turn, so sets that one question spoils for the next are found. A
 * filter without an index keeps the law.
 *
 * @since 0.1.0
 */
export const indexAgrees = lawOfSituations(
  "indexAgrees",
  "For every rep, the index gives the same answer and the same rank as the test.",
  ({ test, ...filter }, situation) => {
    const { reps, standings, asked } = sorted(situation);
    const index = filter.index?.(reps);
    if (index === undefined) return;
    for (const each of asked) {
      const sets = index(each);
      if (sets === undefined) continue;
      insistSets(sets, reps);
      questionsOf({ reps, standings, asked: [each] }).forEach((question, place) => {
        const answer = test(question);
        const wanted = answer.passes ? answer.rank : undefined;
        const given = sets.find(({ places }) => hasPlace(places, place))?.rank;
        insist(
          given === wanted,
          `about rep ${JSON.stringify(question.rep.id)} the index says ${given ?? "no"} and the test ${wanted ?? "no"}`,
        );
      });
    }
  },
);
