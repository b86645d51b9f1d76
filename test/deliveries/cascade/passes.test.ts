import { describe, expect, it } from "vitest";
import { all, available, type Selector } from "../../../src/index.js";
import {
  asked,
  expired,
  no,
  offering,
  rosterOf,
  type Story,
  stands,
  storyOf,
  yes,
} from "../../support/story.js";

const begun = (options: Parameters<typeof offering>[0] = {}): Story =>
  storyOf(offering({ selector: all(), passes: 2, ...options }), { roster: rosterOf("ann", "bob", "cyd") });

/** Whoever is asked says no if named, and nothing else; who was asked, in turn, until the end. */
const askedInTurn = (story: Story, ...declining: readonly string[]): readonly string[] => {
  const order: string[] = [];
  let now = story;
  while (now.decision.status === "offered" && order.length < 20) {
    const { offers, wakeAtMs } = now.decision;
    const [{ repId, sinceMs } = { repId: "", sinceMs: 0 }] = offers;
    order.push(repId);
    now = declining.includes(repId) ? now.on(sinceMs + 1, no(repId)) : now.on(wakeAtMs, expired);
  }
  return order;
};

describe("a further pass", () => {
  it("is not made unless it is asked for", () => {
    expect(askedInTurn(begun({ passes: 1 }))).toStrictEqual(["ann", "bob", "cyd"]);
  });

  it("asks everybody again who was silent", () => {
    expect(askedInTurn(begun())).toStrictEqual(["ann", "bob", "cyd", "ann", "bob", "cyd"]);
  });

  it("leaves out whoever said no, as long as somebody was only silent", () => {
    expect(askedInTurn(begun(), "bob")).toStrictEqual(["ann", "bob", "cyd", "ann", "cyd"]);
    expect(askedInTurn(begun({ passes: 3 }), "ann", "bob")).toStrictEqual([
      "ann",
      "bob",
      "cyd",
      "cyd",
      "cyd",
    ]);
  });

  it("asks everybody again once all have said no", () => {
    const all = ["ann", "bob", "cyd"];
    expect(askedInTurn(begun({ passes: 3 }), ...all)).toStrictEqual([...all, ...all, ...all]);
    const sayingNoLater = begun({ passes: 3 }).on(1, no("ann")).on(2, no("bob")).on(62, expired);
    expect([asked(sayingNoLater), sayingNoLater.decision.tried]).toStrictEqual([["cyd"], ["ann", "bob"]]);
    expect(asked(sayingNoLater.on(63, no("cyd")))).toStrictEqual(["ann"]);
  });

  it("asks those alone who were silent since, once all had said no and were asked again", () => {
    const all = begun({ passes: 3 }).on(1, no("ann")).on(2, no("bob")).on(3, no("cyd"));
    const third = all.on(4, no("ann")).on(64, expired).on(124, expired);
    expect(asked(third)).toStrictEqual(["bob"]);
    expect(asked(third.on(184, expired))).toStrictEqual(["cyd"]);
    expect(stands(third.on(184, expired).on(244, expired))).toBe("nobody: nobody-accepted");
  });

  it("numbers its offers, and counts them on", () => {
    const second = begun().on(60, expired).on(120, expired).on(180, expired);
    expect(second.decision).toMatchObject({ offers: [{ repId: "ann", round: 2 }], offersMade: 4 });
    expect(second.decision.tried).toBeUndefined();
  });

  it("keeps whoever said no in the decision, apart from those who were silent", () => {
    const second = begun().on(1, no("ann")).on(61, expired).on(121, expired);
    expect(second.decision).toMatchObject({
      offers: [{ repId: "bob", round: 2 }],
      declined: ["ann"],
      tried: ["ann"],
    });
  });

  it("is begun only when the last offer of the one before is over", () => {
    const story = begun({ atOnce: 2 }).on(1, no("ann")).on(2, no("cyd"));
    expect(asked(story)).toStrictEqual(["bob"]);
    expect(asked(story.on(60, expired))).toStrictEqual(["bob"]);
    expect(asked(story.on(3, no("bob")))).toStrictEqual(["ann", "bob"]);
  });

  it("also asks whoever has joined since, and not who has left", () => {
    const last = begun().on(60, expired).on(120, expired);
    const second = last.on(180, expired, { roster: rosterOf("bob", "cyd", "dee") });
    expect(stands(second)).toBe("dee 180-240");
    expect(stands(second.on(240, expired))).toBe("bob 240-300");
  });

  it("asks all again where those who were silent are away", () => {
    const away = { reps: [{ id: "ann", active: false }, { id: "bob" }, { id: "cyd" }] };
    const last = begun({ passes: 3, filters: [available()] })
      .on(60, expired)
      .on(61, no("bob"));
    expect(stands(last.on(62, no("cyd"), { roster: away }))).toBe("bob 62-122");
  });

  it("leaves the lead as old as it is, and whoever accepts has it", () => {
    const second = begun().on(60, expired).on(120, expired).on(180, expired).on(200, yes("ann"));
    expect(second.decision).toMatchObject({ status: "assigned", repId: "ann", atMs: 200 });
  });
});

describe("backwards", () => {
  it("goes every second pass, through those who were asked", () => {
    const forth = ["ann", "bob", "cyd"];
    const back = [...forth].reverse();
    expect(askedInTurn(begun({ reverse: true }))).toStrictEqual([...forth, ...back]);
    expect(askedInTurn(begun({ reverse: true, passes: 4 }), ...forth)).toStrictEqual([
      ...forth,
      ...back,
      ...forth,
      ...back,
    ]);
  });

  it("is not how the third pass goes, which is by the order of its moment", () => {
    const byTier: Selector = {
      ...all(),
      order: ({ candidates }) =>
        [...candidates].sort((a, b) => (a.rep.tier ?? 9) - (b.rep.tier ?? 9) || a.place - b.place),
    };
    const second = begun({ selector: byTier, reverse: true, passes: 3 })
      .on(60, expired)
      .on(120, expired)
      .on(180, expired);
    const roster = { reps: [{ id: "ann" }, { id: "bob", tier: 1 }, { id: "cyd" }] };
    const third = second.on(240, expired).on(300, expired).on(360, expired, { roster });
    expect([asked(second), asked(third)]).toStrictEqual([["cyd"], ["bob"]]);
  });

  it("leaves out whoever said no, as long as somebody was only silent", () => {
    expect(askedInTurn(begun({ reverse: true }), "bob")).toStrictEqual(["ann", "bob", "cyd", "cyd", "ann"]);
  });

  it("goes by the order of answers, where several were asked at a time", () => {
    const second = begun({ reverse: true, atOnce: 3 }).on(1, no("cyd")).on(2, no("ann")).on(3, no("bob"));
    expect(second.decision).toMatchObject({ offers: [{ repId: "bob" }, { repId: "ann" }, { repId: "cyd" }] });
  });

  it("passes over who has left or may not have the lead by now", () => {
    const first = begun({ reverse: true, filters: [available()] })
      .on(60, expired)
      .on(120, expired);
    const roster = { reps: [{ id: "ann" }, { id: "cyd", active: false }] };
    expect(stands(first.on(180, expired, { roster }))).toBe("ann 180-240");
  });

  it("does not turn the first pass round", () => {
    expect(askedInTurn(begun({ reverse: true, passes: 1 }))).toStrictEqual(["ann", "bob", "cyd"]);
  });
});
