import type { DatedHours, Interval, Schedule, Span } from "../../../src/index.js";
import type { Clock } from "./clock.js";

const DAY = 1440;

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / 86_400_000;

const weekdayOf = (day: number): number => new Date(day * 86_400_000).getUTCDay() || 7;

/** At which minutes a clock shows something, first and last: looked up in what was written down. */
const lookUp = ({ shows }: Clock) => {
  const least = shows.reduce((a, b) => Math.min(a, b));
  const most = shows.reduce((a, b) => Math.max(a, b));
  const first = new Int32Array(most - least + 1).fill(-1);
  const last = new Int32Array(most - least + 1).fill(-1);
  shows.forEach((local, minute) => {
    if (first[local - least] === -1) first[local - least] = minute;
    last[local - least] = minute;
  });
  /** What is skipped comes as much after the gap as it lies within the gap. */
  const afterGap = (local: number): number => {
    let shownBefore = local - 1;
    while (first[shownBefore - least] === -1) shownBefore -= 1;
    return (last[shownBefore - least] as number) + (local - shownBefore);
  };
  const at =
    (table: Int32Array) =>
    (local: number): number => {
      if (local < least) return 0;
      if (local > most) return shows.length;
      const minute = table[local - least] as number;
      return minute === -1 ? afterGap(local) : minute;
    };
  const isShown = (local: number): boolean => local >= least && local <= most && first[local - least] !== -1;
  return {
    first: at(first),
    last: at(last),
    isShown,
    days: [Math.ceil(least / DAY), Math.floor(most / DAY)],
  };
};

type LookUp = ReturnType<typeof lookUp>;

export interface Written extends Clock {
  readonly look: LookUp;
}

export const written = (clock: Clock): Written => ({ ...clock, look: lookUp(clock) });

const fill = (open: Uint8Array, look: LookUp, day: number, { from, to }: Span, value: 0 | 1): void => {
  const begins = day * DAY + minutesOf(from);
  const ends = day * DAY + minutesOf(to) + (minutesOf(to) > minutesOf(from) ? 0 : DAY);
  open.fill(value, look.first(begins), Math.max(look.first(begins), look.last(ends)));
};

/** Which minutes of what was written down are open: one byte each. */
const openMinutes = (clock: Written, { hours, dates = [] }: Schedule): Uint8Array => {
  const { look } = clock;
  const open = new Uint8Array(clock.shows.length);
  const entryOf = (day: number): DatedHours | undefined =>
    dates.find(({ date, lastDate = date }) => dayOf(date) <= day && day <= dayOf(lastDate));
  const [firstDay = 0, lastDay = 0] = look.days;
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i).filter((day) =>
    look.isShown(day * DAY + DAY / 2),
  );
  for (const day of days) {
    const ofWeek = hours?.filter((each) => each.days.includes(weekdayOf(day))) ?? [
      { from: "00:00", to: "00:00" },
    ];
    for (const span of entryOf(day)?.hours ?? ofWeek) fill(open, look, day, span, 1);
  }
  for (const day of days) for (const span of entryOf(day)?.off ?? []) fill(open, look, day, span, 0);
  return open;
};

/** The same with times off, given in whole minutes. */
export const workMinutes = (clock: Written, schedule: Schedule, timeOff: readonly Interval[]): Uint8Array => {
  const open = openMinutes(clock, schedule);
  const minute = (atMs: number): number => Math.max(0, (atMs - clock.startMs) / 60_000);
  for (const { fromMs, toMs } of timeOff) if (fromMs < toMs) open.fill(0, minute(fromMs), minute(toMs));
  return open;
};
