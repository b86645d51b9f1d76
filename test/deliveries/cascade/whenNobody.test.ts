import { describe, expect, it } from "vitest";
import { available, capacity, type Roster } from "../../../src/index.js";
import {
  asked,
  effectsIn,
  expired,
  no,
  offering,
  owedIn,
  returned,
  rosterOf,
  type Story,
  stands,
  storyOf,
  updated,
  woken,
  yes,
} from "../../support/story.js";

const two = rosterOf("ann", "bob");

const begun = (options: Parameters<typeof offering>[0] = {}, roster: Roster = two): Story =>
  storyOf(offering(options), { roster });

/** Both have said no. */
const refused = (options: Parameters<typeof offering>[0] = {}, roster: Roster = two): Story =>
  begun(options, roster).on(1, no("ann")).on(2, no("bob"));

const away: Roster = { reps: two.reps.map((rep) => ({ ...rep, active: false })) };

describe("when nobody accepts", () => {
  it("nobody has the lead, and the manager is told, unless something else is asked for", () => {
    expect(stands(refused())).toBe("nobody: nobody-accepted");
    expect(effectsIn(refused())).toStrictEqual(["withdrawn bob", "escalate nobody-accepted"]);
    expect(refused().state.openOffers).toStrictEqual([0, 0]);
  });

  it("a newcomer is asked when the lead is looked at again, and nobody else", () => {
    const story = refused();
    expect(story.on(5, woken).decision).toBe(story.decision);
    expect(story.on(5, woken).effects).toStrictEqual([]);
    expect(stands(story.on(5, woken, { roster: rosterOf("ann", "bob", "cyd") }))).toBe("cyd 5-65");
  });

  it("the lead is put aside for as long as asked, from the moment when the last was over", () => {
    const aside = refused({ whenNobody: { parkForMs: 100 } });
    expect(stands(aside)).toBe("aside until 102: nobody-accepted");
    expect(effectsIn(aside)).toStrictEqual(["withdrawn bob", "wake 102"]);
  });

  it("nobody has the lead where moments are so large that none comes after, in place of waking it for ever", () => {
    const late = { roster: away, lead: { id: "l1", receivedAtMs: 1e18 } };
    const story = storyOf(offering({ filters: [available()], whenNobody: { parkForMs: 1 } }), late);
    expect(stands(story)).toBe("nobody: all-left-out");
  });

  it("the lead goes to the first of those named whom every filter lets through, at no price", () => {
    const filters = [available(), capacity()];
    const roster = {
      reps: [{ id: "ann" }, { id: "bob" }, { id: "eve", capacity: 0 }, { id: "zoe", weight: 0 }],
    };
    const story = refused({ filters, whenNobody: { assignTo: ["gone", "eve", "zoe", "ann"] } }, roster);
    expect(story.decision).toMatchObject({ repId: "zoe", price: 0, share: 0 });
    expect(owedIn(2, story).slice(2)).toStrictEqual([0, 0]);
    expect(effectsIn(story)).toStrictEqual(["withdrawn bob", "assigned zoe"]);
  });

  it("the lead may go to one who said no, if that is who is named", () => {
    const story = refused({ whenNobody: { assignTo: ["ann"] } });
    expect(stands(story)).toBe("ann has it");
    expect(story.decision.tried).toStrictEqual(["bob"]);
    expect(owedIn(2, story)).toStrictEqual([-1, 1]);
  });

  it("the lead costs whoever is named nothing, though others were not asked", () => {
    const strategy = offering({ mostOffers: 1, whenNobody: { assignTo: ["bob"] } });
    const story = storyOf(strategy).on(1, no("ann"));
    expect(story.decision).toMatchObject({ repId: "bob", price: 0, share: 0 });
    expect(owedIn(3, story)).toStrictEqual([-2, 1, 1]);
  });

  it("nobody has the lead where none of those named may", () => {
    expect(stands(refused({ whenNobody: { assignTo: ["gone", "__proto__"] } }))).toBe(
      "nobody: nobody-accepted",
    );
  });
});

describe("a lead that was put aside because nobody accepted", () => {
  const aside = (more = {}): Story => refused({ whenNobody: { parkForMs: 100 }, ...more });

  it("is not looked at before its time", () => {
    const early = aside().on(101, woken);
    expect(early.refusal?.rule).toBe("not-due");
    expect(stands(early)).toBe("aside until 102: nobody-accepted");
  });

  it("is offered to everybody again when its time has come, also who said no", () => {
    const again = aside().on(102, woken);
    expect(again.decision).toMatchObject({
      status: "offered",
      offers: [{ sinceMs: 102, untilMs: 162, round: 1 }],
    });
    expect(again.decision).toMatchObject({ offersMade: 1 });
    expect(again.decision.tried).toBeUndefined();
    expect(again.decision).not.toHaveProperty("declined");
  });

  it("goes on paying turns, and is put aside anew", () => {
    const again = aside().on(102, woken);
    const [first = "", second = ""] = [asked(again)[0], asked(again)[0] === "ann" ? "bob" : "ann"];
    expect(stands(again.on(103, no(first)).on(104, no(second)))).toBe("aside until 204: nobody-accepted");
  });

  it("is put aside anew where nobody may have it when its time has come", () => {
    const later = aside({ filters: [available()] }).on(500, woken, { roster: away });
    expect(stands(later)).toBe("aside until 600: nobody-found");
    expect(effectsIn(later)).toStrictEqual(["wake 600"]);
  });

  it("is offered to everybody at once when more becomes known of it", () => {
    expect(stands(aside().on(50, updated))).toMatch(/^\w+ 50-110$/);
  });

  it("can be given to somebody by hand, or closed", () => {
    expect(stands(aside().on(50, { type: "reassigned", to: "bob" }))).toBe("bob has it");
    expect(stands(aside().on(50, { type: "closed", result: "lost" }))).toBe("closed");
  });

  it("has no offer open, whoever answers late", () => {
    expect(aside().on(50, yes("ann")).refusal?.rule).toBe("offer-over");
    expect(aside().on(50, yes("cyd")).refusal?.rule).toBe("no-offer");
    expect(aside().on(500, expired).refusal?.rule).toBe("no-offer");
  });
});

describe("when nobody may have the lead from the start", () => {
  const weightless: Roster = { reps: two.reps.map((rep) => ({ ...rep, weight: 0 })) };
  const everyWay: readonly (readonly [string, Roster, string])[] = [
    ["the roster is empty", rosterOf(), "empty-roster"],
    ["everybody is away", away, "all-left-out"],
    ["nobody takes a turn", weightless, "none-takes-a-turn"],
  ];

  it.each(everyWay)("since %s, the decision says so and the manager is told", (_, roster, reason) => {
    const story = begun({ filters: [available()] }, roster);
    expect(stands(story)).toBe(`nobody: ${reason}`);
    expect(effectsIn(story)).toStrictEqual([`escalate ${reason}`]);
    expect(story.state.version).toBe(0);
  });

  it.each(everyWay)("since %s, the lead is put aside where that is asked for", (_, roster) => {
    const story = begun({ filters: [available()], whenNobody: { parkForMs: 100 } }, roster);
    expect(stands(story)).toBe("aside until 100: nobody-found");
    expect(stands(story.on(100, woken, { roster: two }))).toBe("ann 100-160");
  });

  it("since nobody takes a turn, it goes to the first of those named", () => {
    expect(stands(begun({ whenNobody: { assignTo: ["bob", "ann"] } }, weightless))).toBe("bob has it");
  });

  it("and none of those named may either, the decision says why nobody may", () => {
    const named = { filters: [available()], whenNobody: { assignTo: ["ann"] } };
    expect(stands(begun(named, away))).toBe("nobody: all-left-out");
    expect(stands(begun(named, rosterOf()))).toBe("nobody: empty-roster");
  });

  it("the lead is offered once somebody is there", () => {
    const story = begun({ filters: [available()] }, away);
    expect(story.on(5, woken).decision).toBe(story.decision);
    expect(stands(story.on(5, woken, { roster: two }))).toBe("ann 5-65");
  });
});

describe("a lead that comes back", () => {
  it("is offered to those who have not had it, and then nobody has it", () => {
    const back = begun().on(1, yes("ann")).on(2, returned);
    expect(stands(back)).toBe("bob 2-62");
    expect(back.decision.tried).toStrictEqual(["ann"]);
    expect(stands(back.on(62, expired))).toBe("nobody: nobody-accepted");
  });

  it("goes to whoever is named for that when nobody else is left", () => {
    const named = { whenNobody: { assignTo: ["bob"] } };
    const back = begun(named).on(1, no("ann")).on(2, no("bob"));
    expect(stands(back)).toBe("bob has it");
  });
});
