import { describe, expect, it } from "vitest";
import {
  assign,
  atMostAhead,
  capacity,
  cascade,
  compose,
  coolDown,
  emptyState,
  finishFirst,
  holderOf,
  type LeadEvent,
  limits,
  rotation,
  unwrap,
} from "../../src/index.js";

const lead = { id: "l1", receivedAtMs: 0 };
const start = emptyState({ seed: "s" });
const returned: LeadEvent = { id: "back", atMs: 9, type: "returned" };

describe("whoever holds a lead", () => {
  it("is not too full for it because the CRM counts the lead among its open ones", () => {
    const desk = compose({
      ledger: "desk",
      filters: [capacity()],
      selector: rotation(),
      delivery: assign({ lookAgainUntil: "worked" }),
    });
    const given = unwrap(desk(lead, { reps: [{ id: "ann", capacity: 1 }] }, start));
    const counted = { reps: [{ id: "ann", capacity: 1, openLeads: 1 }, { id: "bob" }] };
    const event: LeadEvent = { id: "e1", atMs: 5, type: "updated" };
    const after = unwrap(desk.respond(lead, given.decision, event, counted, given.state));
    expect([holderOf(after.decision), after.refusal?.rule]).toStrictEqual(["ann", "holder-fits"]);
  });

  it.each([
    limits({ name: "desk", each: [{ most: 1, windowMs: 100 }] }),
    coolDown({ pauseMs: 100 }),
    finishFirst({ most: 1, until: "worked" }),
  ])("is not kept from it by $name for what the lead itself has used up", (filter) => {
    const delivery = assign({ lookAgainUntil: "worked" });
    const desk = compose({ ledger: "desk", filters: [filter], selector: rotation(), delivery });
    const alone = { reps: [{ id: "ann" }] };
    const [old, next] = [
      { id: "l0", receivedAtMs: 0 },
      { id: "l2", receivedAtMs: 201 },
    ];
    const first = unwrap(desk(old, alone, start));
    const contact: LeadEvent = { id: "e0", atMs: 2, type: "worked" };
    const { state } = unwrap(desk.respond(old, first.decision, contact, alone, first.state));
    const given = unwrap(desk({ ...lead, receivedAtMs: 200 }, alone, state));
    const both = { reps: [{ id: "ann" }, { id: "bob" }] };
    const event: LeadEvent = { id: "e1", atMs: 201, type: "updated" };
    const after = unwrap(desk.respond(lead, given.decision, event, both, given.state));
    expect([holderOf(after.decision), after.refusal?.rule]).toStrictEqual(["ann", "holder-fits"]);
    expect(holderOf(unwrap(desk(next, both, given.state)).decision)).toBe("bob");
  });

  it("is not too far ahead for it because it paid for it", () => {
    const delivery = assign({ lookAgainUntil: "worked" });
    const desk = compose({ ledger: "desk", filters: [atMostAhead(0.5)], selector: rotation(), delivery });
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const given = unwrap(desk(lead, roster, start));
    const event: LeadEvent = { id: "e1", atMs: 5, type: "updated" };
    const after = unwrap(desk.respond(lead, given.decision, event, roster, given.state));
    expect(after.refusal?.rule).toBe("holder-fits");
  });

  it("gets its price back where it was paid, also when another strategy heard of first contact in between", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const old = compose({ ledger: "old", filters: [], selector: rotation() });
    const next = compose({ ledger: "new", filters: [], selector: rotation() });
    const given = unwrap(old(lead, roster, start));
    const worked: LeadEvent = { id: "e1", atMs: 5, type: "worked" };
    const after = unwrap(next.respond(lead, given.decision, worked, roster, given.state));
    expect(after.decision.ledger).toBe("old");
    const back = unwrap(next.respond(lead, after.decision, returned, roster, after.state));
    const outside = Object.fromEntries(back.state.ledgers.map((ledger) => [ledger.name, ledger.outside < 0]));
    expect(outside).toStrictEqual({ old: true, new: false });
  });

  it("is not given the lead that it gave back because it is named for leads that nobody accepts", () => {
    const delivery = cascade({ answerMs: 5, whenNobody: { assignTo: ["ann", "bob"] } });
    const desk = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const step = (
      at: { decision: Parameters<typeof desk.respond>[1]; state: typeof start },
      event: LeadEvent,
    ) => unwrap(desk.respond(lead, at.decision, event, roster, at.state));
    const taken = step(unwrap(desk(lead, roster, start)), {
      id: "yes",
      atMs: 1,
      type: "accepted",
      repId: "ann",
    });
    const offered = step(taken, returned);
    const refused = step(offered, { id: "no", atMs: 10, type: "declined", repId: "bob" });
    expect(holderOf(refused.decision)).toBe("bob");
  });
});
