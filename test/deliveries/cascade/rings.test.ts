import { describe, expect, it } from "vitest";
import { all, available, type Ring, type Roster, where } from "../../../src/index.js";
import {
  asked,
  effectsIn,
  expired,
  no,
  offering,
  owedIn,
  rosterOf,
  type Story,
  stands,
  storyOf,
  yes,
} from "../../support/story.js";

/** Lets through whose id begins with one of these letters. */
const of = (letters: string) => where(`of ${letters}`, 1, ({ rep }) => letters.includes(rep.id[0] ?? "?"));

const four = rosterOf("ann", "bob", "cyd", "dee");

const narrow: readonly Ring[] = [{ filters: [of("bd")], endsAfterMs: 90 }, { filters: [of("bcd")] }, {}];

const begun = (options: Parameters<typeof offering>[0] = {}, roster: Roster = four): Story =>
  storyOf(offering({ rings: narrow, ...options }), { roster });

describe("rings", () => {
  it("ask those of the first only, then those of the next, until everybody has been asked", () => {
    const story = begun();
    expect(asked(story)).toStrictEqual(["bob"]);
    const dee = story.on(1, no("bob"));
    expect(asked(dee)).toStrictEqual(["dee"]);
    const cyd = dee.on(2, no("dee"));
    expect(asked(cyd)).toStrictEqual(["cyd"]);
    const ann = cyd.on(3, no("cyd"));
    expect(asked(ann)).toStrictEqual(["ann"]);
    expect(stands(ann.on(4, no("ann")))).toBe("nobody: nobody-accepted");
  });

  it("stand in the decision by their number, with when they end", () => {
    const story = begun();
    expect(story.decision).toMatchObject({ ring: 0, ringEndsAtMs: 90 });
    const second = story.on(1, no("bob")).on(2, no("dee"));
    expect(second.decision).toMatchObject({ ring: 1 });
    expect(second.decision).not.toHaveProperty("ringEndsAtMs");
  });

  it("stand in no decision where there is only one, of everybody", () => {
    expect(storyOf(offering()).decision).not.toHaveProperty("ring");
    expect(storyOf(offering({ rings: [{ endsAfterMs: 70 }] })).decision).not.toHaveProperty("ring");
    expect(begun({ rings: [{ filters: [of("b")], endsAfterMs: 70 }] }).decision).toMatchObject({ ring: 0 });
  });

  it("cost a turn by silence in the last of them, however short the offer was", () => {
    const late = storyOf(offering({ ringClock: "arrival", rings: [{ endsAfterMs: 60 }] }), { nowMs: 1 });
    const silent = late.on(60, { type: "expired" });
    expect(stands(silent)).toBe("nobody: nobody-accepted");
    expect(owedIn(3, silent)).toStrictEqual([-2, 1, 1]);
  });

  it("are passed over where nobody of them may have the lead", () => {
    const story = begun({}, rosterOf("ann", "cyd"));
    expect(stands(story)).toBe("cyd 0-60");
    expect(story.decision).toMatchObject({ ring: 1 });
    expect(stands(begun({}, rosterOf("ann")))).toBe("ann 0-60");
    expect(stands(begun({ rings: [{ filters: [of("x")] }, { filters: [of("y")] }] }))).toBe(
      "nobody: all-left-out",
    );
  });

  it("keep to the filters of the strategy in each", () => {
    const roster = { reps: four.reps.map((rep) => (rep.id === "bob" ? { ...rep, active: false } : rep)) };
    expect(asked(begun({ filters: [available()] }, roster))).toStrictEqual(["dee"]);
  });

  it("wait for their last open offer before the next is asked, though there is room for more", () => {
    const story = begun({ atOnce: 3 });
    expect(asked(story)).toStrictEqual(["bob", "dee"]);
    expect(asked(story.on(1, no("bob")))).toStrictEqual(["dee"]);
    expect(asked(story.on(1, no("bob")).on(2, no("dee")))).toStrictEqual(["cyd"]);
  });

  it("let a rep accept who is of the ring, and not one who is of it no more", () => {
    const skilled: Ring = { filters: [where("skilled", 1, ({ rep }) => rep.tier === 1)] };
    const reps = [{ id: "ann", tier: 1 }, { id: "bob" }];
    const story = begun({ rings: [skilled, {}] }, { reps });
    expect(story.on(1, yes("ann"), { roster: { reps: [{ id: "ann" }, { id: "bob" }] } }).refusal?.rule).toBe(
      "skilled",
    );
    expect(stands(story.on(1, yes("ann")))).toBe("ann has it");
  });

  it("book among those of the ring alone, whatever the strategy lets through", () => {
    const [refused, silent, taken] = [
      begun().on(1, no("bob")),
      begun().on(60, expired),
      begun().on(1, yes("bob")),
    ];
    for (const story of [refused, silent, taken]) expect(owedIn(2, story)).toStrictEqual([0, -1, 0, 1]);
    expect(taken.decision).toMatchObject({ share: 0.5, runnerUp: { repId: "dee" } });
  });

  it("book the turns of a later ring among those of it who had not lost theirs", () => {
    const third = begun().on(1, no("bob")).on(2, no("dee")).on(3, yes("cyd"));
    expect(owedIn(2, third)).toStrictEqual([0, -1, 0, 1]);
    expect(third.decision).toMatchObject({ share: 1, tried: ["bob", "dee"] });
  });

  it("are counted as they are now, where the strategy has fewer by now", () => {
    const last = begun().on(1, no("bob")).on(2, no("dee")).on(3, no("cyd"));
    expect(last.decision).toMatchObject({ ring: 2 });
    const strategy = offering({ rings: [{ filters: [of("a")] }, { filters: [of("ab")] }] });
    // Eve is new, and of no ring: the lead is among those of the last alone.
    const event = { id: "yes", atMs: 4, type: "accepted", repId: "ann" } as const;
    const roster = rosterOf("ann", "bob", "cyd", "dee", "eve");
    const outcome = strategy.respond({ id: "l1", receivedAtMs: 0 }, last.decision, event, roster, last.state);
    expect(outcome).toMatchObject({ right: { decision: { status: "assigned", repId: "ann", share: 1 } } });
  });
});

describe("a ring that ends", () => {
  it("cuts its last offer short, and the next ring is asked", () => {
    const story = begun().on(50, no("bob"));
    expect(stands(story)).toBe("dee 50-90");
    expect(stands(story.on(90, expired))).toMatch(/ 90-150$/);
    expect(story.on(89, expired).refusal?.rule).toBe("not-due");
  });

  it("costs whoever it cut short no turn, and the rep may be asked again", () => {
    const cut = begun({ selector: all() }).on(50, no("bob")).on(90, expired);
    expect(cut.decision.tried).toStrictEqual(["bob"]);
    expect(asked(cut)).toStrictEqual(["cyd"]);
    const books = begun().on(50, no("bob"));
    expect(owedIn(2, books.on(90, expired))).toStrictEqual(owedIn(2, books));
  });

  it("tells a rep anew who is asked again in the next, with the new time", () => {
    const story = begun({ rings: [{ filters: [of("ab")], endsAfterMs: 90 }, { filters: [of("b")] }] }).on(
      50,
      no("ann"),
    );
    expect(stands(story)).toBe("bob 50-90");
    const again = story.on(90, expired);
    expect(stands(again)).toBe("bob 90-150");
    expect(effectsIn(again)).toStrictEqual(["offered bob", "wake 150"]);
  });

  it("counts an offer as a turn that lasted its whole time, though the ring ends with it", () => {
    const story = begun({ rings: [{ filters: [of("ab")], endsAfterMs: 60 }, {}] });
    expect(stands(story)).toBe("ann 0-60");
    const next = story.on(60, expired);
    expect(next.decision.tried).toStrictEqual(["ann"]);
    expect(owedIn(2, next)).toStrictEqual([-1, 1, 0, 0]);
    expect(next.decision).toMatchObject({ ring: 1 });
  });

  it("is accepted in until just before its end, and not at it", () => {
    const story = begun().on(50, no("bob"));
    expect(stands(story.on(89, yes("dee")))).toBe("dee has it");
    expect(story.on(90, yes("dee")).refusal?.rule).toBe("offer-over");
  });

  it("gives the lead up when it was the last", () => {
    const story = begun({ rings: [{ endsAfterMs: 90 }], whenNobody: { parkForMs: 5 } }).on(60, expired);
    expect(stands(story)).toBe("bob 60-90");
    expect(stands(story.on(90, expired))).toBe("aside until 95: nobody-accepted");
  });

  it("does not end a further pass before it has begun: the last ring starts over", () => {
    const story = begun({ rings: [{ endsAfterMs: 90 }], passes: 2 }, rosterOf("ann")).on(60, expired);
    expect(stands(story)).toBe("ann 60-120");
    expect(story.decision).toMatchObject({ ringEndsAtMs: 150 });
  });
});

describe("the time of a ring", () => {
  const timed: readonly Ring[] = [
    { filters: [of("a")], endsAfterMs: 100 },
    { filters: [of("ab")], endsAfterMs: 200 },
    { endsAfterMs: 300 },
  ];

  it("counts from when the ring was begun", () => {
    const story = begun({ rings: timed });
    expect(story.decision).toMatchObject({ ringEndsAtMs: 100 });
    const second = story.on(60, expired);
    expect([stands(second), second.decision]).toMatchObject(["bob 60-120", { ring: 1, ringEndsAtMs: 260 }]);
    const third = second.on(120, expired);
    expect([stands(third), third.decision]).toMatchObject(["cyd 120-180", { ring: 2, ringEndsAtMs: 420 }]);
  });

  it("counts from the lead's arrival where that is asked for, however soon the ring was begun", () => {
    const story = begun({ rings: timed, ringClock: "arrival" });
    const second = story.on(60, expired);
    expect([stands(second), second.decision]).toMatchObject(["bob 60-120", { ring: 1, ringEndsAtMs: 200 }]);
    const third = second.on(120, expired);
    expect([stands(third), third.decision]).toMatchObject(["cyd 120-180", { ring: 2, ringEndsAtMs: 300 }]);
  });

  it("by the arrival lets a late waker pass over the rings whose time is over", () => {
    const late = begun({ rings: timed, ringClock: "arrival" }).on(250, expired);
    expect([asked(late), late.decision]).toMatchObject([["bob"], { ring: 2, ringEndsAtMs: 300 }]);
    expect(stands(late)).toBe("bob 250-300");
    expect(stands(begun({ rings: timed, ringClock: "arrival" }).on(300, expired))).toBe(
      "nobody: nobody-accepted",
    );
  });

  it("by the ring starts late with whoever wakes it late", () => {
    const late = begun({ rings: timed }).on(1_000, expired);
    expect(late.decision).toMatchObject({ ring: 1, ringEndsAtMs: 1_200 });
  });

  it("by the arrival is over for an old lead: it is decided in the ring of its age", () => {
    const strategy = offering({ rings: timed, ringClock: "arrival" });
    const lead = { id: "l1", receivedAtMs: 1_000 };
    expect(stands(storyOf(strategy, { roster: four, lead }))).toBe("ann 1000-1060");
    expect(storyOf(strategy, { roster: four, lead, nowMs: 1_100 }).decision).toMatchObject({ ring: 1 });
    expect(stands(storyOf(strategy, { roster: four, lead, nowMs: 1_299 }))).toBe("ann 1299-1300");
    expect(storyOf(strategy, { roster: four, lead, nowMs: 1_300 }).decision.status).toBe("unassigned");
  });
});
