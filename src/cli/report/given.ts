import { holderOf } from "../../model/holderOf.js";
import { plain } from "../plain.js";
import type { Run } from "../routing/route.js";
import { minute } from "./amounts.js";
import { namesOf } from "./namesOf.js";
import { shorten } from "./shorten.js";
import { left, table } from "./table.js";

/** Who got what, in order of deciding. */
export const given = ({ routed, reps }: Run, most: number): readonly string[] => {
  const nameOf = namesOf(reps);
  const rows = routed.flatMap(({ lead, decision }) => {
    const repId = holderOf(decision);
    if (repId === undefined) return [];
    const asks = [lead.region, lead.languages?.join(" ")].filter((part) => part !== undefined).join(", ");
    return [[plain(lead.id), minute(decision.atMs), plain(asks), nameOf(repId)]];
  });
  const [head = "", ...lines] = table(
    [left("lead"), left("received (UTC)"), left("from"), left("given to")],
    rows,
  );
  return ["WHO GOT WHAT", ...(rows.length === 0 ? ["  nobody got a lead"] : [head, ...shorten(lines, most)])];
};
