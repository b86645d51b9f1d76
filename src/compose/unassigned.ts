import { faultsOf, moment, recordOf, text } from "../check/shape.js";
import { blame, call } from "../internal/blame.js";
import type { Decision, DecisionBase, UnassignedPlace, UnassignedReason } from "../model/decision.js";
import type { Placement } from "../model/delivery.js";
import type { Hold } from "../model/filter.js";
import type { Asked } from "./asking.js";
import { earliestOf } from "./earliest.js";
import { type Account, repOf, type Scene } from "./scene.js";

const reasonFor = (scene: Scene, { ranked: { leftOut }, tried }: Asked): UnassignedReason => {
  if (tried.length > 0) return "nobody-else";
  if (scene.roster.reps.length === 0) return "empty-roster";
  const turnless = leftOut.at(-1)?.reps ?? 0;
  return turnless > 0 ? "none-takes-a-turn" : "all-left-out";
};

const holdShape = recordOf({ reason: text, wakeAtMs: moment });

/** The earliest moment until which a filter has the lead wait. */
const holdOf = (asked: Asked, account: Account): Hold | undefined => {
  const { scene, tried } = asked;
  const { lead, nowMs, parts } = scene;
  const earliest = earliestOf(asked, account);
  let first: Hold | undefined;
  for (const [at, filter] of parts.filters.entries()) {
    if (filter.hold === undefined) continue;
    const path = ["filters", at, filter.name, "hold"];
    const given = call(path, () =>
      filter.hold?.({
        lead,
        nowMs,
        tried,
        repOf: (repId) => repOf(scene, repId)?.rep,
        earliestMs: () => earliest(at),
      }),
    );
    if (given === undefined) continue;
    if (faultsOf("hold", holdShape, given).length > 0 || given.wakeAtMs <= nowMs)
      return blame(path, "gave no reason with a moment after the question's");
    if (first === undefined || given.wakeAtMs < first.wakeAtMs) first = given;
  }
  return first;
};

/** Where a delivery puts a lead that nobody in order may have: a pool for whoever may have it later among them. */
const givesUp = (placement: Placement): boolean =>
  placement.status === "pooled"
    ? placement.mayClaim === undefined
    : placement.status !== "offered" && placement.status !== "closed";

/**
 * What a delivery means that found nobody: the lead waits where a filter holds it back, whatever the delivery does with it;
 * else nobody has it, and why. Any other reason, and any place of a lead that somebody may have, is the delivery's own.
 */
export const nobodyFound = (
  scene: Scene,
  account: Account,
  placement: Placement,
  asked: Asked | undefined,
): Placement => {
  if (!givesUp(placement) || asked === undefined || asked.ranked.ranking.length > 0) return placement;
  const hold = holdOf(asked, account);
  if (hold !== undefined) return { status: "parked", reason: hold.reason, wakeAtMs: hold.wakeAtMs };
  const isUnsaid = placement.status === "unassigned" && placement.reason === "nobody-else";
  return isUnsaid ? { status: "unassigned", reason: reasonFor(scene, asked) } : placement;
};

/** What a person would be told, and by which strategy, whatever the order of the keys in a store. */
const told = ({
  reason,
  leftOut,
  candidates,
  strategy,
  tried = [],
}: UnassignedPlace & DecisionBase): string =>
  JSON.stringify([reason, strategy, leftOut.map(({ by, reps }) => [by, reps]), candidates, tried]);

/** Whether the answer "nobody" is the one that was given before. */
export const isOldNews = (before: Decision | undefined, decision: Decision): before is Decision =>
  before?.status === "unassigned" && decision.status === "unassigned" && told(before) === told(decision);
