import { describe, expect, it } from "vitest";
import {
  assign,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  type Decision,
  emptyState,
  holderOf,
  type LeadEvent,
  language,
  type Outcome,
  type Roster,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { deskLedger } from "../support/desk.js";

const strategy = compose({ ledger: "desk", filters: [language(), capacity()], selector: rotation() });

const three: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

const lead = { id: "l1", receivedAtMs: 0 };

const given = (roster: Roster = three, of = strategy): Outcome =>
  unwrap(of(lead, roster, emptyState({ seed: "s" })));

type Happening = LeadEvent extends infer E ? (E extends LeadEvent ? Omit<E, "id" | "atMs"> : never) : never;

let events = 0;

const happens = (
  { decision, state }: { readonly decision: Decision; readonly state: State },
  happening: Happening,
  roster: Roster = three,
  of = strategy,
): Outcome => {
  events += 1;
  const event = { id: `e${events}`, atMs: 10, ...happening } as LeadEvent;
  return unwrap(of.respond(lead, decision, event, roster, state));
};

const returned = { type: "returned" } as const;

describe("assign", () => {
  it("gives the lead to the first, tells it, and counts one open lead", () => {
    const { decision, state, effects } = given();
    expect(holderOf(decision)).toBe("ann");
    expect(effects).toStrictEqual([
      { id: '["l1",0,"assigned","ann"]', type: "tell", repId: "ann", what: "assigned" },
    ]);
    expect(state.openLeads).toStrictEqual([1, 0, 0]);
  });

  describe("when the lead is closed", () => {
    it("keeps its holder and frees its place, whatever the result", () => {
      for (const result of ["won", "lost", "disqualified", "no-show", "cancelled"] as const) {
        const closed = happens(given(), { type: "closed", result });
        expect(closed.decision).toMatchObject({
          status: "closed",
          repId: "ann",
          result,
          revision: 1,
          atMs: 10,
        });
        expect(closed.state.openLeads).toStrictEqual([0, 0, 0]);
        expect(closed.effects).toStrictEqual([]);
      }
    });

    it("keeps the value that was won", () => {
      expect(happens(given(), { type: "closed", result: "won", value: 900 }).decision).toMatchObject({
        value: 900,
      });
    });

    it("gives the price back for a no-show and for nothing else", () => {
      const paid = deskLedger(given().state).credits;
      const credits = (result: "won" | "no-show" | "cancelled") =>
        deskLedger(happens(given(), { type: "closed", result }).state).credits;
      expect(credits("won")).toStrictEqual(paid);
      expect(credits("cancelled")).toStrictEqual(paid);
      expect(credits("no-show")[0]).toBe((paid[0] ?? 0) + CREDITS_PER_LEAD);
    });

    it("closes a lead that nobody had, without a holder", () => {
      const nobody = given({ reps: [] });
      const closed = happens(nobody, { type: "closed", result: "lost" }, { reps: [] });
      expect(closed.decision.status).toBe("closed");
      expect(holderOf(closed.decision)).toBeUndefined();
    });

    it("refuses every further event and changes nothing", () => {
      const closed = happens(given(), { type: "closed", result: "won" });
      const again = happens(closed, returned);
      expect(again.refusal).toStrictEqual({ rule: "lead-closed", reason: "the lead is closed" });
      expect(again.decision).toBe(closed.decision);
      expect(again.state).toBe(closed.state);
    });
  });

  describe("when the lead is returned", () => {
    it("deals it on among the others and tells both", () => {
      const dealtOn = happens(given(), returned);
      expect(dealtOn.decision).toMatchObject({
        status: "assigned",
        repId: "bob",
        tried: ["ann"],
        share: 0.5,
      });
      expect(dealtOn.state.openLeads).toStrictEqual([0, 1, 0]);
      expect(
        dealtOn.effects.map((effect) => effect.type === "tell" && [effect.what, effect.repId]),
      ).toStrictEqual([
        ["withdrawn", "ann"],
        ["assigned", "bob"],
      ]);
    });

    it("gives the price back out of outside, and books the next turn among the others", () => {
      const before = deskLedger(given().state);
      const { credits, outside } = deskLedger(happens(given(), returned).state);
      const [ann = 0, bob = 0, cyd = 0] = before.credits;
      expect(outside).toBe(-CREDITS_PER_LEAD);
      expect(credits).toStrictEqual([
        ann + CREDITS_PER_LEAD,
        bob - CREDITS_PER_LEAD / 2,
        cyd + CREDITS_PER_LEAD / 2,
      ]);
    });

    it("never deals it to the same rep again, and leaves it with nobody when all have had it", () => {
      let at: Outcome = given();
      const holders = [holderOf(at.decision)];
      for (let i = 0; i < 3; i += 1) {
        at = happens(at, returned);
        holders.push(holderOf(at.decision));
      }
      expect(holders).toStrictEqual(["ann", "bob", "cyd", undefined]);
      expect(at.decision).toMatchObject({
        status: "unassigned",
        reason: "nobody-else",
        tried: ["ann", "bob", "cyd"],
      });
      expect(happens(at, returned).refusal?.reason).toBe("nobody holds the lead");
    });

    it("asks a newcomer when the lead is offered again, and not those who gave it up", () => {
      const alone = { reps: [{ id: "ann" }] };
      const back = happens(given(alone), returned, alone);
      const retried = (roster: Roster) =>
        unwrap(strategy(lead, roster, back.state, { earlier: back.decision, nowMs: 20 })).decision;
      expect(retried(alone)).toBe(back.decision);
      expect(retried({ reps: [...alone.reps, { id: "dee" }] })).toMatchObject({
        repId: "dee",
        revision: 2,
        tried: ["ann"],
      });
    });

    it("gives back no more often than it may, and stays in balance", () => {
      const thrifty = compose({
        ledger: "desk",
        filters: [],
        selector: rotation(),
        delivery: assign({ refundsPerRep: 1 }),
      });
      const alone = { reps: [{ id: "ann" }] };
      let state = emptyState({ seed: "s" });
      for (let i = 0; i < 3; i += 1) {
        const each = { id: `l${i}`, receivedAtMs: 0 };
        const first = unwrap(thrifty(each, alone, state));
        const event = { id: "e", atMs: 1, type: "returned" } as const;
        state = unwrap(thrifty.respond(each, first.decision, event, alone, first.state)).state;
      }
      expect(deskLedger(state)).toMatchObject({ credits: [CREDITS_PER_LEAD], outside: -CREDITS_PER_LEAD });
      expect(deskLedger(state).columns).toStrictEqual([{ name: "refunds", values: [1] }]);
    });
  });

  describe("when the lead is moved by hand", () => {
    it("goes to the rep named, gives the price back and books nothing", () => {
      const before = deskLedger(given().state);
      const moved = happens(given(), { type: "reassigned", to: "cyd" });
      expect(moved.decision).toMatchObject({ repId: "cyd", share: 0, price: 0, tried: ["ann"] });
      expect(moved.state.openLeads).toStrictEqual([0, 0, 1]);
      const [ann = 0, bob = 0, cyd = 0] = before.credits;
      expect(deskLedger(moved.state).credits).toStrictEqual([ann + CREDITS_PER_LEAD, bob, cyd]);
    });

    it("has no price to give back, and takes none of the rep's refunds", () => {
      const moved = happens(given(), { type: "reassigned", to: "cyd" });
      const ended = happens(moved, { type: "closed", result: "no-show" });
      expect(deskLedger(ended.state)).toStrictEqual(deskLedger(moved.state));
    });

    it("may go back by hand to a rep who gave it up", () => {
      const back = happens(happens(given(), returned), { type: "reassigned", to: "ann" });
      expect(back.decision).toMatchObject({ repId: "ann", tried: ["bob"] });
    });

    it("may go to a rep of a lower rank, but not to one whom a filter leaves out", () => {
      const speaking: Roster = {
        reps: [
          { id: "ann", languages: ["sv"] },
          { id: "bob", languages: ["en"] },
          { id: "cyd", languages: ["de"] },
          { id: "dee", languages: ["en"], capacity: 0 },
        ],
      };
      const swedish = { ...lead, languages: ["sv", "en"] };
      const first = unwrap(strategy(swedish, speaking, emptyState({ seed: "s" })));
      const move = (to: string) =>
        unwrap(
          strategy.respond(
            swedish,
            first.decision,
            { id: to, atMs: 1, type: "reassigned", to },
            speaking,
            first.state,
          ),
        );
      expect(holderOf(move("bob").decision)).toBe("bob");
      expect(move("cyd").refusal).toStrictEqual({
        rule: "language",
        reason: "speaks de; the lead asks for sv, en",
      });
      expect(move("dee").refusal).toStrictEqual({ rule: "capacity", reason: "has a capacity of 0" });
      expect(move("eve").refusal).toStrictEqual({ rule: "roster", reason: "not on the roster" });
      expect(move("ann").refusal).toStrictEqual({
        rule: "held-already",
        reason: "the rep holds the lead already",
      });
    });

    it("may be given to somebody when nobody was found", () => {
      const nobody = given({ reps: [] });
      const moved = happens(nobody, { type: "reassigned", to: "bob" });
      expect(moved.decision).toMatchObject({ status: "assigned", repId: "bob", price: 0 });
    });
  });

  it("refuses answers to offers that it never made", () => {
    for (const [happening, rule] of [
      [{ type: "accepted", repId: "bob" }, "lead-taken"],
      [{ type: "accepted", repId: "ann" }, "held-already"],
      [{ type: "declined", repId: "bob" }, "lead-taken"],
      [{ type: "claimed", repId: "bob" }, "lead-taken"],
      [{ type: "expired" }, "no-offer"],
      [{ type: "woken" }, "not-waiting"],
    ] as const) {
      expect(happens(given(), happening).refusal).toMatchObject({ rule });
    }
  });

  it("refuses an impossible number of refunds", () => {
    for (const refundsPerRep of [-1, 0.5, Number.NaN]) {
      expect(() => assign({ refundsPerRep })).toThrow(RangeError);
    }
  });
});
