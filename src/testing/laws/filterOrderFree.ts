import type { Filter } from "../../model/filter.js";
import type { Situation } from "../arbitraries/aSituation.js";
import { bytes } from "../json.js";
import { answersTo, lawOfSituations, questionsOf } from "./filterLaw.js";
import { insist } from "./law.js";

/** What is said about each rep, whatever its place: one line a question, sorted. */
const saidOf = (filter: Filter, situation: Situation): string => {
  const questions = questionsOf(situation);
  return answersTo(filter, situation)
    .map((answer, i) => `${Math.floor(i / situation.reps.length)} ${questions[i]?.rep.id} ${bytes(answer)}`)
    .sort()
    .join("\n");
};

/** Fresh leads as well: what a filter remembers of a lead must not come from another order. */
const reversed = ({ reps, standings, asked }: Situation): Situation => ({
  reps: [...reps].reverse(),
  standings: [...standings].reverse(),
  asked: asked.map(({ lead, nowMs }) => ({ lead: { ...lead }, nowMs })),
});

/**
 * What the filter says about a rep is the same in whatever order the reps of the roster stand and are asked about.
 *
 * @since 0.1.0
 */
export const filterOrderFree = lawOfSituations(
  "filterOrderFree",
  "The answer about a rep is the same for every order of the roster.",
  (filter, situation) => {
    const isSame = saidOf(filter, situation) === saidOf(filter, reversed(situation));
    insist(isSame, "a reversed roster changed an answer");
  },
);
