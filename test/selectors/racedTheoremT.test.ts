import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  type Roster,
  race,
  rotation,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../src/index.js";
import { aWeight } from "../../src/testing/arbitraries/aRep.js";
import { outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { deskLedger } from "../support/desk.js";
import { rosterOf } from "../support/story.js";

/** One race after the other: whoever of those told comes at that place claims; nobody does where it says nobody. */
const raced = (
  selector: Selector,
  first: number,
  races: readonly { readonly roster: Roster; readonly claims: number | undefined }[],
): readonly { readonly state: State; readonly outOfTurn: number }[] => {
  const strategy = compose({ ledger: "desk", filters: [], selector, delivery: race({ openMs: 10, first }) });
  const after: { state: State; outOfTurn: number }[] = [];
  let [state, outOfTurn] = [emptyState({ seed: "s" }), 0];
  for (const [n, { roster, claims }] of races.entries()) {
    const lead = { id: `lead ${n}`, receivedAtMs: n };
    const open = unwrap(strategy(lead, roster, state));
    if (open.decision.status !== "pooled" || claims === undefined) continue;
    const { mayClaim = [] } = open.decision;
    const place = claims % mayClaim.length;
    const repId = mayClaim[place] as string;
    const event = { id: "e", atMs: n, type: "claimed", repId } as const;
    ({ state } = unwrap(strategy.respond(lead, open.decision, event, roster, open.state)));
    if (place > 0) outOfTurn += 1;
    after.push({ state, outOfTurn });
  }
  return after;
};

const creditsIn = (state: State): readonly number[] => [...deskLedger(state).credits].sort((a, b) => b - a);

const ids = ["ann", "bob", "cyd", "dan", "eve", "fay"];

const aRace = fc.subarray(ids, { minLength: 1 }).chain((some) =>
  fc.record({
    roster: fc
      .tuple(...some.map((id) => fc.record({ id: fc.constant(id), weight: aWeight() })))
      .map((reps) => ({ reps })),
    claims: fc.option(fc.nat({ max: 9 }), { nil: undefined, freq: 5 }),
  }),
);

describe.each<[string, () => Selector]>([
  ["rotation", rotation],
  ["weighted", weighted],
])("%s, raced for", (_, selector) => {
  it("keeps Theorem T with one lead more for each claim out of turn", () => {
    fc.assert(
      fc.property(fc.array(aRace, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (races, first) => {
        for (const { state, outOfTurn } of raced(selector(), first, races)) {
          if (first === 1) expect(outOfTurn).toBe(0);
          const loosened = (k: number, n: number) => theoremT(k, n) + 2 * outOfTurn * CREDITS_PER_LEAD;
          expect(outOfBounds(creditsIn(state), loosened)).toBeUndefined();
        }
      }),
      { numRuns: 80 },
    );
  });

  it("goes beyond Theorem T itself as soon as somebody is always quicker than the first", () => {
    const roster = rosterOf("ann", "bob", "cyd");
    const races = Array.from({ length: 90 }, () => ({ roster, claims: 1 }));
    const last = raced(selector(), 2, races).at(-1);
    // ann is told each time and never claims, so she is owed a third of all; and so it goes on.
    expect(creditsIn(last?.state as State)[0]).toBe(30 * CREDITS_PER_LEAD);
  });
});
