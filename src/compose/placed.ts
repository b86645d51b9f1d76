import type { AssignedPlace, DecisionBase } from "../model/decision.js";
import type { Assign, Placement } from "../model/delivery.js";

type Elsewhere = Exclude<Placement, Assign>;

/** Where a lead may stand: what a delivery fills in by itself, or an assignment with what it meant. */
export type Place = Elsewhere | AssignedPlace;

/** What a decision holds of each place, and of what stands in it, and nothing else. */
const FIELDS: Readonly<Record<Elsewhere["status"], readonly string[]>> = {
  offered: [
    "status",
    "offers",
    "repId",
    "sinceMs",
    "untilMs",
    "round",
    "waiting",
    "wakeAtMs",
    "ring",
    "ringEndsAtMs",
    "offersMade",
    "declined",
  ],
  pooled: ["status", "mode", "mayClaim", "wakeAtMs"],
  parked: ["status", "reason", "wakeAtMs"],
  unassigned: ["status", "reason"],
  closed: ["status", "repId", "result", "value", "into"],
};

/** The fields of the place as plain JSON, so that a decision stays what its type says, whatever a delivery gives. */
export const placeOf = (given: Elsewhere): Elsewhere =>
  JSON.parse(JSON.stringify(given, [...FIELDS[given.status]]));

/** A decision from its two halves. Onto the fresh base, since spreading records of this size costs more than all the rest. */
export const placed = <P extends Place>(base: DecisionBase, place: P): DecisionBase & P =>
  Object.assign(base, place);
