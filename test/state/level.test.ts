import { describe, expect, it } from "vitest";
import {
  adoptCounts,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  type Levelling,
  level,
  rotation,
  unwrap,
} from "../../src/index.js";
import { deskLedger } from "../support/desk.js";
import { rosterOf } from "../support/story.js";

const U = CREDITS_PER_LEAD;
const empty = emptyState({ seed: "s" });

const counts = [
  { repId: "ann", leads: 9 },
  { repId: "bob", leads: 8 },
  { repId: "cyd", leads: 1 },
];
const past = unwrap(adoptCounts(empty, { ledger: "desk", counts, mostLeads: 99 }));

const given: Levelling = { ledger: "desk", repId: "cyd", reason: "back from leave", atMs: 3 };

const faultsOf = (change: object, state = past) => {
  const result = level(state, { ...given, ...change });
  return result._tag === "Left"
    ? result.left.map(({ path, message }) => `${path.join(".")}: ${message}`)
    : [];
};

describe("whoever is set level", () => {
  it("is owed what its peers are on average, from outside", () => {
    expect(deskLedger(past).credits).toStrictEqual([-3 * U, -2 * U, 5 * U]);
    const { credits, outside, adjusted } = deskLedger(unwrap(level(past, given)));
    expect(credits).toStrictEqual([-3 * U, -2 * U, -2.5 * U]);
    expect(outside).toBe(7.5 * U);
    expect(adjusted).toStrictEqual([
      { repId: "cyd", credits: -7.5 * U, last: { leads: -7.5, reason: "back from leave", atMs: 3 } },
    ]);
  });

  it("takes turns with them from then on, and has no flood of leads", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    let state = unwrap(level(past, { ...given, by: "maria" }));
    const had = new Map<string, number>();
    for (let n = 0; n < 9; n += 1) {
      const outcome = unwrap(
        strategy({ id: `l${n}`, receivedAtMs: n }, rosterOf("ann", "bob", "cyd"), state),
      );
      state = outcome.state;
      if (outcome.decision.status === "assigned")
        had.set(outcome.decision.repId, (had.get(outcome.decision.repId) ?? 0) + 1);
    }
    expect(had.get("cyd")).toBe(3);
  });

  it("may be compared with some only; itself, strangers and doubles do not count", () => {
    const peers = ["bob", "cyd", "zoe", "bob"];
    expect(deskLedger(unwrap(level(past, { ...given, peers }))).credits).toStrictEqual([
      -3 * U,
      -2 * U,
      -2 * U,
    ]);
  });

  it("may be new", () => {
    const { credits, outside } = deskLedger(
      unwrap(level(past, { ...given, repId: "dee", peers: ["ann", "bob"] })),
    );
    expect([credits, outside]).toStrictEqual([[-3 * U, -2 * U, 5 * U, -2.5 * U], 2.5 * U]);
  });

  it("and is so already leaves the state as it is", () => {
    const levelled = unwrap(level(past, given));
    expect(unwrap(level(levelled, { ...given, atMs: 9 }))).toBe(levelled);
    const nothingBooked = unwrap(adoptCounts(empty, { ledger: "other", counts, mostLeads: 9 }));
    expect(unwrap(level(nothingBooked, given))).toBe(nothingBooked);
  });

  it("without anybody to compare with, or without a reason, is refused", () => {
    expect(faultsOf({ peers: ["cyd", "zoe"] })).toStrictEqual([
      "levelling.peers: must name somebody whom the state knows, beside the rep",
    ]);
    expect(faultsOf({}, empty)).toHaveLength(1);
    expect(faultsOf({ reason: "" })).toStrictEqual([
      "levelling.reason: must be given, in at most 500 characters",
    ]);
    expect(faultsOf({ peers: "ann", ledger: 7 })).toHaveLength(2);
  });
});
