import { describe, expect, it } from "vitest";
import { repShape } from "../../src/check/rep.js";
import { faultsOf } from "../../src/check/shape.js";
import { readRep } from "../../src/schema/index.js";
import { linesOf } from "../schema/support.js";

const MOST =
  "must be a whole number, at least 1: to give a rep no leads, use weight 0, capacity 0 or active: false";
const REMEMBERED = "must be at most 1000 with windowMs: so many moments are remembered";

/** What the core says of a rep with one limit or quota; the schema must say the same. */
const saidOf = (field: "limits" | "quotas", value: unknown): readonly string[] => {
  const rep = { id: "ann", [field]: [value] };
  const core = faultsOf("rep", repShape, rep).map(({ path, message }) => `${path.join(".")}: ${message}`);
  expect(linesOf(readRep(rep))).toStrictEqual(core);
  return core.map((line) => line.replace(`rep.${field}.0`, ""));
};

describe("a limit", () => {
  it.each([
    { most: 1, per: "day" },
    { most: 100_000, per: "week", weekStart: 7, timeZone: "Europe/Warsaw", ramp: [0, 3] },
    { most: 1000, windowMs: 1, ramp: [1000] },
  ])("may be %j", (limit) => {
    expect(saidOf("limits", limit)).toStrictEqual([]);
  });

  it.each<readonly [unknown, readonly string[]]>([
    [{ most: 0, per: "day" }, [`.most: ${MOST}`]],
    [{ most: 1.5, per: "day" }, [`.most: ${MOST}`]],
    [{ most: "5", per: "day" }, [`.most: ${MOST}`]],
    [{ per: "day" }, [".most: is missing"]],
    [{ most: 1 }, [": must have either per or windowMs"]],
    [{ most: 1, per: "day", windowMs: 5 }, [": must have either per or windowMs"]],
    [{ most: 1, per: "year" }, ['.per: must be one of "hour", "day", "week", "month"']],
    [{ most: 1, windowMs: 0 }, [".windowMs: must be whole milliseconds above 0"]],
    [{ most: 1, windowMs: 0.5 }, [".windowMs: must be whole milliseconds above 0"]],
    [{ most: 1001, windowMs: 5 }, [`.most: ${REMEMBERED}`]],
    [{ most: 1, windowMs: 5, ramp: [1, 1001] }, [`.ramp.1: ${REMEMBERED}`]],
    [{ most: 1, windowMs: 5, timeZone: "UTC" }, [".timeZone: goes with per: leave it out"]],
    [{ most: 1, windowMs: 5, weekStart: 1 }, [".weekStart: goes with per: leave it out"]],
    [
      { most: 1, per: "week", weekStart: 8 },
      [".weekStart: must be a whole number from 1 (Monday) to 7 (Sunday)"],
    ],
    [
      { most: 1, per: "week", timeZone: "Mars/Base" },
      ['.timeZone: is not a time zone that this runtime knows: "Mars/Base"'],
    ],
    [
      { most: 1, per: "week", ramp: [1, -1, 0.5] },
      [".ramp.1: must be a whole number, not negative", ".ramp.2: must be a whole number, not negative"],
    ],
    [{ most: 1, per: "week", ramp: 5 }, [".ramp: must be a list"]],
    ["5 a day", [": must be an object, not text: was it parsed?"]],
    [null, [": must be an object"]],
  ])("is refused as %j, where the fault is", (limit, lines) => {
    expect(saidOf("limits", limit)).toStrictEqual(lines);
  });
});

describe("a quota", () => {
  it("has a least and a window of the calendar", () => {
    expect(saidOf("quotas", { least: 3, per: "month", timeZone: "Asia/Gaza" })).toStrictEqual([]);
    expect(saidOf("quotas", { least: 0, per: "day" })).toStrictEqual([
      ".least: must be a whole number, at least 1",
    ]);
    expect(saidOf("quotas", { least: 1 })).toStrictEqual([".per: is missing"]);
  });
});
