import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { moment } from "../../../src/cli/input/moment.js";

const NINE = Date.UTC(2026, 0, 5, 9);

describe("moment", () => {
  it.each([
    ["2026-01-05T09:00:00Z", NINE],
    ["2026-01-05T09:00Z", NINE],
    ["2026-01-05 10:00+01:00", NINE],
    ["2026-01-05T04:30:00.000-0430", NINE],
    ["2026-01-05T09:00:00.1Z", NINE + 100],
    ["2026-01-05T09:00:00.123999Z", NINE + 123],
    ["2024-02-29T00:00Z", Date.UTC(2024, 1, 29)],
    [String(NINE), NINE],
  ])("reads %s", (cell, atMs) => {
    expect(moment(cell)).toStrictEqual(E.right(atMs));
  });

  it("reads a bare number as milliseconds, and refuses one so small that seconds must be meant", () => {
    expect(moment("100000000000")).toStrictEqual(E.right(100_000_000_000));
    for (const seconds of ["1767605400", "99999999999", "0"]) {
      expect(moment(seconds)).toStrictEqual(E.left("looks like seconds: milliseconds since 1970 are meant"));
    }
  });

  it("refuses a local time, since it depends on the machine", () => {
    expect(moment("2026-01-05T09:00")).toStrictEqual(
      E.left('has no time zone: end it in "Z" or an offset such as "+01:00"'),
    );
  });

  it.each([
    "tomorrow",
    "2026-01-05",
    "05.01.2026 09:00Z",
    "2026-02-30T09:00Z",
    "2026-13-01T09:00Z",
    "2026-01-05T24:00Z",
    "2026-01-05T09:60Z",
    "2026-01-05T09:00:60Z",
    "2026-01-05T09:00+24:00",
    "2026-01-05T09:00+01:60",
    "-5",
    "1.5",
  ])("refuses %s", (cell) => {
    expect(E.isLeft(moment(cell))).toBe(true);
  });
});
