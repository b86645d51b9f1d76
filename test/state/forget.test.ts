import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  forget,
  readState,
  reconcile,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { throughStore } from "../../src/testing/json.js";
import { dealt, inLeads, three } from "../support/dealt.js";
import { deskLedger } from "../support/desk.js";

describe("forget", () => {
  it("books the credit to outside and moves nobody else", () => {
    const before = dealt(4);
    const after = unwrap(forget(before, ["ann", "a stranger"]));
    expect(after.ids).toStrictEqual(["bob", "cyd"]);
    expect(inLeads(after)).toStrictEqual(inLeads(before).slice(1));
    expect(deskLedger(after).outside).toBe(deskLedger(before).credits[0]);
    expect(after.version).toBe(before.version + 1);
  });

  it("changes nothing when there is nobody to forget", () => {
    const state = dealt(2);
    expect(unwrap(forget(state, ["a stranger"]))).toBe(state);
  });

  it("lets a lead end whose holder was forgotten", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const gone = unwrap(forget(given.state, ["ann"]));
    const event = { id: "e", atMs: 1, type: "returned" } as const;
    const { decision, state } = unwrap(
      strategy.respond(lead, given.decision, event, { reps: [{ id: "bob" }] }, gone),
    );
    expect(decision).toMatchObject({ repId: "bob" });
    expect(unwrap(readState(throughStore(state))).openLeads).toStrictEqual([1, 0]);
  });

  it("names every fault of its arguments", () => {
    expect(forget({} as State, [3 as unknown as string])).toMatchObject({
      _tag: "Left",
      left: expect.arrayContaining([expect.objectContaining({ path: ["ids", 0] })]),
    });
  });

  it("leaves nothing to give back, though the holder is on the roster again", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const gone = unwrap(forget(given.state, ["ann"]));
    const event = { id: "e", atMs: 1, type: "closed", result: "no-show" } as const;
    const { state } = unwrap(strategy.respond(lead, given.decision, event, three, gone));
    expect(deskLedger(state).outside).toBe(deskLedger(gone).outside);
  });

  it("never takes a load below zero afterwards", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(strategy(lead, three, emptyState({ seed: "s" })));
    const gone = unwrap(forget(given.state, ["ann"]));
    const back = unwrap(reconcile(gone, [{ repId: "ann", openLeads: 0 }]));
    const event = { id: "e", atMs: 1, type: "closed", result: "won" } as const;
    const { state } = unwrap(strategy.respond(lead, given.decision, event, three, back));
    expect(state.openLeads).toStrictEqual([0, 0, 0]);
  });
});
