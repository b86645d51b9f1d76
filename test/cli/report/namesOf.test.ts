import { describe, expect, it } from "vitest";
import { namesOf } from "../../../src/cli/report/namesOf.js";

describe("namesOf", () => {
  it("calls reps by name, and adds the id where a name is shared or missing", () => {
    const nameOf = namesOf([
      { id: "r1", name: "Ann" },
      { id: "r2", name: "Bob" },
      { id: "r3", name: "Bob" },
      { id: "r4" },
      { id: "r5", name: " " },
    ]);
    expect(["r1", "r2", "r3", "r4", "r5", "gone"].map(nameOf)).toStrictEqual([
      "Ann",
      "Bob (r2)",
      "Bob (r3)",
      "r4",
      "r5",
      "gone",
    ]);
  });
});
