import { describe, expect, it } from "vitest";
import { available, language } from "../../../src/index.js";
import { three } from "../../support/dealt.js";
import { asked, expired, no, offering, rosterOf, stands, storyOf, woken, yes } from "../../support/story.js";

const begun = (options = {}, roster = three) => storyOf(offering(options), { roster });

describe("an offer", () => {
  it("goes to the first of the selector, and is open for as long as a rep has to answer", () => {
    expect(begun({ answerMs: 25 }).decision).toMatchObject({
      status: "offered",
      offers: [{ repId: "ann", sinceMs: 0, untilMs: 25, round: 1 }],
      waiting: [],
      wakeAtMs: 25,
      offersMade: 1,
      candidates: 3,
    });
  });

  it("counts from the moment of deciding, not from the lead's arrival", () => {
    expect(stands(storyOf(offering(), { nowMs: 100 }))).toBe("ann 100-160");
  });

  it("is taken by an acceptance up to the last moment before it is over, and not at that moment", () => {
    for (const atMs of [0, 1, 59, 59.5]) expect(stands(begun().on(atMs, yes("ann")))).toBe("ann has it");
    for (const atMs of [60, 61, 1e12]) {
      const late = begun().on(atMs, yes("ann"));
      expect(late.refusal?.rule).toBe("offer-over");
      expect(stands(late)).toBe("ann 0-60");
    }
  });

  it("is declined by the same moments as it is accepted", () => {
    expect(stands(begun().on(59, no("ann")))).toBe("bob 59-119");
    expect(begun().on(60, no("ann")).refusal?.rule).toBe("offer-over");
  });

  it("is over at its end, and not a moment before", () => {
    expect(begun().on(59, expired).refusal).toStrictEqual({
      rule: "not-due",
      reason: "the time is not over yet",
    });
    expect(stands(begun().on(60, expired))).toBe("bob 60-120");
  });

  it("takes woken for expired, since a host may know only that a time has come", () => {
    expect(JSON.stringify(begun().on(60, woken))).toBe(JSON.stringify(begun().on(60, expired)));
    expect(begun().on(59, woken).refusal?.rule).toBe("not-due");
  });

  it("cannot be answered from before it was made", () => {
    const second = begun().on(30, no("ann"));
    for (const answer of [yes("bob"), no("bob")]) {
      expect(second.on(29, answer).refusal).toStrictEqual({
        rule: "offer-not-begun",
        reason: "the offer began later than the answer",
      });
    }
    expect(stands(second.on(30, yes("bob")))).toBe("bob has it");
  });

  it("of another is not open to a rep, whatever the rep says", () => {
    for (const answer of [yes("bob"), no("bob"), yes("a stranger"), no("__proto__")]) {
      const story = begun();
      const refused = story.on(10, answer);
      expect(refused.refusal).toStrictEqual({
        rule: "no-offer",
        reason: "no offer of the lead to this rep is open",
      });
      expect(refused.state).toBe(story.state);
      expect(refused.decision).toBe(story.decision);
      expect(refused.effects).toStrictEqual([]);
    }
  });

  it("that was declined or let pass cannot be accepted afterwards", () => {
    expect(begun().on(10, no("ann")).on(11, yes("ann")).refusal?.rule).toBe("offer-over");
    expect(begun().on(60, expired).on(61, yes("ann")).refusal?.rule).toBe("offer-over");
  });

  it("is taken only by whom every filter still lets through, and stays open otherwise", () => {
    const away = { reps: [{ id: "ann", presence: "away" as const }, { id: "bob" }, { id: "cyd" }] };
    const story = begun({ filters: [available()] });
    const refused = story.on(10, yes("ann"), { roster: away });
    expect(refused.refusal).toStrictEqual({ rule: "available", reason: "is away" });
    expect(refused.decision).toBe(story.decision);
    expect(stands(refused.on(20, yes("ann"), { roster: three }))).toBe("ann has it");
  });

  it("is judged by the lead as it is when it is accepted", () => {
    const swedish = { reps: [{ id: "ann", languages: ["sv"] }, { id: "bob" }] };
    const story = begun({ filters: [language()] }, swedish);
    const changed = { lead: { id: "l1", receivedAtMs: 0, languages: ["de"] } };
    expect(story.on(10, yes("ann"), changed).refusal?.rule).toBe("language");
  });

  it("of a rep who has left the roster cannot be accepted, but declined", () => {
    const roster = rosterOf("bob", "cyd");
    expect(begun().on(10, yes("ann"), { roster }).refusal?.rule).toBe("roster");
    expect(asked(begun().on(10, no("ann"), { roster }))).toStrictEqual(["bob"]);
  });
});

describe("of several answers", () => {
  it("the one that comes first wins, and whoever accepts later is told who has it", () => {
    const taken = begun({ atOnce: 2 }).on(40, yes("bob"));
    expect(taken.on(30, yes("ann")).refusal?.rule).toBe("lead-taken");
    expect(taken.on(41, yes("bob")).refusal?.rule).toBe("held-already");
  });

  it("one that is dated earlier than the last change is judged by its own date, and time does not run back", () => {
    const story = begun({ atOnce: 2 }).on(50, no("ann"));
    expect(stands(story)).toBe("bob 0-60, cyd 50-110");
    const late = story.on(10, no("bob"));
    expect(late.decision.atMs).toBe(50);
    expect(stands(late)).toBe("cyd 50-110");
  });

  it("one that is dated earlier than the last change makes its offers at that change, not before it", () => {
    const story = begun({ atOnce: 2 }, rosterOf("ann", "bob", "cyd", "dee")).on(50, no("ann"));
    expect(stands(story.on(10, no("bob")))).toBe("cyd 50-110, dee 50-110");
  });

  it("each sweeps up the offers that have run out by its moment", () => {
    const story = begun({ atOnce: 2 }, rosterOf("ann", "bob", "cyd", "dee")).on(30, no("ann"));
    expect(stands(story)).toBe("bob 0-60, cyd 30-90");
    expect(stands(story.on(70, no("cyd")))).toBe("dee 70-130");
    expect(story.on(70, no("cyd")).decision.tried).toStrictEqual(["ann", "bob", "cyd"]);
    expect(story.on(70, yes("cyd")).decision).toMatchObject({ repId: "cyd", tried: ["ann", "bob"] });
  });
});

describe("a single rep", () => {
  it("is asked once, and then nobody is left", () => {
    const story = begun({}, rosterOf("ann"));
    expect(stands(story.on(1, yes("ann")))).toBe("ann has it");
    expect(stands(story.on(1, no("ann")))).toBe("nobody: nobody-accepted");
    expect(stands(story.on(60, expired))).toBe("nobody: nobody-accepted");
  });
});
