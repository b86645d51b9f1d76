import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingMinutes, type Interval, type Schedule, workingMinutesBetween } from "../../src/index.js";
import { aSchedule } from "./support/aSchedule.js";
import { zones } from "./support/zones.js";

const MINUTE_MS = 60_000;

const warsaw: Schedule = {
  timeZone: "Europe/Warsaw",
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
};

const at = (text: string): number => Date.parse(text);

const [FIRST, LAST] = [Date.UTC(2025, 0), Date.UTC(2026, 11)];

const aMoment = fc.integer({ min: FIRST, max: LAST });

const aLeave: fc.Arbitrary<Interval> = fc
  .tuple(aMoment, fc.integer({ min: -5, max: 20 * 86_400_000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));

const aWorker = fc.record({
  schedule: fc.constantFrom(...zones).chain((zone) => aSchedule(zone, 2025, 2026)),
  timeOff: fc.array(aLeave, { maxLength: 4 }),
});

/** Within the 400 days that are looked ahead. */
const twoMoments = fc
  .tuple(aMoment, fc.integer({ min: 0, max: 300 * 86_400_000 }))
  .map(([fromMs, length]) => [fromMs, fromMs + length] as const);

describe("working minutes", () => {
  it("are those of the hours alone, parts counted to the millisecond", () => {
    const between = (from: string, to: string) =>
      workingMinutesBetween({ schedule: warsaw }, at(from), at(to));
    expect(between("2026-01-09T15:30Z", "2026-01-12T08:10Z")).toBe(40);
    expect(between("2026-01-09T15:59:59.999Z", "2026-01-12T08:00Z")).toBe(1 / MINUTE_MS);
    expect(between("2026-01-10T00:00Z", "2026-01-11T00:00Z")).toBe(0);
    expect(between("2026-01-05T00:00Z", "2026-01-12T00:00Z")).toBe(5 * 8 * 60);
    expect(between("2026-01-12T08:10Z", "2026-01-09T15:30Z")).toBe(-40);
    expect(Object.is(between("2026-01-11T00:00Z", "2026-01-10T00:00Z"), 0)).toBe(true);
  });

  it("are all minutes where there is no schedule, and fewer by times off, each counted once", () => {
    expect(workingMinutesBetween({}, 0, 90_000)).toBe(1.5);
    const timeOff = [
      { fromMs: 60_000, toMs: 120_000 },
      { fromMs: 90_000, toMs: 180_000 },
    ];
    expect(workingMinutesBetween({ timeOff }, 0, 240_000)).toBe(2);
  });

  it("are those before and after a time off within hours", () => {
    const timeOff = [{ fromMs: at("2026-01-05T10:00Z"), toMs: at("2026-01-05T11:30Z") }];
    const [from, to] = [at("2026-01-05T00:00Z"), at("2026-01-06T00:00Z")];
    expect(workingMinutesBetween({ schedule: warsaw, timeOff }, from, to)).toBe(8 * 60 - 90);
    expect(addWorkingMinutes({ schedule: warsaw, timeOff }, from, 121)).toBe(at("2026-01-05T11:31Z"));
  });

  it("are two for each minute of an hour that is shown twice, and none for one that is skipped", () => {
    const hours = [{ days: [7], from: "00:00", to: "06:00" }];
    const schedule = { timeZone: "America/New_York", hours };
    const minutes = (day: string) =>
      workingMinutesBetween({ schedule }, at(`${day}T00:00Z`), at(`${day}T20:00Z`));
    expect([minutes("2026-11-01"), minutes("2026-03-08"), minutes("2026-03-15")]).toStrictEqual([
      420, 300, 360,
    ]);
  });

  it("from one moment to a second and from there to a third are those from the first to the third", () => {
    fc.assert(
      fc.property(aWorker, aMoment, aMoment, aMoment, (worker, a, b, c) => {
        const ms = (from: number, to: number) =>
          Math.round(workingMinutesBetween(worker, from, to) * MINUTE_MS);
        expect(ms(a, b) + ms(b, c)).toBe(ms(a, c));
      }),
      { numRuns: 60 },
    );
  });

  it("that are added are between the two moments, and no earlier moment would do", () => {
    fc.assert(
      fc.property(aWorker, twoMoments, (worker, [fromMs, toMs]) => {
        const minutes = workingMinutesBetween(worker, fromMs, toMs);
        const due = addWorkingMinutes(worker, fromMs, minutes) as number;
        expect(due).toBeLessThanOrEqual(toMs);
        expect(workingMinutesBetween(worker, fromMs, due)).toBe(minutes);
        if (due > fromMs) expect(workingMinutesBetween(worker, fromMs, due - 1)).toBeLessThan(minutes);
      }),
      { numRuns: 100 },
    );
  });
});

describe("working minutes that are added", () => {
  const due = (from: string, minutes: number): string | undefined => {
    const atMs = addWorkingMinutes({ schedule: warsaw }, at(from), minutes);
    return atMs === undefined ? undefined : new Date(atMs).toISOString();
  };

  it("end within hours, at the latest when they end", () => {
    expect(due("2026-01-09T15:30Z", 30)).toBe("2026-01-09T16:00:00.000Z");
    expect(due("2026-01-09T15:30Z", 30.001)).toBe("2026-01-12T08:00:00.060Z");
    expect(due("2026-01-10T15:30Z", 0)).toBe("2026-01-10T15:30:00.000Z");
    expect(due("2026-01-10T15:30Z", 0.1)).toBe("2026-01-12T08:00:06.000Z");
  });

  it("are looked for 400 days ahead", () => {
    const DAY = 24 * 60;
    expect(addWorkingMinutes({}, 7, 400 * DAY)).toBe(7 + 400 * DAY * MINUTE_MS);
    expect(addWorkingMinutes({}, 7, 400 * DAY + 0.001)).toBe(undefined);
    expect(addWorkingMinutes({ schedule: { timeZone: "UTC", hours: [] } }, 0, 1)).toBe(undefined);
    expect(due("2026-01-05T00:00Z", 1e9)).toBe(undefined);
    expect(due("2026-01-05T00:00Z", Number.MAX_VALUE)).toBe(undefined);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("may not be %d", (minutes) => {
    expect(() => addWorkingMinutes({}, 0, minutes)).toThrow(
      new RangeError("addWorkingMinutes: minutes must be a finite number, not negative"),
    );
  });
});
