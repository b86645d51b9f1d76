import { describe, expect, it } from "vitest";
import { all, available, type Roster } from "../../../src/index.js";
import { asked, expired, no, offering, rosterOf, type Story, storyOf } from "../../support/story.js";

const begun = (
  options: Parameters<typeof offering>[0] = {},
  roster: Roster = rosterOf("bob", "cyd", "dee"),
): Story => storyOf(offering({ selector: all(), ...options }), { roster });

/** Everybody declines when asked; who was asked, in turn. From the first answer on the roster is this. */
const askedInTurn = (story: Story, roster: Roster): readonly string[] => {
  const order: string[] = [];
  let now = story;
  for (let atMs = 1; asked(now).length > 0 && atMs < 20; atMs += 1) {
    const [repId = ""] = asked(now);
    order.push(repId);
    now = now.on(atMs, no(repId), { roster });
  }
  return order;
};

const FIRST = { order: "fixed" } as const;

describe("whoever comes next", () => {
  it("is the first of the order as it is at that moment, where the order is fresh", () => {
    expect(askedInTurn(begun(), rosterOf("ann", "bob", "cyd", "dee"))).toStrictEqual([
      "bob",
      "ann",
      "cyd",
      "dee",
    ]);
  });

  it("is the next of the order as it was, where that was settled, and those who joined since come last", () => {
    expect(askedInTurn(begun(FIRST), rosterOf("ann", "bob", "cyd", "dee"))).toStrictEqual([
      "bob",
      "cyd",
      "dee",
      "ann",
    ]);
  });

  it("is not one who has left the roster since", () => {
    for (const options of [{}, FIRST])
      expect(askedInTurn(begun(options), rosterOf("bob", "dee"))).toStrictEqual(["bob", "dee"]);
  });

  it("is not one whom a filter leaves out by now", () => {
    const away = { reps: [{ id: "bob" }, { id: "cyd", presence: "away" as const }, { id: "dee" }] };
    for (const options of [{}, FIRST])
      expect(askedInTurn(begun({ ...options, filters: [available()] }), away)).toStrictEqual(["bob", "dee"]);
  });

  it("is asked at the end of a settled order when it was away at its turn and is back", () => {
    const reps = ["bob", "cyd", "dee"].map((id) => ({ id }));
    const away = { reps: reps.map((rep) => (rep.id === "cyd" ? { ...rep, active: false } : rep)) };
    const story = begun({ ...FIRST, filters: [available()] }).on(1, no("bob"), { roster: away });
    expect(asked(story)).toStrictEqual(["dee"]);
    expect(asked(story.on(2, no("dee"), { roster: { reps } }))).toStrictEqual(["cyd"]);
  });

  it("follows what the turns before have cost, where the order is fresh", () => {
    const strategy = offering();
    const roster = rosterOf("ann", "bob");
    const first = storyOf(strategy, { roster }).on(1, no("ann"));
    const second = storyOf(strategy, { roster, state: first.state, lead: { id: "l2", receivedAtMs: 2 } });
    expect(asked(second)).toStrictEqual(["bob"]);
  });
});

describe("a settled order", () => {
  it("stands in the decision, and grows shorter by each who is asked", () => {
    const story = begun(FIRST);
    expect(story.decision).toMatchObject({ waiting: ["cyd", "dee"] });
    expect(story.on(1, no("bob")).decision).toMatchObject({ waiting: ["dee"] });
    expect(story.on(60, expired).on(120, expired).decision).toMatchObject({ waiting: [] });
  });

  it("holds no more than may be asked in all", () => {
    expect(begun({ ...FIRST, mostOffers: 2 }).decision).toMatchObject({ waiting: ["cyd"] });
    expect(begun({ ...FIRST, mostOffers: 2, atOnce: 2 }).decision).toMatchObject({ waiting: [] });
  });

  it("that is settled anew holds no more than may still be asked", () => {
    const story = begun({ ...FIRST, mostOffers: 3 }, rosterOf("ann"));
    const more = story.on(1, no("ann"), { roster: rosterOf("ann", "bob", "cyd", "dee", "eve") });
    expect(more.decision).toMatchObject({ offers: [{ repId: "bob" }], waiting: ["cyd"] });
  });

  it("stays out of the decision where the order is fresh", () => {
    expect(begun().decision).toMatchObject({ waiting: [] });
  });

  it("is kept through a sudden crowd, and through offers that run out", () => {
    const crowd = rosterOf("a1", "a2", "a3", "bob", "cyd", "dee");
    const story = begun(FIRST).on(60, expired, { roster: crowd });
    expect(asked(story)).toStrictEqual(["cyd"]);
    expect(asked(story.on(120, expired))).toStrictEqual(["dee"]);
    expect(asked(story.on(120, expired).on(180, expired))).toStrictEqual(["a1"]);
  });

  it("fills several offers at a time in its order", () => {
    const roster = rosterOf("ann", "bob", "cyd", "dee", "eve");
    const story = begun({ ...FIRST, atOnce: 2 }, roster);
    expect([asked(story), story.decision.status === "offered" && story.decision.waiting]).toStrictEqual([
      ["ann", "bob"],
      ["cyd", "dee", "eve"],
    ]);
    expect(asked(story.on(1, no("ann")))).toStrictEqual(["bob", "cyd"]);
    expect(asked(story.on(60, expired))).toStrictEqual(["cyd", "dee"]);
  });
});
