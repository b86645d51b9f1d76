import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { readOptions } from "../../src/cli/readOptions.js";

describe("readOptions", () => {
  it("takes the sample where no files are named", () => {
    expect(readOptions([])).toStrictEqual(E.right({ all: false, help: false }));
  });

  it("writes the decisions about the sample on demand", () => {
    expect(readOptions(["--out", "o.csv"])).toStrictEqual(E.right({ out: "o.csv", all: false, help: false }));
  });

  it("reads every option", () => {
    expect(
      readOptions(["--leads", "l.csv", "--reps=r.json", "--state", "s.json", "--out", "o.CSV", "--all"]),
    ).toStrictEqual(
      E.right({
        input: { leads: "l.csv", reps: "r.json" },
        state: "s.json",
        out: "o.CSV",
        all: true,
        help: false,
      }),
    );
    expect(readOptions(["-h"])).toStrictEqual(E.right({ all: false, help: true }));
  });

  it.each([
    [
      ["--leads", "l.csv"],
      "--leads and --reps go together: give both, or neither for the sample that ships.",
    ],
    [["--reps", "r.csv"], "--leads and --reps go together: give both, or neither for the sample that ships."],
    [["--state="], "A file name must not be empty."],
    [["--out", "o.txt"], "--out must end in .csv or .json."],
    [["--leads", "a.csv", "--reps", "./a.csv"], "--leads and --reps name the same file."],
    [["--leads", "l.csv", "--reps", "r.csv", "--out", "x/../l.csv"], "--leads and --out name the same file."],
    [
      ["--state", "s.json"],
      "--state needs --leads and --reps: the sample would be dealt into the account that it keeps.",
    ],
    [
      ["--state", "s.json", "--out", "o.csv"],
      "--state needs --leads and --reps: the sample would be dealt into the account that it keeps.",
    ],
    [["--colour"], "Unknown option '--colour'"],
    [["--state"], "Option '--state <value>' argument missing"],
    [["l.csv"], "Unexpected argument 'l.csv'. This command does not take positional arguments"],
  ])("refuses %j", (args, message) => {
    expect(readOptions(args)).toStrictEqual(E.left(message));
  });
});
