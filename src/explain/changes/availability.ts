import type { Interval } from "../../model/instant.js";
import { type Edit, fewestEdits } from "./fewestEdits.js";

const ACTIVE: Edit = { says: "an active account", edit: () => ({ active: true }) };

const ONLINE: Edit = { says: "being online", edit: () => ({ presence: "online" }) };

/** Being there: active, online, and on no time off, whatever of it wins. */
export const availability = fewestEdits("availability", ({ rep, nowMs }) => {
  const isOff = ({ fromMs, toMs }: Interval): boolean => fromMs <= nowMs && nowMs < toMs;
  const back: Edit = {
    says: "no time off then",
    edit: ({ timeOff = [] }) => ({ timeOff: timeOff.filter((span) => !isOff(span)) }),
  };
  return [
    ...(rep.active === false ? [ACTIVE] : []),
    ...((rep.presence ?? "online") === "online" ? [] : [ONLINE]),
    ...(rep.timeOff?.some(isOff) ? [back] : []),
  ];
});
