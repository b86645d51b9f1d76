import fc from "fast-check";
import type { DatedHours, Schedule, Span } from "../../../src/index.js";

const two = (number: number): string => String(number).padStart(2, "0");

/** Times at which clocks change likely, to the minute. */
const aTime = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom("00:00", "00:01", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "03:00", "23:30"),
    fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  );

const aSpan = (): fc.Arbitrary<Span> =>
  fc.record({ from: aTime(), to: fc.oneof({ weight: 4, arbitrary: aTime() }, fc.constant("24:00")) });

const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Dates of a span of years, or one of those given. */
const aDated = (fromYear: number, toYear: number, likely: readonly string[]): fc.Arbitrary<DatedHours> => {
  const first = Date.UTC(fromYear, 0) / 86_400_000;
  const last = Date.UTC(toYear + 1, 0) / 86_400_000 - 1;
  const any = fc.integer({ min: first, max: last }).map(isoDate);
  const date = likely.length === 0 ? any : fc.oneof(any, fc.constantFrom(...likely));
  return fc
    .tuple(
      date,
      fc.nat({ max: 3 }),
      fc.option(fc.array(aSpan(), { maxLength: 2 })),
      fc.option(fc.array(aSpan(), { maxLength: 2 })),
    )
    .map(([from, more, hours, off]) => ({
      date: from,
      ...(more > 0 ? { lastDate: isoDate(Date.parse(from) / 86_400_000 + more) } : {}),
      ...(hours === null ? {} : { hours }),
      ...(off === null ? {} : { off }),
    }));
};

const apart = (dates: readonly DatedHours[]): readonly DatedHours[] =>
  dates.filter(
    ({ date, lastDate = date }, i) =>
      !dates.slice(0, i).some(({ date: other, lastDate: end = other }) => date <= end && other <= lastDate),
  );

/** Hours of a zone with nights, exceptions on dates, and spans that overlap now and then. */
export const aSchedule = (
  timeZone: string,
  fromYear: number,
  toYear: number,
  likely: readonly string[] = [],
): fc.Arbitrary<Schedule> =>
  fc
    .record({
      hours: fc.array(
        fc
          .tuple(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), aSpan())
          .map(([days, span]) => ({ days, ...span })),
        { maxLength: 4 },
      ),
      dates: fc.array(aDated(fromYear, toYear, likely), { maxLength: 12 }).map(apart),
    })
    .map((rest) => ({ timeZone, ...rest }));
