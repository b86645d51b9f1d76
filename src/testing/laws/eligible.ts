import { handsOn } from "../../internal/handsOn.js";
import type { Strategy } from "../../model/strategy.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const holdsFor = (strategy: Strategy, { step, lead, stateBefore, decisionBefore, result }: Played): void => {
  if (result._tag === "Left") return;
  const before = handsOn(decisionBefore);
  const given = handsOn(result.right.decision).filter((repId) => !before.includes(repId));
  const onRoster = new Set(step.roster.reps.map(({ id }) => id));
  for (const repId of given)
    insist(onRoster.has(repId), "somebody has a hand on the lead who is not on the roster");
  // A ring or a group ranks among its own, and who is named in the end need not be the best.
  const { decision } = result.right;
  if (
    step.type !== "lead" ||
    "ring" in decision ||
    "group" in decision ||
    (decision.status === "assigned" && decision.share === 0)
  )
    return;
  const asked = strategy.candidates(lead, step.roster, stateBefore);
  const candidates = new Set(asked._tag === "Right" ? asked.right.map(({ id }) => id) : []);
  for (const repId of given)
    insist(candidates.has(repId), "somebody has a hand on the lead who is no candidate");
};

/**
 * Whoever newly has a hand on a lead is on the roster; for a lead that comes in, also a candidate.
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
