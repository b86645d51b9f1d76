import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { spans } from "../../../src/cli/input/spans.js";

describe("spans", () => {
  it("reads spans separated by semicolons and line breaks", () => {
    expect(
      spans(
        "1970-01-01T00:00Z/1970-01-01T00:01Z; 100000000000/100000060000\n1970-01-01T00:02Z/1970-01-01T00:03Z",
      ),
    ).toStrictEqual(
      E.right([
        { fromMs: 0, toMs: 60_000 },
        { fromMs: 100_000_000_000, toMs: 100_000_060_000 },
        { fromMs: 120_000, toMs: 180_000 },
      ]),
    );
  });

  it("refuses a span that ends before it begins, which would cover nothing", () => {
    expect(spans("1970-01-01T00:01Z/1970-01-01T00:00Z")).toStrictEqual(
      E.left("holds a span that ends before it begins"),
    );
  });

  it("says which end is wrong", () => {
    expect(spans("1970-01-01T00:00/1970-01-01T00:01Z")).toStrictEqual(
      E.left('holds a beginning that has no time zone: end it in "Z" or an offset such as "+01:00"'),
    );
    expect(spans("1970-01-01T00:00Z/soon")).toStrictEqual(
      E.left('holds an end that is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970'),
    );
  });

  it.each(["100000000000", "100000000000/100000000001/100000000002", "0/60", ";", "/"])(
    "refuses %s",
    (cell) => {
      expect(E.isLeft(spans(cell))).toBe(true);
    },
  );
});
