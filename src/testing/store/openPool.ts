import type { Delivery } from "../../model/delivery.js";

/** A pool from which everybody may claim: whoever is first has the lead, everybody else is refused. */
export const openPool: Delivery = {
  name: "openPool",
  start: ({ ranking }) => {
    const order = ranking();
    const mayClaim = Array.from({ length: order.length }, (_, place) => order.at(place)?.id ?? "");
    return { status: "pooled", mode: "open", mayClaim };
  },
  on: ({ event, decision }) => {
    if (event.type !== "claimed" || decision.status !== "pooled")
      return { rule: "openPool", reason: "the lead is gone" };
    const { repId } = event;
    return { place: () => ({ status: "assigned", repId, counts: true }) };
  },
};
