import * as E from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { flag, levels, list, number, words } from "../../../src/cli/input/cells.js";

describe("number", () => {
  it.each([
    ["0", 0],
    ["12", 12],
    ["-3", -3],
    ["+4", 4],
    [".5", 0.5],
    ["1.", 1],
    ["2e3", 2000],
  ])("reads %s", (cell, value) => {
    expect(number(cell)).toStrictEqual(E.right(value));
  });

  it.each(["12abc", "1,5", "1 000", "Infinity", "NaN", "0x10", "", "1.2.3", "--1", "."])(
    "refuses %s",
    (cell) => {
      expect(number(cell)).toStrictEqual(E.left("is not a number"));
    },
  );
});

describe("flag", () => {
  it("reads true and false in any case, and nothing else", () => {
    expect([flag("true"), flag("FALSE")]).toStrictEqual([E.right(true), E.right(false)]);
    expect([flag("yes"), flag("1")].map(E.isLeft)).toStrictEqual([true, true]);
  });
});

describe("list", () => {
  it("separates by semicolons, commas and line breaks, and keeps blanks within", () => {
    expect(list("US-CA; EMEA/Northern Europe,GB\nSE;")).toStrictEqual(
      E.right(["US-CA", "EMEA/Northern Europe", "GB", "SE"]),
    );
  });

  it("refuses a cell of separators alone, which would else mean nowhere", () => {
    expect(list(" ; ,")).toStrictEqual(E.left("names nothing"));
  });
});

describe("words", () => {
  it("separates by blanks too, and keeps the order", () => {
    expect(words("sv  en;de,fr")).toStrictEqual(E.right(["sv", "en", "de", "fr"]));
  });
});

describe("levels", () => {
  it("reads skills with levels", () => {
    expect(levels("crm:3; sql: 2.5,")).toStrictEqual(E.right({ crm: 3, sql: 2.5 }));
  });

  it.each(["crm:4\nsql:3", "crm:4 sql:3", "crm: 4  sql :3", "crm:4\tsql:3"])(
    "separates by line breaks, and by blanks after a level: %j",
    (cell) => {
      expect(levels(cell)).toStrictEqual(E.right({ crm: 4, sql: 3 }));
    },
  );

  it("keeps blanks within the name of a skill", () => {
    expect(levels("customer success:2 crm:4")).toStrictEqual(E.right({ "customer success": 2, crm: 4 }));
  });

  it("reads __proto__ as a skill like any other", () => {
    expect(E.map((found) => Object.entries(found as object))(levels("__proto__:1"))).toStrictEqual(
      E.right([["__proto__", 1]]),
    );
  });

  it.each(["crm", "crm:", ":3", "crm:high", "crm:3; sql", "iso:27001:2", "crm:4|sql:3", "crm:4 5"])(
    "refuses %s",
    (cell) => {
      expect(levels(cell)).toStrictEqual(
        E.left('is not a list of skills with levels, such as "crm:3; sql:2"'),
      );
    },
  );

  it("refuses a skill that is named twice, and a cell without any", () => {
    expect(levels("crm:3; crm:1")).toStrictEqual(E.left('names "crm" twice'));
    expect(levels(";")).toStrictEqual(E.left("names nothing"));
  });
});
