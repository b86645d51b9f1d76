import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  type LookAgainUntil,
  language,
  type Roster,
} from "../../../src/index.js";
import { deskLedger } from "../../support/desk.js";
import {
  asked,
  effectsIn,
  expired,
  no,
  offering,
  owedIn,
  returned,
  type Story,
  stands,
  storyOf,
  updated,
  yes,
} from "../../support/story.js";

const lead = { id: "l1", receivedAtMs: 0 };

const begun = (options: Parameters<typeof offering>[0] = {}): Story =>
  storyOf(offering({ atOnce: 2, ...options }));

describe("a lead that is offered", () => {
  it("is closed with nobody, the offers are withdrawn, and no turn is lost", () => {
    const closed = begun().on(5, { type: "closed", result: "no-show", value: 7 });
    expect(closed.decision).toMatchObject({ status: "closed", result: "no-show", value: 7 });
    expect(closed.decision).not.toHaveProperty("repId");
    expect(effectsIn(closed)).toStrictEqual(["withdrawn ann", "withdrawn bob"]);
    expect([closed.state.openOffers, closed.state.ledgers]).toStrictEqual([[0, 0, 0], []]);
    expect(closed.on(6, yes("ann")).refusal?.rule).toBe("lead-closed");
  });

  it("is merged into another, and not into itself", () => {
    const merged = begun().on(5, { type: "merged", into: "l0" });
    expect(merged.decision).toMatchObject({ status: "closed", result: "merged", into: "l0" });
    expect(merged.state.openOffers).toStrictEqual([0, 0, 0]);
    expect(begun().on(5, { type: "merged", into: "l1" }).refusal?.rule).toBe("into-itself");
  });

  it("goes to whom it is given by hand, asked or not, at no price", () => {
    for (const to of ["ann", "cyd"]) {
      const moved = begun().on(5, { type: "reassigned", to });
      expect(moved.decision).toMatchObject({ status: "assigned", repId: to, price: 0 });
      expect(moved.decision.tried).toBeUndefined();
      expect(moved.state.ledgers).toStrictEqual([]);
      expect(moved.state.openOffers).toStrictEqual([0, 0, 0]);
    }
    expect(effectsIn(begun().on(5, { type: "reassigned", to: "ann" }))).toStrictEqual([
      "withdrawn bob",
      "assigned ann",
    ]);
  });

  it("cannot be given by hand to one whom a filter leaves out", () => {
    const roster: Roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd", active: false }] };
    const story = begun({ filters: [available()] }).on(5, { type: "reassigned", to: "cyd" }, { roster });
    expect(story.refusal?.rule).toBe("available");
    expect(asked(story)).toStrictEqual(["ann", "bob"]);
  });

  it("has no holder to return it or to work it, and stands in no pool", () => {
    for (const [happening, rule] of [
      [returned, "not-held"],
      [{ type: "returned", repId: "ann" }, "not-held"],
      [{ type: "worked" }, "not-held"],
      [{ type: "worked", repId: "ann" }, "not-held"],
      [{ type: "claimed", repId: "ann" }, "not-claimable"],
    ] as const)
      expect(begun().on(5, happening).refusal?.rule).toBe(rule);
  });
});

describe("a lead of which more becomes known while it is offered", () => {
  const speaking: Roster = {
    reps: [
      { id: "ann", languages: ["en"] },
      { id: "bob", languages: ["en", "sv"] },
      { id: "cyd", languages: ["sv"] },
    ],
  };
  const swedish = { ...lead, languages: ["sv"] };
  const story = (lookAgainUntil: LookAgainUntil): Story =>
    storyOf(offering({ atOnce: 2, filters: [language()], lookAgainUntil }), { roster: speaking });

  it("stays as it is unless the policy looks again so late", () => {
    const before = story("offered");
    const after = before.on(5, updated, { lead: swedish });
    expect(after.refusal?.rule).toBe("settled");
    expect(after.decision).toBe(before.decision);
  });

  it.each(["assigned", "worked"] as const)(
    "is offered anew to those who may have it now, with %s",
    (until) => {
      const after = story(until).on(5, updated, { lead: swedish });
      expect(stands(after)).toBe("bob 5-65, cyd 5-65");
      expect(effectsIn(after)).toStrictEqual(["withdrawn ann", "offered bob", "offered cyd", "wake 65"]);
      expect(after.decision.tried).toBeUndefined();
      expect(after.state.ledgers).toStrictEqual([]);
      expect(after.state.openOffers).toStrictEqual([0, 1, 1]);
    },
  );

  it("is offered to nobody who said no before, and counts its offers anew", () => {
    const after = story("assigned").on(5, no("bob")).on(6, updated, { lead: swedish });
    expect(stands(after)).toBe("cyd 6-66");
    expect(after.decision).toMatchObject({ offersMade: 1, tried: ["bob"] });
  });

  it("ends as one that nobody accepts where nobody may have it now", () => {
    const french = { ...lead, languages: ["fr"] };
    const after = story("assigned").on(5, updated, { lead: french });
    expect(stands(after)).toBe("nobody: all-left-out");
    expect(effectsIn(after)).toStrictEqual(["withdrawn ann", "withdrawn bob", "escalate all-left-out"]);
  });
});

describe("a lead that was accepted", () => {
  it("is worked by its holder, and looked at again as assign does", () => {
    const taken = begun().on(5, yes("ann"));
    expect(taken.on(9, { type: "worked", repId: "bob" }).refusal?.rule).toBe("not-holder");
    expect(taken.on(9, { type: "worked" }).decision).toMatchObject({ repId: "ann", workedAtMs: 9 });
    expect(taken.on(9, updated).refusal?.rule).toBe("settled");
  });

  it("is offered, not assigned, to the next when it is returned", () => {
    const back = begun().on(5, yes("ann")).on(9, returned);
    expect(stands(back)).toBe("bob 9-69, cyd 9-69");
    expect(effectsIn(back)).toStrictEqual(["withdrawn ann", "offered bob", "offered cyd", "wake 69"]);
    expect(back.decision).toMatchObject({ tried: ["ann"] });
    expect(deskLedger(back.state).outside).toBe(-CREDITS_PER_LEAD);
  });

  it("is asked of nobody who said no or let it pass before it was returned", () => {
    const back = begun({ atOnce: 1 }).on(5, no("ann")).on(65, expired).on(70, yes("cyd")).on(80, returned);
    expect(stands(back)).toBe("nobody: nobody-accepted");
    expect(back.decision.tried).toStrictEqual(["ann", "bob", "cyd"]);
  });

  it("is offered anew when its holder may not have it any more, and the holder gets its price back", () => {
    const reps = ["ann", "bob", "cyd"].map((id) => ({ id, languages: id === "cyd" ? ["sv"] : ["en"] }));
    const strategy = offering({ filters: [language()], lookAgainUntil: "worked" });
    const taken = storyOf(strategy, { roster: { reps } }).on(5, yes("ann"));
    const moved = taken.on(9, updated, { lead: { ...lead, languages: ["sv"] } });
    expect(stands(moved)).toBe("cyd 9-69");
    expect(effectsIn(moved)).toStrictEqual(["withdrawn ann", "offered cyd", "wake 69"]);
    expect(moved.decision.tried).toBeUndefined();
    expect(owedIn(3, moved)).toStrictEqual([1, 1, 1]);
    expect(taken.on(8, { type: "worked" }).on(9, updated).refusal?.rule).toBe("worked-already");
  });
});
