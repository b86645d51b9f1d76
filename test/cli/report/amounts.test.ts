import { describe, expect, it } from "vitest";
import { balance, hundredths, minute, tenths } from "../../../src/cli/report/amounts.js";

describe("tenths", () => {
  it("never shows a negative nothing", () => {
    expect([tenths(-0.04), tenths(1.25), tenths(3)]).toStrictEqual(["0.0", "1.3", "3.0"]);
  });
});

describe("hundredths", () => {
  it("never shows a negative nothing", () => {
    expect([hundredths(-0.004), hundredths(1.125), hundredths(3)]).toStrictEqual(["0.00", "1.13", "3.00"]);
  });
});

describe("balance", () => {
  it("says who is owed and who is ahead", () => {
    expect([balance(0.444), balance(-0.256), balance(0.004)]).toStrictEqual([
      "owed 0.44",
      "ahead 0.26",
      "even",
    ]);
  });
});

describe("minute", () => {
  it("shows a moment in UTC, and a number beyond the calendar", () => {
    expect([minute(59_999), minute(1e17)]).toStrictEqual(["1970-01-01 00:00", "100000000000000000"]);
  });
});
