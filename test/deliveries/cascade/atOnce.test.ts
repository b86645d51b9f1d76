import { describe, expect, it } from "vitest";
import {
  asked,
  effectsIn,
  expired,
  no,
  offering,
  owedIn,
  rosterOf,
  stands,
  storyOf,
  yes,
} from "../../support/story.js";

const four = rosterOf("ann", "bob", "cyd", "dee");

const begun = (options = {}, roster = four) => storyOf(offering({ atOnce: 2, ...options }), { roster });

describe("several offers at a time", () => {
  it("go to the first of the order, and no more than there are reps", () => {
    expect(asked(begun())).toStrictEqual(["ann", "bob"]);
    expect(asked(begun({ atOnce: 9 }))).toStrictEqual(["ann", "bob", "cyd", "dee"]);
  });

  it("are filled up as soon as one is over, and the others go on as they are", () => {
    const story = begun().on(20, no("bob"));
    expect(stands(story)).toBe("ann 0-60, cyd 20-80");
    expect(stands(story.on(60, expired))).toBe("cyd 20-80, dee 60-120");
    expect(story.on(60, expired).decision).toMatchObject({ wakeAtMs: 80, offersMade: 4 });
  });

  it("stay fewer when nobody is left to ask, until the last is over", () => {
    const story = begun({ atOnce: 3 }).on(20, no("bob")).on(21, no("cyd"));
    expect(asked(story)).toStrictEqual(["ann", "dee"]);
    expect(asked(story.on(22, no("ann")))).toStrictEqual(["dee"]);
    expect(stands(story.on(22, no("ann")).on(23, no("dee")))).toBe("nobody: nobody-accepted");
  });

  it("that run out at one moment are over together", () => {
    expect(stands(begun().on(60, expired))).toBe("cyd 60-120, dee 60-120");
    expect(begun().on(60, expired).decision.tried).toStrictEqual(["ann", "bob"]);
  });

  it("are withdrawn when one is accepted, and whoever did not come to answer pays nothing", () => {
    const taken = begun({ atOnce: 3 }).on(5, yes("bob"));
    expect(effectsIn(taken)).toStrictEqual(["withdrawn ann", "withdrawn cyd", "assigned bob"]);
    expect(owedIn(4, taken)).toStrictEqual([1, -3, 1, 1]);
    expect([taken.state.openOffers, taken.state.openLeads]).toStrictEqual([
      [0, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(taken.decision.tried).toBeUndefined();
  });

  it("count as open for each rep asked, whatever becomes of them", () => {
    expect(begun().state.openOffers).toStrictEqual([1, 1, 0, 0]);
    expect(begun().on(5, no("ann")).state.openOffers).toStrictEqual([0, 1, 1, 0]);
    expect(begun().on(60, expired).state.openOffers).toStrictEqual([0, 0, 1, 1]);
  });

  it("tell the host when the first of them is over, and nothing new while that stays", () => {
    expect(effectsIn(begun())).toStrictEqual(["offered ann", "offered bob", "wake 60"]);
    expect(effectsIn(begun().on(20, no("bob")))).toStrictEqual(["withdrawn bob", "offered cyd"]);
    expect(effectsIn(begun().on(60, expired))).toContain("wake 120");
  });
});

describe("a number of offers", () => {
  it("is never gone beyond, however many reps there are", () => {
    const story = begun({ atOnce: 1, mostOffers: 2 });
    expect(stands(story.on(1, no("ann")))).toBe("bob 1-61");
    expect(stands(story.on(1, no("ann")).on(2, no("bob")))).toBe("nobody: nobody-accepted");
  });

  it("leaves fewer open where it would be gone beyond, and waits for the last of them", () => {
    const story = begun({ atOnce: 2, mostOffers: 3 }).on(1, no("ann"));
    expect(asked(story)).toStrictEqual(["bob", "cyd"]);
    expect(asked(story.on(2, no("bob")))).toStrictEqual(["cyd"]);
    expect(stands(story.on(2, no("bob")).on(3, no("cyd")))).toBe("nobody: nobody-accepted");
    expect(asked(begun({ atOnce: 3, mostOffers: 2 }))).toStrictEqual(["ann", "bob"]);
  });

  it("goes over all passes and rings", () => {
    const passes = begun({ atOnce: 1, mostOffers: 3, passes: 9 }, rosterOf("ann", "bob"));
    const third = passes.on(1, no("ann")).on(2, no("bob"));
    expect(stands(third)).toMatch(/^\w+ 2-62$/);
    expect(stands(third.on(62, expired))).toBe("nobody: nobody-accepted");
    const rings = begun({ atOnce: 1, mostOffers: 1, rings: [{ endsAfterMs: 60 }, {}] });
    expect(stands(rings.on(60, expired))).toBe("nobody: nobody-accepted");
  });
});
