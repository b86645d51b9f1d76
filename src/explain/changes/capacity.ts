import { placeOf } from "../../internal/codeUnits.js";
import type { Asker, Finder } from "./repChange.js";
import { leastNumber } from "./smallest.js";

const heldBy = ({ rep, state }: Asker): number => {
  const place = placeOf(state.ids, rep.id);
  return (rep.openLeads ?? state.openLeads[place] ?? 0) + (state.openOffers[place] ?? 0);
};

/** The least whole capacity that wins. Four times what the rep holds is enough for any rule that leaves room. */
export const capacity: Finder = (asker, wins) => {
  const { rep } = asker;
  if (rep.capacity === undefined) return [];
  const most = 4 * (Math.floor(heldBy(asker)) + 1);
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
