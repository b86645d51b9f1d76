import type { Decision, DecisionBase, UnassignedPlace, UnassignedReason } from "../model/decision.js";
import type { Outcome } from "../model/outcome.js";
import type { State } from "../model/state.js";
import { countsOf, decisionBase } from "./decisionBase.js";
import { placed } from "./placed.js";
import type { Ranked } from "./ranking.js";
import type { Scene } from "./scene.js";

const reasonFor = (scene: Scene, { leftOut }: Ranked): UnassignedReason => {
  if ((scene.before?.tried ?? []).length > 0) return "nobody-else";
  if (scene.roster.reps.length === 0) return "empty-roster";
  const turnless = leftOut.at(-1)?.reps ?? 0;
  return turnless > 0 ? "none-takes-a-turn" : "all-left-out";
};

/** What a person would be told, and by which strategy, whatever the order of the keys in a store. */
const told = ({ reason, leftOut, strategy }: UnassignedPlace & DecisionBase): string =>
  JSON.stringify([reason, strategy, leftOut.map(({ by, reps }) => [by, reps])]);

/** Whether the answer "nobody" is the one that was given before. */
export const isOldNews = (before: Decision | undefined, decision: Decision): before is Decision =>
  before?.status === "unassigned" && decision.status === "unassigned" && told(before) === told(decision);

/** Nobody is found: an answer that books nothing, and no change when it was the answer before. */
export const unassigned = (scene: Scene, state: State, ranked: Ranked): Outcome => {
  const base = decisionBase(scene, state, countsOf(ranked), scene.before?.tried ?? []);
  const decision = placed(base, { status: "unassigned" as const, reason: reasonFor(scene, ranked) });
  return { decision: isOldNews(scene.before, decision) ? scene.before : decision, state, effects: [] };
};
