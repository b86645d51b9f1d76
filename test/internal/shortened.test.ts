import { describe, expect, it } from "vitest";
import { shortened } from "../../src/internal/shortened.js";

describe("shortened", () => {
  it("leaves 40 characters as they are, and cuts more to that, without blanks at the ends", () => {
    expect(shortened(` ${"x".repeat(40)} `)).toBe("x".repeat(40));
    expect(shortened("x".repeat(41))).toBe(`${"x".repeat(39)}…`);
    expect(shortened("")).toBe("");
  });

  it("does not cut within a character", () => {
    expect(shortened(`${"x".repeat(38)}\u{1f600}\u{1f600}`)).toBe(`${"x".repeat(38)}…`);
    expect(shortened(`${"x".repeat(37)}\u{1f600}\u{1f600}`)).toBe(`${"x".repeat(37)}\u{1f600}…`);
  });
});
