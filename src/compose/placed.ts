import type { AssignedPlace, DecisionBase } from "../model/decision.js";
import type { Assign, Placement } from "../model/delivery.js";

/** Where a lead may stand: what a delivery fills in by itself, or an assignment with what it meant. */
export type Place = Exclude<Placement, Assign> | AssignedPlace;

/** The fields of the place and no others, so that a decision stays what its type says, whatever a delivery gives. */
export const placeOf = (given: Exclude<Placement, Assign>): Place => {
  switch (given.status) {
    case "offered":
      return {
        status: "offered",
        offers: given.offers.map(({ repId, sinceMs, untilMs, round }) => ({
          repId,
          sinceMs,
          untilMs,
          round,
        })),
        waiting: [...given.waiting],
        wakeAtMs: given.wakeAtMs,
      };
    case "pooled":
      return {
        status: "pooled",
        mode: given.mode,
        mayClaim: [...given.mayClaim],
        ...(given.wakeAtMs === undefined ? {} : { wakeAtMs: given.wakeAtMs }),
      };
    case "parked":
      return { status: "parked", reason: given.reason, wakeAtMs: given.wakeAtMs };
    case "unassigned":
      return { status: "unassigned", reason: given.reason };
    case "closed":
      return {
        status: "closed",
        ...(given.repId === undefined ? {} : { repId: given.repId }),
        result: given.result,
        ...(given.value === undefined ? {} : { value: given.value }),
      };
  }
};

/** A decision from its two halves. Onto the fresh base, since spreading records of this size costs more than all the rest. */
export const placed = <P extends Place>(base: DecisionBase, place: P): DecisionBase & P =>
  Object.assign(base, place);
