import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { readReps } from "../../../src/cli/input/readReps.js";
import { schedule } from "../../../src/cli/input/schedule.js";

const faultsOf = (cell: string): readonly string[] => {
  const read = readReps({ name: "reps.csv", text: `id,schedule\nann,"${cell}"` });
  if (E.isLeft(read)) throw new Error(read.left.message);
  return read.right.faults.map(({ field, message }) => `${field}: ${message}`);
};

describe("a cell with a schedule", () => {
  it.each([
    ["UTC", { timeZone: "UTC" }],
    [
      "Asia/Kathmandu  fri-Mon,Wed 22:00-06:00",
      { timeZone: "Asia/Kathmandu", hours: [{ days: [5, 6, 7, 1, 3], from: "22:00", to: "06:00" }] },
    ],
  ])("is a zone and hours of the week: %s", (cell, read) => {
    expect(schedule(cell)).toStrictEqual(E.right(read));
  });

  it.each([
    ["Mars/Phobos", "column schedule"],
    ["UTC Mon-Fri 9-17", "and hours are such as"],
    ["UTC Mo-Fr 09:00-17:00", "and hours are such as"],
    ["UTC Mon-Tue-Wed 09:00-17:00", "and hours are such as"],
    ["UTC Mon-Fri 09:00-25:00", "column schedule"],
    ["UTC Mon 09:00-17:00; Mon 16:00-18:00", "column schedule"],
  ])("names what is wrong: %s", (cell, words) => {
    const faults = faultsOf(cell);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]).toContain(words);
  });
});
