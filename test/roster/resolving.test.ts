import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DatedHours, Rep, Roster, Schedule } from "../../src/index.js";
import { prepareRoster } from "../../src/roster/prepareRoster.js";

const prepared = (roster: Roster): readonly Rep[] => {
  const result = prepareRoster(roster);
  if (result._tag === "Left") throw new Error(JSON.stringify(result.left));
  return result.right.reps.map(({ rep }) => rep);
};

const resolved = (schedule: Schedule, team: Schedule): Schedule | undefined =>
  prepared({ reps: [{ id: "ann", schedule }], schedules: { team } })[0]?.schedule;

const day: Schedule = { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3], from: "09:00", to: "17:00" }] };

const shut = (date: string, lastDate?: string): DatedHours => ({
  date,
  ...(lastDate === undefined ? {} : { lastDate }),
  hours: [],
});

describe("a schedule that is like another", () => {
  it("is the very schedule of the team where nothing is different", () => {
    expect(resolved({ like: "team" }, day)).toBe(day);
  });

  it("has its own zone, hours and dates where given, and the rest of the team", () => {
    const hours = [{ days: [4], from: "10:00", to: "11:00" }];
    expect(resolved({ like: "team", timeZone: "UTC" }, day)).toStrictEqual({ ...day, timeZone: "UTC" });
    expect(resolved({ like: "team", hours }, day)).toStrictEqual({ timeZone: "Europe/Warsaw", hours });
    expect(resolved({ like: "team", hours: [] }, day)).toStrictEqual({
      timeZone: "Europe/Warsaw",
      hours: [],
    });
    const dates = [shut("2026-12-24")];
    expect(resolved({ like: "team", dates }, day)).toStrictEqual({ ...day, dates });
    expect(resolved({ like: "team", dates: [] }, { ...day, dates })).toStrictEqual({ ...day, dates });
  });

  it("takes what is undefined for absent", () => {
    const open = {
      like: "team",
      timeZone: undefined,
      hours: undefined,
      dates: undefined,
    } as unknown as Schedule;
    expect(resolved(open, day)).toBe(day);
    const zoned = { ...open, timeZone: "UTC" } as Schedule;
    expect(resolved(zoned, day)).toStrictEqual({ ...day, timeZone: "UTC" });
  });

  it("goes before the team on its own dates, and follows it on those around", () => {
    const own: DatedHours = {
      date: "2026-12-28",
      lastDate: "2026-12-29",
      hours: [{ from: "09:00", to: "12:00" }],
    };
    const team = { ...day, dates: [shut("2026-12-24", "2027-01-01"), shut("2027-05-03")] };
    expect(resolved({ like: "team", dates: [own] }, team)?.dates).toStrictEqual([
      own,
      shut("2026-12-24", "2026-12-27"),
      shut("2026-12-30", "2027-01-01"),
      shut("2027-05-03"),
    ]);
    const alone = { ...day, dates: [shut("2026-12-28")] };
    expect(resolved({ like: "team", dates: [own] }, alone)?.dates).toStrictEqual([own]);
  });

  it("covers each date once, by the rep's entry where there is one, else by the team's", () => {
    const aRange = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.nat({ max: 6 }))
      .map(([first, more]) => [first, Math.min(28, first + more)] as const);
    const date = (of: number) => `2026-02-${String(of).padStart(2, "0")}`;
    const apart = (ranges: readonly (readonly [number, number])[]) =>
      ranges.filter(([a, b], i) => !ranges.slice(0, i).some(([c, d]) => a <= d && c <= b));
    const entries = (ranges: readonly (readonly [number, number])[], from: string): readonly DatedHours[] =>
      ranges.map(([a, b]) => ({ date: date(a), lastDate: date(b), hours: [{ from, to: "24:00" }] }));
    const ranges = fc.array(aRange, { maxLength: 6 }).map(apart);
    fc.assert(
      fc.property(ranges, ranges, (mine, theirs) => {
        const team = { ...day, dates: entries(theirs, "20:00") };
        const found = resolved({ like: "team", dates: entries(mine, "10:00") }, team)?.dates ?? [];
        for (let of = 1; of <= 28; of += 1) {
          const covers = ([a, b]: readonly [number, number]) => a <= of && of <= b;
          const wanted = mine.some(covers) ? ["10:00"] : theirs.some(covers) ? ["20:00"] : [];
          const on = found.filter(
            (entry) => entry.date <= date(of) && date(of) <= (entry.lastDate ?? entry.date),
          );
          expect(on.map(({ hours }) => hours?.[0]?.from)).toStrictEqual(wanted);
        }
      }),
    );
  });

  it("is one object for all who are like it in the same way, and a rep of its own stays as it is", () => {
    const own = { id: "own", schedule: { timeZone: "UTC" } };
    const none = { id: "zed" };
    const zoned = (id: string): Rep => ({ id, schedule: { like: "team", timeZone: "Asia/Tokyo" } });
    const reps = prepared({ reps: [zoned("a"), zoned("b"), own, none], schedules: { team: day } });
    expect(reps[0]?.schedule).toBe(reps[1]?.schedule);
    expect(reps[0]?.schedule?.like).toBe(undefined);
    expect(reps[2]).toBe(own);
    expect(reps[3]).toBe(none);
  });

  it("is told apart from one that differs in any part", () => {
    const hours = [{ days: [1], from: "09:00", to: "10:00" }];
    const span = { from: "09:00", to: "10:00" };
    const kinds: readonly Schedule[] = [
      { hours },
      { hours: [] },
      { hours: [{ days: [2], from: "09:00", to: "10:00" }] },
      { hours: [{ days: [1], from: "09:00", to: "11:00" }] },
      { hours, dates: [{ date: "2026-01-05" }] },
      { hours, dates: [{ date: "2026-01-05", lastDate: "2026-01-06" }] },
      { hours, dates: [{ date: "2026-01-05", hours: [] }] },
      { hours, dates: [{ date: "2026-01-05", hours: [span] }] },
      { hours, dates: [{ date: "2026-01-05", off: [span] }] },
      { hours, timeZone: "UTC" },
    ];
    const reps = kinds.map((kind, i) => ({ id: String(i), schedule: { like: "team", ...kind } }));
    const found = prepared({ reps, schedules: { team: day } }).map(({ schedule }) => schedule);
    expect(new Set(found).size).toBe(kinds.length);
    kinds.forEach((kind, i) => {
      expect(found[i]).toStrictEqual({ ...day, ...kind });
    });
  });
});
