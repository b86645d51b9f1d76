import { describe, expect, it } from "vitest";
import {
  assign,
  available,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  type LookAgainUntil,
  language,
  type Roster,
  rotation,
} from "../../src/index.js";
import { deskLedger } from "../support/desk.js";
import {
  effectsIn,
  expired,
  owedIn,
  returned,
  rosterOf,
  type Story,
  stands,
  storyOf,
  updated,
  woken,
} from "../support/story.js";

const lead = { id: "l1", receivedAtMs: 0 };

const desk = (lookAgainUntil: LookAgainUntil = "offered") =>
  compose({
    ledger: "desk",
    filters: [language(), available(), capacity()],
    selector: rotation(),
    delivery: assign({ lookAgainUntil }),
  });

const given = (lookAgainUntil?: LookAgainUntil, roster?: Roster): Story =>
  storyOf(desk(lookAgainUntil), roster === undefined ? {} : { roster });

const away: Roster = { reps: ["ann", "bob", "cyd"].map((id) => ({ id, active: false })) };

describe("first contact", () => {
  it("is kept with its moment, and changes nothing else", () => {
    const before = given();
    for (const happening of [{ type: "worked" }, { type: "worked", repId: "ann" }] as const) {
      const after = before.on(7, happening);
      expect(after.decision).toStrictEqual({
        ...before.decision,
        revision: 1,
        stateVersion: before.state.version,
        eventIds: ["e1"],
        atMs: 7,
        workedAtMs: 7,
      });
      expect(after.state).toBe(before.state);
      expect(after.effects).toStrictEqual([]);
    }
  });

  it("is made once, by the holder, of a lead that somebody holds", () => {
    const worked = given().on(7, { type: "worked" });
    expect(worked.on(8, { type: "worked" }).refusal).toStrictEqual({
      rule: "worked-already",
      reason: "first contact was made before",
    });
    expect(given().on(7, { type: "worked", repId: "bob" }).refusal).toStrictEqual({
      rule: "not-holder",
      reason: "the rep does not hold the lead",
    });
    expect(given("offered", rosterOf()).on(7, { type: "worked" }).refusal?.rule).toBe("not-held");
    expect(worked.on(8, { type: "closed", result: "won" }).on(9, { type: "worked" }).refusal?.rule).toBe(
      "lead-closed",
    );
  });

  it("may be told by a holder whom the filters would not let through any more", () => {
    expect(given().on(7, { type: "worked" }, { roster: away }).decision).toMatchObject({ workedAtMs: 7 });
    expect(given().on(7, { type: "worked" }, { roster: rosterOf() }).decision).toMatchObject({
      workedAtMs: 7,
    });
  });

  it("is the holder's own: the next has not made it", () => {
    const next = given().on(7, { type: "worked" }).on(8, returned);
    expect(next.decision).toMatchObject({ repId: "bob" });
    expect(next.decision).not.toHaveProperty("workedAtMs");
    expect(
      given().on(7, { type: "worked" }).on(8, { type: "reassigned", to: "cyd" }).decision,
    ).not.toHaveProperty("workedAtMs");
  });
});

describe("a duplicate", () => {
  it("is closed with its holder and the lead that goes on, and its price goes back", () => {
    const merged = given().on(7, { type: "merged", into: "l0" });
    expect(merged.decision).toMatchObject({ status: "closed", result: "merged", into: "l0", repId: "ann" });
    expect(merged.decision).not.toHaveProperty("value");
    expect(merged.state.openLeads).toStrictEqual([0, 0, 0]);
    expect(owedIn(3, merged)).toStrictEqual([1, 1, 1]);
    expect(deskLedger(merged.state).outside).toBe(-CREDITS_PER_LEAD);
    expect(merged.effects).toStrictEqual([]);
  });

  it("of nobody's is closed without a holder and costs nothing", () => {
    const nobodys = given("offered", rosterOf());
    const merged = nobodys.on(7, { type: "merged", into: "l0" });
    expect(merged.decision).toMatchObject({ status: "closed", result: "merged", into: "l0" });
    expect(merged.decision).not.toHaveProperty("repId");
    expect(merged.state).toBe(nobodys.state);
  });

  it("gives back no more often than returns may", () => {
    const thrifty = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: assign({ refundsPerRep: 0 }),
    });
    expect(owedIn(3, storyOf(thrifty).on(7, { type: "merged", into: "l0" }))).toStrictEqual([-2, 1, 1]);
  });

  it("is no duplicate of itself, and none once it is closed", () => {
    expect(given().on(7, { type: "merged", into: "l1" }).refusal).toStrictEqual({
      rule: "into-itself",
      reason: "a lead is no duplicate of itself",
    });
    const closed = given().on(7, { type: "merged", into: "l0" });
    expect(closed.on(8, { type: "merged", into: "l2" }).refusal?.rule).toBe("lead-closed");
  });
});

describe("a lead that is returned", () => {
  it("is returned by its holder, or by whoever does not say who", () => {
    expect(stands(given().on(7, { type: "returned", repId: "ann" }))).toBe("bob has it");
    expect(stands(given().on(7, returned))).toBe("bob has it");
  });

  it("is not returned by somebody else, who may have held it once", () => {
    const held = given();
    const refused = held.on(7, { type: "returned", repId: "bob" });
    expect(refused.refusal?.rule).toBe("not-holder");
    expect([refused.decision, refused.state]).toStrictEqual([held.decision, held.state]);
    expect(held.on(7, returned).on(8, { type: "returned", repId: "ann" }).refusal?.rule).toBe("not-holder");
  });
});

describe("a lead that is woken", () => {
  it("and that nobody has is dealt as soon as somebody may have it", () => {
    const nobodys = given("offered", away);
    expect(stands(nobodys)).toBe("nobody: all-left-out");
    expect(nobodys.on(7, woken).decision).toBe(nobodys.decision);
    const dealt = nobodys.on(8, woken, { roster: rosterOf("bob") });
    expect(dealt.decision).toMatchObject({ status: "assigned", repId: "bob", revision: 1, atMs: 8 });
    expect(effectsIn(dealt)).toStrictEqual(["assigned bob"]);
  });

  it("and that nobody has says so anew where the reason is another, without telling the manager again", () => {
    const other = given("offered", away).on(7, woken, { roster: rosterOf() });
    expect([stands(other), other.decision.revision, effectsIn(other)]).toStrictEqual([
      "nobody: empty-roster",
      1,
      [],
    ]);
  });

  it("waits for nothing where somebody holds it", () => {
    expect(given().on(7, woken).refusal?.rule).toBe("not-waiting");
    expect(given().on(7, expired).refusal?.rule).toBe("no-offer");
  });
});

describe("a lead of which more becomes known", () => {
  const speaking: Roster = {
    reps: [
      { id: "ann", languages: ["en"] },
      { id: "bob", languages: ["sv"] },
    ],
  };
  const swedish = { lead: { ...lead, languages: ["sv"] } };
  const french = { lead: { ...lead, languages: ["fr"] } };

  it.each(["offered", "assigned", "worked"] as const)("is dealt if nobody had it, with %s", (until) => {
    const unknown = storyOf(desk(until), { roster: speaking, ...french });
    expect(stands(unknown)).toBe("nobody: all-left-out");
    expect(stands(unknown.on(7, updated, swedish))).toBe("bob has it");
    expect(unknown.on(7, updated, french).decision).toBe(unknown.decision);
  });

  it.each(["offered", "assigned"] as const)("stays with its holder, whatever it is, with %s", (until) => {
    const held = given(until, speaking);
    const after = held.on(7, updated, swedish);
    expect(after.refusal).toStrictEqual({
      rule: "settled",
      reason: "the lead is where it stays, whatever becomes known of it",
    });
    expect([after.decision, after.state]).toStrictEqual([held.decision, held.state]);
  });

  it("goes on to who may have it where the holder may not any more, and the holder gets its price back", () => {
    const moved = given("worked", speaking).on(7, updated, swedish);
    expect(moved.decision).toMatchObject({ status: "assigned", repId: "bob", share: 1, revision: 1 });
    expect(effectsIn(moved)).toStrictEqual(["withdrawn ann", "assigned bob"]);
    expect(moved.state.openLeads).toStrictEqual([0, 1]);
    expect(owedIn(2, moved)).toStrictEqual([1, 1]);
  });

  it("leaves its holder free to have it again: it gave nothing up", () => {
    const moved = given("worked", speaking).on(7, updated, swedish);
    expect(moved.decision.tried).toBeUndefined();
    expect(stands(moved.on(8, updated, { lead: { ...lead, languages: ["en"] } }))).toBe("ann has it");
  });

  it("stays with a holder who may still have it", () => {
    const refused = given("worked", speaking).on(7, updated, { lead: { ...lead, languages: ["en"] } });
    expect(refused.refusal?.rule).toBe("holder-fits");
  });

  it("stays with its holder where nobody else may have it", () => {
    const held = given("worked", speaking);
    const refused = held.on(7, updated, french);
    expect(refused.refusal?.rule).toBe("nobody-else");
    expect([refused.decision, refused.state, refused.effects]).toStrictEqual([held.decision, held.state, []]);
  });

  it("does not count the lead itself against its holder", () => {
    const roster = { reps: [{ id: "ann", capacity: 1 }, { id: "bob" }] };
    expect(given("worked", roster).on(7, updated).refusal?.rule).toBe("holder-fits");
  });

  it("stays with a holder who made contact", () => {
    const worked = given("worked", speaking).on(6, { type: "worked" });
    expect(worked.on(7, updated, swedish).refusal?.rule).toBe("worked-already");
  });

  it("goes on from a holder who has left the roster", () => {
    expect(stands(given("worked", speaking).on(7, updated, { roster: rosterOf("bob") }))).toBe("bob has it");
  });

  it("is not dealt to those who gave it up", () => {
    const back = given("worked", speaking).on(6, returned);
    expect(stands(back)).toBe("bob has it");
    expect(back.on(7, updated, { lead: { ...lead, languages: ["en"] } }).refusal?.rule).toBe("nobody-else");
  });

  it("is closed for good once it is closed", () => {
    const closed = given("worked", speaking).on(6, { type: "closed", result: "won" });
    expect(closed.on(7, updated, swedish).refusal?.rule).toBe("lead-closed");
  });
});

describe("assign", () => {
  it("refuses a moment to look again that it does not know", () => {
    for (const lookAgainUntil of ["", "closed", 7])
      expect(() => assign({ lookAgainUntil: lookAgainUntil as "worked" })).toThrow(
        new RangeError('assign: lookAgainUntil must be one of "offered", "assigned", "worked"'),
      );
  });

  it("stands in the fingerprint with when it looks again", () => {
    const prints = [desk("offered"), desk("assigned"), desk("worked")].map(({ fingerprint }) => fingerprint);
    expect(new Set([...prints, desk().fingerprint]).size).toBe(3);
  });
});
