import { describe, expect, it } from "vitest";
import {
  available,
  type Rep,
  type Ring,
  type Roster,
  rotation,
  type Selector,
  type State,
  where,
} from "../../../src/index.js";
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
  woken,
  yes,
} from "../../support/story.js";

/** Lets through whose id begins with one of these letters. */
const of = (letters: string) => where(`of ${letters}`, 1, ({ rep }) => letters.includes(rep.id[0] ?? "?"));

const SECOND = 1_000;

// Twilio, TaskRouter: /api/reservations, "multi-reservation"; /lifecycle-task-state
describe("several reservations of one task at a time", () => {
  const begun = () => storyOf(offering({ atOnce: 3 }), { roster: rosterOf("ann", "bob", "cyd", "dee") });

  it("the first acceptance wins, and the others are rescinded", () => {
    const taken = begun().on(5, yes("cyd"));
    expect(stands(taken)).toBe("cyd has it");
    expect(effectsIn(taken)).toStrictEqual(["withdrawn ann", "withdrawn bob", "assigned cyd"]);
    expect(taken.on(6, yes("ann")).refusal?.rule).toBe("lead-taken");
  });

  it("a rejected one leaves the others open", () => {
    expect(asked(begun().on(5, no("ann")))).toContain("bob");
    expect(asked(begun().on(5, no("ann")))).toContain("cyd");
  });

  it("a reservation that is answered too late has timed out, and the task is free for others", () => {
    const late = begun().on(60, yes("ann"));
    expect(late.refusal).toStrictEqual({ rule: "offer-over", reason: "the offer is over" });
    expect(asked(late.on(60, expired))).toStrictEqual(["dee"]);
    expect(late.on(60, expired).on(61, yes("ann")).refusal?.rule).toBe("offer-over");
  });
});

// Twilio, TaskRouter: /workflow-configuration
describe("steps whose times are counted from the task's creation", () => {
  const steps: readonly Ring[] = [
    { filters: [of("a")], endsAfterMs: 10 * SECOND },
    { filters: [of("bc")], endsAfterMs: 20 * SECOND },
    { filters: [of("d")], endsAfterMs: 30 * SECOND },
  ];
  const begun = (roster: Roster = rosterOf("ann", "bob", "cyd", "dee")) =>
    storyOf(offering({ answerMs: 8 * SECOND, rings: steps, ringClock: "arrival" }), { roster });

  it("a reservation that lapses at second 8 enters step 2, which ends at second 20, so 12 seconds remain", () => {
    const second = begun().on(8 * SECOND, expired);
    expect(second.decision).toMatchObject({ ring: 1, ringEndsAtMs: 20 * SECOND });
    expect(stands(second)).toBe("bob 8000-16000");
    const last = second.on(16 * SECOND, expired);
    expect(stands(last)).toBe("cyd 16000-20000");
    expect(stands(last.on(20 * SECOND, expired))).toBe("dee 20000-28000");
  });

  it("a step without workers is passed over", () => {
    expect(begun(rosterOf("dee")).decision).toMatchObject({ ring: 2, ringEndsAtMs: 30 * SECOND });
  });

  it("leaving the last step ends the task", () => {
    const story = begun(rosterOf("dee"));
    expect(stands(story.on(30 * SECOND, expired))).toBe("nobody: nobody-accepted");
  });
});

// LeadAssign and NC Squared: whoever declined is not asked until all have, then all are again
describe("a rep who said no", () => {
  it("is not asked again until all have said no, and then all are", () => {
    const story = storyOf(offering({ passes: 2 }))
      .on(1, no("ann"))
      .on(2, no("bob"));
    expect(asked(story)).toStrictEqual(["cyd"]);
    const all = story.on(3, no("cyd"));
    expect(all.decision).toMatchObject({ status: "offered", offers: [{ round: 2 }] });
    const seconds = [asked(all), asked(all.on(4, no(asked(all)[0] ?? "")))].flat();
    expect(new Set(seconds).size).toBe(2);
  });
});

// LeadAssign: /pecking-order
describe("a pecking order with exclusive offers of five minutes", () => {
  it("goes down the order, and to the catch-all at the end", () => {
    const FIVE = 5 * 60 * SECOND;
    const strategy = offering({ answerMs: FIVE, order: "fixed", whenNobody: { assignTo: ["zoe"] } });
    const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "zoe", weight: 0 }] };
    const end = storyOf(strategy, { roster })
      .on(FIVE, expired)
      .on(2 * FIVE, expired);
    expect(stands(end)).toBe("zoe has it");
  });
});

/** Rep by rep in an order of the user's own: here by the rate in each rep's attributes, best first, then the smaller id. */
const topProducers: Selector = {
  name: "topProducers",
  order: ({ candidates }) => {
    const rate = ({ attributes }: Rep): number => Number(attributes?.["rate"] ?? 0);
    return [...candidates].sort((a, b) => rate(b.rep) - rate(a.rep) || a.place - b.place);
  },
  book: ({ candidates }) => ({ share: 1 / candidates.length, price: 0 }),
};

describe("top producer: the best who is there is asked first, then the next best", () => {
  const rates = { ann: 0.1, bob: 0.4, cyd: 0.3, dee: 0.2 };
  const reps = Object.entries(rates).map(([id, rate]) => ({ id, attributes: { rate } }));
  const strategy = offering({ selector: topProducers, filters: [available()] });

  it("goes down by performance, however often each was asked", () => {
    for (const id of ["l1", "l2"]) {
      const story = storyOf(strategy, { roster: { reps }, lead: { id, receivedAtMs: 0 } });
      const order = [story, story.on(1, no("bob")), story.on(1, no("bob")).on(2, no("cyd"))].flatMap(asked);
      expect(order).toStrictEqual(["bob", "cyd", "dee"]);
    }
  });

  it("passes over who is not there at that moment", () => {
    const without = {
      reps: reps.map((rep) => (rep.id === "cyd" ? { ...rep, presence: "away" as const } : rep)),
    };
    expect(
      asked(storyOf(strategy, { roster: { reps } }).on(1, no("bob"), { roster: without })),
    ).toStrictEqual(["dee"]);
  });

  it("goes by the performance of the moment, or by that of the beginning where asked for", () => {
    const better = {
      reps: reps.map((rep) => (rep.id === "ann" ? { ...rep, attributes: { rate: 0.9 } } : rep)),
    };
    const next = (order: "fresh" | "fixed"): readonly string[] => {
      const story = storyOf(offering({ selector: topProducers, order }), { roster: { reps } });
      return asked(story.on(1, no("bob"), { roster: better }));
    };
    expect([next("fresh"), next("fixed")]).toStrictEqual([["ann"], ["cyd"]]);
  });
});

describe("round robin, push and pull: another order for each lead, the first to answer wins", () => {
  const pushAndPull = offering({ selector: rotation(), passes: 2, reverse: true, order: "fixed" });

  it("begins each lead with another rep", () => {
    const firsts: string[] = [];
    let state: State | undefined;
    for (let n = 0; n < 6; n += 1) {
      const lead = { id: `l${n}`, receivedAtMs: n * 100 };
      const story = storyOf(pushAndPull, { lead, ...(state && { state }) });
      const [repId = ""] = asked(story);
      firsts.push(repId);
      state = story.on(n * 100 + 1, yes(repId)).state;
    }
    expect(firsts).toStrictEqual(["ann", "bob", "cyd", "ann", "bob", "cyd"]);
  });

  it("runs the order backwards when nobody answered", () => {
    let story = storyOf(pushAndPull);
    const order: string[] = [];
    for (let atMs = 60; asked(story).length > 0 && order.length < 9; atMs += 60) {
      order.push(...asked(story));
      story = story.on(atMs, expired);
    }
    expect(order).toStrictEqual(["ann", "bob", "cyd", "cyd", "bob", "ann"]);
    expect(story.decision.atMs).toBe(360);
    expect(stands(story)).toBe("nobody: nobody-accepted");
  });

  it("charges each of them a turn for either time", () => {
    const story = storyOf(pushAndPull).on(60, expired).on(120, expired).on(180, woken);
    // ann of three, bob of two, cyd alone; then backwards, once more by whoever is silent then.
    expect(owedIn(6, story)).toStrictEqual([-4, -1, 5]);
    expect(owedIn(6, story.on(240, expired))).toStrictEqual([-2, 1, 1]);
  });
});
