import { describe, expect, it } from "vitest";
import {
  all,
  available,
  compose,
  lastTakerFirst,
  onlyTop,
  patience,
  ranked,
  rotation,
  type Selector,
  seededTies,
} from "../../../src/index.js";
import { deskLedger, deskOf } from "../../support/desk.js";
import { countedQuestion, explained, orderOf } from "../../support/ordered.js";
import { asked, no, offering, rosterOf, storyOf } from "../../support/story.js";

const { reps } = rosterOf("ann", "bob", "cyd", "dee");

describe("onlyTop", () => {
  it("keeps the first so many of the other's order", () => {
    const list = ranked(["dee", "bob"]);
    expect(orderOf(onlyTop(1, list), reps)).toStrictEqual(["dee"]);
    expect(orderOf(onlyTop(3, list), reps)).toStrictEqual(["dee", "bob", "ann"]);
    expect(orderOf(onlyTop(9, list), reps)).toStrictEqual(["dee", "bob", "ann", "cyd"]);
    expect(orderOf(onlyTop(2, ranked([], { others: "noTurn" })), reps)).toStrictEqual([]);
  });

  it("has nobody beyond them", () => {
    const { question } = countedQuestion(5);
    const ranking = onlyTop(2, all()).order(question);
    expect([ranking.length, ranking.at(1)?.place, ranking.at(2)]).toStrictEqual([2, 1, undefined]);
  });

  it("says that the others take no turn", () => {
    const { leftOut } = explained(onlyTop(3, ranked(["dee"])), reps);
    expect(leftOut).toMatchObject([{ repId: "cyd", by: "onlyTop ranked" }]);
  });

  it("books what the other books over everybody", () => {
    const booked = (selector: Selector) =>
      deskLedger(storyOf(deskOf(selector), { roster: { reps } }).state).credits;
    expect(booked(onlyTop(1, rotation()))).toStrictEqual(booked(rotation()));
  });

  it("is asked anew about those left when a cascade has nobody to ask, so the number of offers ends it", () => {
    const asks = (options: { readonly mostOffers?: number }) => {
      const begun = storyOf(offering({ selector: onlyTop(2, all()), ...options }), { roster: { reps } });
      const told = begun.on(1, no("ann")).on(2, no("bob"));
      return asked(told)[0] ?? told.decision.status;
    };
    expect([asks({}), asks({ mostOffers: 2 })]).toStrictEqual(["cyd", "unassigned"]);
    const atOnce = storyOf(offering({ selector: onlyTop(2, all()), atOnce: 4 }), { roster: { reps } });
    expect(asked(atOnce)).toStrictEqual(["ann", "bob"]);
  });

  it("asks for no filters where the other needs everybody, as all that goes round one selector does", () => {
    const needing: Selector = { ...all(), needsEverybody: true };
    const round = [
      onlyTop(2, needing),
      lastTakerFirst(needing),
      patience(needing, { withinLeads: 1 }),
      seededTies(needing),
    ];
    for (const selector of round)
      expect(() => compose({ ledger: "desk", filters: [available()], selector })).toThrow(
        `${selector.name} keeps its promise without filters only`,
      );
  });

  it("stands in the fingerprint with its number and the other", () => {
    const prints = [onlyTop(1, all()), onlyTop(2, all()), onlyTop(1, rotation()), all()];
    expect(new Set(prints.map((each) => deskOf(each).fingerprint)).size).toBe(4);
  });

  it("refuses what is no number of reps, and what is no selector", () => {
    for (const most of [0, -1, 1.5, Number.NaN, "2", undefined])
      expect(() => onlyTop(most as number, all())).toThrow(
        new RangeError("onlyTop: most must be a whole number above 0"),
      );
    expect(() => onlyTop(1, all as never)).toThrow("onlyTop: needs a selector (was it called?)");
  });
});
