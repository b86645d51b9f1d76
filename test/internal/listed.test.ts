import { describe, expect, it } from "vitest";
import { listed } from "../../src/internal/listed.js";

describe("listed", () => {
  it("names eight, and says how many more there are", () => {
    const list = (length: number) =>
      listed(
        Array.from({ length }, (_, i) => i),
        (i) => `${i}`,
      );
    expect(list(1)).toBe("0");
    expect(list(8)).toBe("0, 1, 2, 3, 4, 5, 6, 7");
    expect(list(9)).toBe("0, 1, 2, 3, 4, 5, 6, 7 and 1 more");
  });

  it("reads no more of a list than it names", () => {
    let read = 0;
    listed(Array(100_000).fill("x"), (text: string) => {
      read += 1;
      return text;
    });
    expect(read).toBe(8);
  });
});
