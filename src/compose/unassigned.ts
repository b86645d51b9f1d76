import type { Decision, LeftOutCount, UnassignedPlace, UnassignedReason } from "../model/decision.js";
import type { Outcome } from "../model/outcome.js";
import type { State } from "../model/state.js";
import { countsOf, decisionBase } from "./decisionBase.js";
import { placed } from "./placed.js";
import type { Ranked } from "./ranking.js";
import type { Scene } from "./scene.js";

const reasonFor = (scene: Scene, { leftOut }: Ranked): UnassignedReason => {
  if (scene.before?.tried !== undefined) return "nobody-else";
  if (scene.roster.reps.length === 0) return "empty-roster";
  const turnless = leftOut.at(-1)?.reps ?? 0;
  return turnless > 0 ? "none-takes-a-turn" : "all-left-out";
};

const sameCounts = (a: readonly LeftOutCount[], b: readonly LeftOutCount[]): boolean =>
  a.length === b.length && a.every(({ by, reps }, i) => by === b[i]?.by && reps === b[i]?.reps);

const saysTheSame = (before: Decision | undefined, after: Decision & UnassignedPlace): before is Decision =>
  before?.status === "unassigned" &&
  before.reason === after.reason &&
  sameCounts(before.leftOut, after.leftOut);

/** Nobody is found: an answer that books nothing, and no change when it was the answer before. */
export const unassigned = (scene: Scene, state: State, ranked: Ranked): Outcome => {
  const base = decisionBase(scene, state, countsOf(ranked), scene.before?.tried ?? []);
  const decision = placed(base, { status: "unassigned" as const, reason: reasonFor(scene, ranked) });
  return { decision: saysTheSame(scene.before, decision) ? scene.before : decision, state, effects: [] };
};
