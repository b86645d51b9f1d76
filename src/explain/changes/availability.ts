import type { Interval } from "../../model/instant.js";
import { type FieldEdit, fewestFields } from "./fewestEdits.js";

const ACTIVE: FieldEdit = { says: "an active account", fields: { active: true } };

const ONLINE: FieldEdit = { says: "being online", fields: { presence: "online" } };

/** All the time, on any clock. */
const AT_WORK: FieldEdit = {
  says: "working hours at that moment",
  fields: { schedule: { timeZone: "UTC" } },
};

/** Being there: active, online, at work by the clock, and on no time off, whatever of it wins. */
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
    ...(rep.schedule === undefined ? [] : [AT_WORK]),
    ...(timeOff.some(isOff) ? [back] : []),
  ];
});
