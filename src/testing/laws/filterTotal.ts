import type { Exclusion, Pass } from "../../model/filter.js";
import { answersTo, lawOfSituations } from "./filterLaw.js";
import { insist } from "./law.js";

const insistAnswer = (answer: Pass | Exclusion): void => {
  const says: unknown = answer?.reason;
  const isSaid = typeof says === "string" && says.trim() !== "";
  if (answer?.passes === true) {
    const isRank = typeof answer.rank === "number" && answer.rank >= 0;
    insist(isRank, "somebody passes without a rank of 0 or more");
    insist(says === undefined || isSaid, "a rank has a reason that says nothing");
    return;
  }
  insist(answer?.passes === false, "an answer is neither a pass nor an exclusion");
  insist(isSaid, "somebody is excluded without a reason");
};

/**
 * Every valid question is answered: a pass with a rank of 0 or more, or an exclusion with a reason. Nothing throws.
 *
 * @since 0.1.0
 */
export const filterTotal = lawOfSituations(
  "filterTotal",
  "Any valid question gives a pass with a rank of 0 or more, or an exclusion with a reason; nothing throws.",
  (filter, situation) => {
    for (const answer of answersTo(filter, situation)) insistAnswer(answer);
  },
);
