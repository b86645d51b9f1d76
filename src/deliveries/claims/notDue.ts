import type { Refusal } from "../../model/delivery.js";
import type { LeadEvent } from "../../model/event.js";
import type { Standing } from "../afterwards/of.js";
import { NOT_DUE, NOT_WAITING } from "../refusals.js";

/** Why the time of a lead that waits is not over; nothing where it is. At the very moment of its end it is over. */
export const notDue = (
  { atMs }: LeadEvent,
  { wakeAtMs }: Partial<Pick<Standing<"parked">, "wakeAtMs">>,
): Refusal | undefined => {
  if (wakeAtMs === undefined) return NOT_WAITING;
  return atMs < wakeAtMs ? NOT_DUE : undefined;
};
