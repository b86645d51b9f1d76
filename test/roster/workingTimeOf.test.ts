import { describe, expect, it } from "vitest";
import { isAtWork, type Rep, type Schedule, workingTimeOf } from "../../src/index.js";

const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "17:00" }];
const team: Schedule = { timeZone: "Europe/Warsaw", hours };
const schedules = JSON.parse(`{"__proto__":${JSON.stringify(team)}}`) as Record<string, Schedule>;
const like = "__proto__";

describe("workingTimeOf", () => {
  it("fills in what a team has and the rep does not say", () => {
    const timeOff = [{ fromMs: 5, toMs: 6 }];
    const rep: Rep = { id: "ann", schedule: { like, timeZone: "Asia/Kathmandu" }, timeOff, weight: 2 };
    const worker = workingTimeOf(rep, { schedules });
    expect(worker).toStrictEqual({ schedule: { timeZone: "Asia/Kathmandu", hours }, timeOff });
    expect(isAtWork(worker, Date.parse("2026-01-05T03:15Z"))).toBe(true);
  });

  it("leaves hours of one's own as they are, and says nothing where there are none", () => {
    expect(workingTimeOf({ id: "ann", schedule: team }, {}).schedule).toBe(team);
    expect(workingTimeOf({ id: "ann" }, { schedules })).toStrictEqual({});
  });

  it("refuses a schedule that nobody has", () => {
    expect(() => workingTimeOf({ id: "ann", schedule: { like } }, {})).toThrow(RangeError);
    expect(() => workingTimeOf({ id: "ann", schedule: { like: "toString" } }, { schedules })).toThrow(
      'workingTimeOf: the roster has no schedule "toString"',
    );
  });
});
