import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  emptyState,
  type Rep,
  region,
  rotation,
  unwrap,
  whyNot,
  whyNotText,
} from "../../src/index.js";

const desk = compose({ ledger: "desk", filters: [region(), available()], selector: rotation() });
const lead = { id: "l1", receivedAtMs: 0, region: "SE" };
const bob: Rep = { id: "bob" };

const tell = (cyd: Partial<Rep>): readonly string[] =>
  whyNotText(
    unwrap(whyNot(desk, "cyd", lead, { reps: [bob, { ...cyd, id: "cyd" }] }, emptyState({ seed: "s" }))),
  )
    .split("\n")
    .slice(1);

describe("whyNotText", () => {
  it("names each change that would have been enough", () => {
    expect(tell({})).toStrictEqual([
      "It would have, with one credit more owed on ledger desk, having lost a tie.",
    ]);
  });

  it("says so where no change of one kind would", () => {
    expect(tell({ regions: ["US"], presence: "away" })).toStrictEqual([
      "No change of one kind would have been enough.",
    ]);
  });

  it("only tells of the place of who has the lead", () => {
    const won = unwrap(whyNot(desk, "bob", lead, { reps: [bob] }, emptyState({ seed: "s" })));
    expect(whyNotText(won, { nameOf: () => "Bob" })).toBe(
      "Bob gets lead l1: place 1 of 1, is the only one who may have it.",
    );
  });
});
