import { heldBy } from "../../internal/heldBy.js";
import type { Finder } from "./repChange.js";
import { leastNumber } from "./smallest.js";

/** The least whole capacity that wins. Four times what the rep holds is enough for any rule that leaves room. */
export const capacity: Finder = ({ rep, state }, wins) => {
  if (rep.capacity === undefined) return [];
  const { openLeads, openOffers } = heldBy(rep, state);
  const most = 4 * (Math.floor(openLeads + openOffers) + 1);
  const least = leastNumber(Math.floor(rep.capacity), most, (to) => wins({ ...rep, capacity: to }));
  return least === undefined
    ? []
    : [
        {
          kind: "capacity",
          fields: { capacity: least },
          says: `capacity ${least} instead of ${rep.capacity}`,
        },
      ];
};
