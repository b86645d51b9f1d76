import type { Interval } from "../../model/instant.js";
import { type FieldEdit, fewestFields } from "./fewestEdits.js";

const ACTIVE: FieldEdit = { says: "an active account", fields: { active: true } };

const ONLINE: FieldEdit = { says: "being online", fields: { presence: "online" } };

/** Being there: active, online, and on no time off, whatever of it wins. */
export const availability = fewestFields("availability", ({ rep, nowMs }) => {
  const { timeOff = [], presence = "online" } = rep;
  const isOff = ({ fromMs, toMs }: Interval): boolean => fromMs <= nowMs && nowMs < toMs;
  const back = {
    says: "no time off at that moment",
    fields: { timeOff: timeOff.filter((span) => !isOff(span)) },
  };
  return [
    ...(rep.active === false ? [ACTIVE] : []),
    ...(presence === "online" ? [] : [ONLINE]),
    ...(timeOff.some(isOff) ? [back] : []),
  ];
});
