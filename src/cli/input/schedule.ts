import * as E from "fp-ts/lib/Either.js";
import type { WeeklyHours } from "../../model/schedule.js";
import { quoted } from "../quoted.js";
import type { Cell } from "./cells.js";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** 1 for Monday to 7 for Sunday; 0 for what is no day. */
const dayOf = (name: string): number => DAYS.indexOf(name.trim().toLowerCase()) + 1;

/** "Mon-Fri" and "Sat-Mon" as days in order of the week; nothing where a name is no day. */
const daysFrom = (range: string): readonly number[] | undefined => {
  const [first = 0, last = first, ...more] = range.split("-").map(dayOf);
  if (first === 0 || last === 0 || more.length > 0) return undefined;
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 7) + 1);
};

const HOURS = /^(\S+)\s+(\d\d:\d\d)-(\d\d:\d\d)$/;

/** One entry, such as "Mon-Thu,Sat 09:00-17:00". */
const hoursFrom = (entry: string): WeeklyHours | undefined => {
  const [, names = "", from = "", to = ""] = HOURS.exec(entry.trim()) ?? [];
  const days = names.split(",").map(daysFrom);
  if (days.includes(undefined)) return undefined;
  return { days: days.flatMap((each) => each ?? []), from, to };
};

/** A time zone and hours of the week: `Europe/Warsaw Mon-Fri 09:00-17:00; Sat 10:00-14:00`. The zone alone: all the time. */
export const schedule: Cell = (cell) => {
  const [timeZone = "", rest = ""] = cell.split(/\s+(.*)/s);
  const hours: WeeklyHours[] = [];
  for (const entry of rest.split(/[;\n]/).filter((each) => each.trim() !== "")) {
    const found = hoursFrom(entry);
    if (found === undefined)
      return E.left(`holds ${quoted(entry.trim())}, and hours are such as "Mon-Fri 09:00-17:00"`);
    hours.push(found);
  }
  return E.right({ timeZone, ...(hours.length === 0 ? {} : { hours: hours.map((each) => ({ ...each })) }) });
};
