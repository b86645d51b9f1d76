import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "../../../src/cli/input/csvRows.js";

const lines = (text: string) => csvRows(text).map(({ line, cells }) => [line, cells?.join("|")]);

describe("csvRows", () => {
  it("gives each row the line on which it begins", () => {
    expect(lines('id,note\nl1,"one\ntwo\nthree"\nl2,x')).toStrictEqual([
      [1, "id|note"],
      [2, "l1|one\ntwo\nthree"],
      [5, "l2|x"],
    ]);
  });

  it("counts a line end of two characters once, also in a quoted cell and after a byte order mark", () => {
    expect(lines('\uFEFFid,note\r\nl1,"one\r\ntwo"\r\nl2,x\r\n')).toStrictEqual([
      [1, "id|note"],
      [2, "l1|one\ntwo"],
      [4, "l2|x"],
    ]);
  });

  it("reads line ends of different kinds in one file", () => {
    expect(lines("a\r\nb\nc\rd").map(([line]) => line)).toStrictEqual([1, 2, 3, 4]);
  });

  it("passes over empty lines and still counts them", () => {
    expect(lines("\n\nid\n\n  \nl1\n\n")).toStrictEqual([
      [3, "id"],
      [6, "l1"],
    ]);
  });

  it("finds nothing in nothing", () => {
    expect([csvRows(""), csvRows("\uFEFF"), csvRows("\n\n")]).toStrictEqual([[], [], []]);
  });

  it("names a row whose quotes are wrong, with its column, and reads on in the next line", () => {
    expect(csvRows('id,note\nl1,5" nails\nl2,"a"b\nl3,ok\nl4,"open\nl5,ok')).toStrictEqual([
      { line: 1, cells: ["id", "note"] },
      { line: 2, cells: undefined, column: 1, message: "has a quote in a cell that does not begin with one" },
      {
        line: 3,
        cells: undefined,
        column: 1,
        message: "goes on after its closing quote (a quote within a cell is written twice)",
      },
      { line: 4, cells: ["l3", "ok"] },
      { line: 5, cells: undefined, column: 1, message: "has a quote that is never closed" },
      { line: 6, cells: ["l5", "ok"] },
    ]);
  });

  it("reads on after a wrong row that follows a row of several lines", () => {
    expect(lines('a,"x\ny"\n\nb,"x"y\nc,z')).toStrictEqual([
      [1, "a|x\ny"],
      [4, undefined],
      [5, "c|z"],
    ]);
  });

  it("ends at a wrong row that is the last line", () => {
    expect(lines('a,b\nc,"d')).toStrictEqual([
      [1, "a|b"],
      [2, undefined],
    ]);
  });

  it("reads a cell of a million characters", () => {
    const [row] = csvRows(`l1,"${"x\n".repeat(500_000)}"`);
    expect(row?.cells?.[1]?.length).toBe(1_000_000);
  });

  it("gives back what a CSV writer wrote, whatever the cells hold", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", ";", " ", "é") });
    const rows = fc.array(fc.tuple(fc.constant("x"), cell, cell), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (written) => {
        const read = csvRows(stringify(written));
        expect(read.map(({ cells }) => cells)).toStrictEqual(written);
      }),
    );
  });
});
