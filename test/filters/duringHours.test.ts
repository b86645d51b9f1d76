import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  duringHours,
  emptyState,
  firstOf,
  type Roster,
  rotation,
  type Schedule,
  unwrap,
} from "../../src/index.js";
import { ask } from "../support/ask.js";

const day: Schedule = { timeZone: "Europe/Warsaw", hours: [{ days: [1], from: "09:00", to: "17:00" }] };
const OPENS = Date.parse("2026-01-05T08:00Z");
const SHUTS = Date.parse("2026-01-05T16:00Z");

const desk = (...filters: Parameters<typeof compose>[0]["filters"]) =>
  compose({ ledger: "desk", filters, selector: rotation() });

const decided = (strategy: ReturnType<typeof compose>, receivedAtMs: number, roster: Roster) =>
  unwrap(strategy({ id: "l1", receivedAtMs }, roster, emptyState({ seed: "s" }))).decision;

const one: Roster = { reps: [{ id: "ann" }] };

describe("duringHours", () => {
  it("lets everybody through while its schedule is open, and nobody else", () => {
    const passesAt = (nowMs: number) => ask(duringHours(day), {}, {}, { nowMs }).passes;
    expect([OPENS - 1, OPENS, SHUTS - 1, SHUTS].map(passesAt)).toStrictEqual([false, true, true, false]);
  });

  it("says when it opens", () => {
    expect(ask(duringHours(day), {}, {}, { nowMs: SHUTS })).toStrictEqual({
      passes: false,
      reason: "has no leads outside opening hours until 2026-01-12 08:00 UTC",
      has: { timeZone: "Europe/Warsaw", opensMs: OPENS + 7 * 86_400_000 },
      wants: SHUTS,
      untilMs: OPENS + 7 * 86_400_000,
    });
    const over = duringHours({ timeZone: "UTC", hours: [] });
    expect(ask(over, {}, {}, { nowMs: 5 })).toMatchObject({
      reason: "has no leads outside opening hours until further notice",
    });
    expect(ask(over, {}, {}, { nowMs: 5 })).not.toHaveProperty("untilMs");
  });

  it("spills over where that is asked for", () => {
    const spill = firstOf([
      { name: "day", strategy: desk(duringHours(day)) },
      { name: "night", strategy: desk() },
    ]);
    expect(decided(spill, SHUTS, one).path).toStrictEqual(["night"]);
    expect(decided(spill, OPENS, one).path).toStrictEqual(["day"]);
  });

  it("has a lead wait until it is open and somebody is there", () => {
    const strategy = desk(duringHours(day, { whenShut: "park" }), available());
    expect(decided(strategy, OPENS - 5, one)).toMatchObject({
      status: "parked",
      reason: "outside-hours",
      wakeAtMs: OPENS,
    });
    const off: Roster = { reps: [{ id: "ann", timeOff: [{ fromMs: OPENS, toMs: OPENS + 9 }] }] };
    expect(decided(strategy, OPENS, off)).toMatchObject({ status: "unassigned" });
    expect(decided(strategy, OPENS, one)).toMatchObject({ status: "assigned" });
    expect(decided(strategy, OPENS - 5, { reps: [] })).toMatchObject({ reason: "empty-roster" });
  });

  it("has its schedule in the fingerprint", () => {
    expect(duringHours(day).literals).toStrictEqual({ schedule: day });
    expect(duringHours(day, { whenShut: "exclude" }).literals).toStrictEqual({ schedule: day });
    expect(duringHours(day, { whenShut: "park" }).literals).toStrictEqual({
      schedule: day,
      whenShut: "park",
    });
  });

  it("refuses what is no schedule of its own, and another option", () => {
    expect(() => duringHours({ like: "day" })).toThrow(RangeError);
    expect(() => duringHours({ timeZone: "Mars/Phobos" })).toThrow(RangeError);
    expect(() => duringHours(day, { whenShut: "wait" as never })).toThrow(
      new RangeError('duringHours: whenShut must be "exclude" or "park"'),
    );
  });
});
