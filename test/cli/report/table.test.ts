import { describe, expect, it } from "vitest";
import { left, right, table } from "../../../src/cli/report/table.js";

describe("table", () => {
  it("aligns columns under their heads and ends no line in blanks", () => {
    expect(
      table(
        [left("rep"), right("leads"), left("why")],
        [
          ["Zoë", "7", ""],
          ["👍 Ann", "123456", "all"],
        ],
      ),
    ).toStrictEqual(["  rep     leads  why", "  Zoë         7", "  👍 Ann  123456  all"]);
  });
});
