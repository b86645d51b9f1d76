import type { Strategy } from "../../model/strategy.js";
import type { Played } from "../play.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const holdsFor = (strategy: Strategy, { step, lead, stateBefore, decisionBefore, result }: Played): void => {
  if (result._tag === "Left") return;
  const { decision } = result.right;
  if (decision.status !== "assigned" || decision === decisionBefore) return;
  const onRoster = step.roster.reps.some(({ id }) => id === decision.repId);
  insist(onRoster, "the holder is not on the roster");
  if (step.type !== "lead") return;
  const candidates = strategy.candidates(lead, step.roster, stateBefore);
  const isCandidate = candidates._tag === "Right" && candidates.right.some(({ id }) => id === decision.repId);
  insist(isCandidate, "the holder is no candidate");
};

/**
 * Whoever is assigned a lead is on the roster and was a candidate at that moment.
 *
 * @since 0.1.0
 */
export const eligible = lawOfScenarios(
  "eligible",
  "Whoever is assigned, offered or allowed to claim passed every filter at that moment.",
  (strategy, scenario) => {
    for (const played of play(strategy, scenario)) holdsFor(strategy, played);
  },
);
