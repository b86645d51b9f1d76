import { describe, it } from "vitest";
import { compose, rotation, weighted } from "../../src/index.js";
import { fair, noFlood } from "../../src/testing/index.js";

const rotating = compose({ ledger: "desk", filters: [], selector: rotation() });
const weighing = compose({ ledger: "desk", filters: [], selector: weighted() });

describe("rotation", () => {
  it("keeps Theorem T with equal shares", () => {
    fair({ shares: "equal" }).check(rotating);
  });

  it("floods nobody on return", () => {
    noFlood.check(rotating);
  });
});

describe("weighted", () => {
  it("keeps Theorem T with shares by weight", () => {
    fair().check(weighing);
  });

  it("floods nobody on return", () => {
    noFlood.check(weighing);
  });
});
