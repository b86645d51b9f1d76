import type { Delivery } from "../../model/delivery.js";

/** A pool from which everybody may claim: whoever is first has the lead, everybody else is refused. */
export const openPool: Delivery = {
  name: "openPool",
  start: ({ ranking }) => ({
    status: "pooled",
    mode: "open",
    mayClaim: Array.from({ length: ranking.length }, (_, place) => ranking().at(place)?.id ?? ""),
  }),
  on: ({ event, decision }) => {
    if (event.type !== "claimed" || decision.status !== "pooled")
      return { rule: "openPool", reason: "the lead is gone" };
    const { repId } = event;
    return { place: () => ({ status: "assigned", repId, counts: true }) };
  },
};
