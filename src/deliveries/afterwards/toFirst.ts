import type { Assign, StartQuestion } from "../../model/delivery.js";

/** The first of the order has the lead, in a turn that is booked; nothing where there is nobody. */
export const toFirst = ({ ranking }: Pick<StartQuestion, "ranking">): Assign | undefined => {
  const first = ranking().at(0);
  return first && { status: "assigned", repId: first.id, counts: true };
};
