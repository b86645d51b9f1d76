import { describe, expect, it } from "vitest";
import { plain } from "../../src/cli/plain.js";

describe("plain", () => {
  it("leaves ordinary text of any script as it is", () => {
    expect(plain("Zoë 日本 👍")).toBe("Zoë 日本 👍");
  });

  it("writes out what a terminal would obey, and lone surrogates", () => {
    expect(plain("a\u001b[31m\n\u202e\ud800")).toBe("a\\u001b[31m\\u000a\\u202e\\ud800");
  });

  it("cuts long text between characters", () => {
    expect(plain("👍".repeat(41))).toBe(`${"👍".repeat(39)}…`);
    expect(plain("👍".repeat(40))).toBe("👍".repeat(40));
  });
});
