import { type Day, dateOf, dayOf } from "../internal/days.js";
import { scheduleText } from "../internal/scheduleText.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";
import type { DatedHours, Schedule } from "../model/schedule.js";

type Days = readonly [first: Day, last: Day];

const daysOf = ({ date, lastDate = date }: DatedHours): Days => [dayOf(date) as Day, dayOf(lastDate) as Day];

/** An entry on those of its days that are not taken: as many entries as that takes. */
const besides = (entry: DatedHours, taken: readonly Days[]): readonly DatedHours[] => {
  const [first, last] = daysOf(entry);
  const rest: DatedHours[] = [];
  let from = first;
  for (const [takenFirst, takenLast] of taken) {
    if (takenLast < from || takenFirst > last) continue;
    if (from < takenFirst) rest.push({ ...entry, date: dateOf(from), lastDate: dateOf(takenFirst - 1) });
    from = takenLast + 1;
  }
  if (from === first) return [entry];
  return from <= last ? [...rest, { ...entry, date: dateOf(from), lastDate: dateOf(last) }] : rest;
};

const resolved = ({ timeZone, hours, dates }: Schedule, team: Schedule): Schedule => {
  if (timeZone === undefined && hours === undefined && dates === undefined) return team;
  const own = dates ?? [];
  const taken = own.map(daysOf).sort(([a], [b]) => a - b);
  const all = [...own, ...(team.dates ?? []).flatMap((entry) => besides(entry, taken))];
  return {
    ...team,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(hours === undefined ? {} : { hours }),
    ...(all.length === 0 ? {} : { dates: all }),
  };
};

/**
 * Gives every rep of a checked roster a schedule that is like no other. Those of one kind are one object, so that the hours of a
 * team are written out once.
 */
export const resolvingFor = (schedules: Roster["schedules"] = {}): ((rep: Rep) => Rep) => {
  const known = new Map<string, Schedule>();
  return (rep) => {
    const { schedule } = rep;
    if (schedule?.like === undefined) return rep;
    const found = resolved(schedule, schedules[schedule.like] as Schedule);
    const text = scheduleText(found);
    const same = known.get(text) ?? found;
    known.set(text, same);
    return { ...rep, schedule: same };
  };
};
