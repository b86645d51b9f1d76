import { heldBy } from "../../internal/heldBy.js";
import type { Finder } from "./repChange.js";
import { leastNumber } from "./smallest.js";

/** The least whole capacity that wins. Four times what the rep would hold is enough for any rule that leaves room. */
export const capacity: Finder = ({ lead, rep, state }, wins) => {
  if (rep.capacity === undefined) return [];
  const most = 4 * (Math.floor(heldBy(rep, state).openEffort) + Math.max(1, lead.effort ?? 1));
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
