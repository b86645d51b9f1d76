import { describe, expect, it } from "vitest";
import { all, available, CREDITS_PER_LEAD, weighted } from "../../../src/index.js";
import { deskLedger } from "../../support/desk.js";
import { expired, no, offering, owedIn, type Story, storyOf, yes } from "../../support/story.js";

const begun = (options: Parameters<typeof offering>[0] = {}): Story => storyOf(offering(options));

const IGNORED = { policy: { timedOut: "ignored", refused: "ignored" } } as const;

describe("an offer", () => {
  it("books nothing as long as it is open", () => {
    expect(begun().state.ledgers).toStrictEqual([]);
  });
});

describe("a turn that ended without acceptance", () => {
  it("is charged among those in play, whether refused or let pass", () => {
    expect(owedIn(3, begun().on(1, no("ann")))).toStrictEqual([-2, 1, 1]);
    expect(owedIn(3, begun().on(60, expired))).toStrictEqual([-2, 1, 1]);
  });

  it("stays charged, and the next is charged among the rest", () => {
    expect(owedIn(6, begun().on(1, no("ann")).on(2, no("bob")))).toStrictEqual([-4, -1, 5]);
    expect(owedIn(6, begun().on(1, no("ann")).on(2, yes("bob")))).toStrictEqual([-4, -1, 5]);
    // Whoever is alone gains the whole lead and pays it.
    expect(owedIn(6, begun().on(60, expired).on(61, no("bob")).on(62, yes("cyd")))).toStrictEqual([
      -4, -1, 5,
    ]);
  });

  it("is free where the policy says so, each kind by itself", () => {
    const declinedIsFree = { policy: { refused: "ignored" } } as const;
    const silenceIsFree = { policy: { timedOut: "ignored" } } as const;
    expect(begun(declinedIsFree).on(1, no("ann")).state.ledgers).toStrictEqual([]);
    expect(owedIn(3, begun(declinedIsFree).on(60, expired))).toStrictEqual([-2, 1, 1]);
    expect(begun(silenceIsFree).on(60, expired).state.ledgers).toStrictEqual([]);
    expect(owedIn(3, begun(silenceIsFree).on(1, no("ann")))).toStrictEqual([-2, 1, 1]);
  });

  it("that is free leaves its rep out of the shares of what is dealt on", () => {
    const taken = begun(IGNORED).on(1, no("ann")).on(2, yes("bob"));
    expect(owedIn(2, taken)).toStrictEqual([0, -1, 1]);
    expect(taken.decision).toMatchObject({ share: 0.5, price: CREDITS_PER_LEAD, tried: ["ann"] });
  });

  it("is not asked again in either case", () => {
    for (const options of [{}, IGNORED]) {
      expect(begun(options).on(1, no("ann")).decision.tried).toStrictEqual(["ann"]);
      expect(begun(options).on(60, expired).decision.tried).toStrictEqual(["ann"]);
    }
  });

  it("is booked in the order of the offers where one answer sweeps up several, those let pass before the refusal", () => {
    const swept = storyOf(offering({ atOnce: 2 }))
      .on(30, no("ann"))
      .on(70, no("cyd"));
    // ann of three; then bob, whose time was over, of two; then cyd alone.
    expect(owedIn(6, swept)).toStrictEqual([-4, -1, 5]);
    const free = storyOf(offering({ atOnce: 2, policy: { timedOut: "ignored" } }))
      .on(30, no("ann"))
      .on(70, no("cyd"));
    // bob is still in play when cyd refuses: it is set aside without a turn.
    expect(owedIn(6, free)).toStrictEqual([-4, 5, -1]);
  });

  it("is charged by weight, with the weighted selector", () => {
    const roster = { reps: [{ id: "ann", weight: 3 }, { id: "bob" }] };
    const story = storyOf(offering({ selector: weighted() }), { roster });
    expect(owedIn(4, story.on(1, no("ann")))).toStrictEqual([-1, 1]);
  });

  it("costs nothing with a selector that keeps no account", () => {
    expect(storyOf(offering({ selector: all() })).on(1, no("ann")).state.ledgers).toStrictEqual([]);
  });

  it("of a rep who left the roster in the meantime costs nobody anything", () => {
    const story = begun().on(60, expired, { roster: { reps: [{ id: "bob" }, { id: "cyd" }] } });
    expect(story.state.ledgers).toStrictEqual([]);
    expect(story.decision.tried).toStrictEqual(["ann"]);
  });

  it("of a rep whom the filters leave out by now is charged all the same", () => {
    const away = { reps: [{ id: "ann", presence: "away" as const }, { id: "bob" }, { id: "cyd" }] };
    expect(owedIn(3, begun({ filters: [available()] }).on(60, expired, { roster: away }))).toStrictEqual([
      -2, 1, 1,
    ]);
  });

  it("keeps the ledger at zero, outside and all", () => {
    const { outside, credits } = deskLedger(
      begun().on(1, no("ann")).on(61, expired).on(70, yes("cyd")).state,
    );
    expect([outside, credits.reduce((sum, credit) => sum + credit, 0)]).toStrictEqual([0, 0]);
  });
});

describe("a turn that was taken", () => {
  it("tells what the rep was entitled to, and who would have come next", () => {
    expect(begun().on(1, yes("ann")).decision).toMatchObject({
      share: 1 / 3,
      price: CREDITS_PER_LEAD,
      standing: { repId: "ann", openLeads: 0, openOffers: 0, credit: 0 },
      runnerUp: { repId: "bob" },
    });
  });

  it("gives its price back when the lead comes back, and charges the next by itself", () => {
    const back = begun().on(1, yes("ann")).on(2, { type: "returned" });
    expect(owedIn(3, back)).toStrictEqual([1, 1, 1]);
    expect(deskLedger(back.state).outside).toBe(-CREDITS_PER_LEAD);
    expect(owedIn(6, back.on(3, yes("bob")))).toStrictEqual([2, -1, 5]);
  });
});
