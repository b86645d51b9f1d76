import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { available, type Interval, placesWhere } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("available", () => {
  it("keeps a rep of whom nothing is known", () => {
    expect(passes(available(), {}, {})).toBe(true);
    expect(passes(available(), {}, { active: true, presence: "online", timeOff: [] })).toBe(true);
  });

  it("leaves out who is inactive, away or offline, and says so", () => {
    expect(ask(available(), {}, { active: false })).toMatchObject({ passes: false, reason: "is not active" });
    expect(ask(available(), {}, { presence: "away" })).toMatchObject({ reason: "is away", has: "away" });
    expect(ask(available(), {}, { presence: "offline" })).toMatchObject({
      reason: "is offline",
      has: "offline",
    });
  });

  it("begins a time off at its first moment and ends it at its last", () => {
    const timeOff = [{ fromMs: 100, toMs: 200 }];
    const at = (nowMs: number): boolean => passes(available(), {}, { timeOff }, { nowMs });
    expect([at(99), at(100), at(199), at(200)]).toStrictEqual([true, false, false, true]);
  });

  it("takes any of several times off, and one that ends before it begins for none", () => {
    const timeOff = [
      { fromMs: 50, toMs: 10 },
      { fromMs: 30, toMs: 40 },
    ];
    const at = (nowMs: number): boolean => passes(available(), {}, { timeOff }, { nowMs });
    expect([at(20), at(35), at(45)]).toStrictEqual([true, false, true]);
  });

  it("says until when the rep is off: the last end of what covers the moment", () => {
    const from = Date.UTC(2026, 0, 1);
    const until = (toMs: number) => ({ fromMs: from, toMs });
    const reason = (...timeOff: readonly Interval[]) =>
      ask(available(), {}, { timeOff }, { nowMs: from }).reason;
    const [monday, tuesday] = [Date.UTC(2026, 0, 5, 8), Date.UTC(2026, 0, 6, 8, 30, 59)];
    expect(reason(until(monday))).toBe("is on time off until 2026-01-05 08:00 UTC");
    expect(reason(until(monday), until(tuesday), until(monday))).toBe(
      "is on time off until 2026-01-06 08:30 UTC",
    );
    for (const endless of [Date.UTC(10_000, 0, 1), 8.64e15 + 1, Number.MAX_VALUE])
      expect(reason(until(endless))).toBe("is on time off until further notice");
  });

  it("knows a roster's times off as a whole as one by one, however many there are", () => {
    const aTimeOff = fc.record({ fromMs: fc.nat({ max: 40 }), toMs: fc.nat({ max: 40 }) });
    fc.assert(
      fc.property(
        fc.array(fc.array(aTimeOff, { maxLength: 4 }), { maxLength: 70 }),
        fc.nat({ max: 41 }),
        (all, nowMs) => {
          const reps = all.map((timeOff, i) => ({ id: String(i), timeOff }));
          const sets = available().index?.(reps)({ lead: { id: "l1", receivedAtMs: 0 }, nowMs });
          const expected = placesWhere(reps, ({ timeOff }) =>
            passes(available(), {}, { timeOff }, { nowMs }),
          );
          expect(sets).toStrictEqual([{ rank: 0, places: expected }]);
        },
      ),
    );
  });
});
