import { describe, expect, it } from "vitest";
import { counted } from "../../src/internal/counted.js";

describe("counted", () => {
  it("minds the singular", () => {
    expect([counted(0, "lead"), counted(1, "lead"), counted(2, "lead")]).toStrictEqual([
      "0 leads",
      "1 lead",
      "2 leads",
    ]);
  });
});
