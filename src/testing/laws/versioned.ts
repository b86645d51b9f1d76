import { handsOn } from "../../internal/handsOn.js";
import type { Decision } from "../../model/decision.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

/** Those who have a hand on the lead and had none, or none in this kind of place. */
const newHands = (before: Decision | undefined, after: Decision): readonly string[] => {
  const had = handsOn(before);
  return before?.status === after.status
    ? handsOn(after).filter((repId) => !had.includes(repId))
    : handsOn(after);
};

const holdsFor = ({ step, stateBefore, decisionBefore, result }: Played): void => {
  if (result._tag === "Left") return;
  const { decision, state, effects, refusal } = result.right;
  const moved = state !== stateBefore;
  insist(
    state.version === stateBefore.version + (moved ? 1 : 0),
    "the state's version does not count its changes",
  );
  insist(
    decision.stateVersion <= stateBefore.version,
    "a decision was read from a state that was not there yet",
  );
  if (step.type === "lead") insist(decision.revision === 0, "a new decision does not begin at revision 0");
  if (decisionBefore !== undefined) {
    const changed = decision !== decisionBefore;
    const counted = decision.revision === decisionBefore.revision + (changed ? 1 : 0);
    insist(counted, "a decision's revision does not count the events that changed it");
    insist(!changed || refusal === undefined, "a refused event changed the decision");
  }
  if (decision === decisionBefore) return;
  const told = new Set(effects.flatMap((effect) => (effect.type === "tell" ? [effect.repId] : [])));
  for (const repId of newHands(decisionBefore, decision))
    insist(told.has(repId), "a rep was given a hand and not told");
  insist(new Set(effects.map(({ id }) => id)).size === effects.length, "two effects have one id");
};

/**
 * Version and revision grow by one exactly when something changed, and whoever newly has a hand on a lead is told.
 *
 * @since 0.1.0
 */
export const versioned = lawOfScenarios(
  "versioned",
  "State version and decision revision grow by one exactly when something changed; whoever gets a hand on a lead is told.",
  (strategy, scenario) => {
    for (const played of play(strategy, scenario)) holdsFor(played);
  },
);
