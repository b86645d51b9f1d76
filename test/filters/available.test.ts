import { describe, expect, it } from "vitest";
import { available } from "../../src/index.js";
import { ask, passes } from "../support/ask.js";

describe("available", () => {
  it("keeps a rep of whom nothing is known", () => {
    expect(passes(available(), {}, {})).toBe(true);
    expect(passes(available(), {}, { active: true, presence: "online", timeOff: [] })).toBe(true);
  });

  it("leaves out who is inactive, away or offline, and says so", () => {
    expect(ask(available(), {}, { active: false })).toMatchObject({ passes: false, reason: "not active" });
    expect(ask(available(), {}, { presence: "away" })).toMatchObject({ reason: "not online", has: "away" });
    expect(ask(available(), {}, { presence: "offline" })).toMatchObject({
      reason: "not online",
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
});
