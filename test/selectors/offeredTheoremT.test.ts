import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CascadeOptions,
  CREDITS_PER_LEAD,
  type Decision,
  emptyState,
  type Lead,
  type Rep,
  type Roster,
  rotation,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../src/index.js";
import { aWeight } from "../../src/testing/arbitraries/aRep.js";
import { type Bound, outOfBounds, theoremT } from "../../src/testing/fairness/mirror.js";
import { anId } from "../../src/testing/index.js";
import { deskLedger } from "../support/desk.js";
import { asked, expired, no, offering, rosterOf, storyOf, yes } from "../support/story.js";

type Answer = "yes" | "no" | "silent";

const anAnswer = fc.constantFrom<Answer>("yes", "no", "silent");

const anyPolicy: fc.Arbitrary<Partial<CascadeOptions>> = fc.record({
  policy: fc.record({
    timedOut: fc.constantFrom("counts", "ignored"),
    refused: fc.constantFrom("counts", "ignored"),
  }),
  passes: fc.constantFrom(1, 2),
});

/** Leads over changing rosters, and what each rep asked says to them. */
const storyLines = fc.uniqueArray(anId(), { minLength: 1, maxLength: 7 }).chain((ids) => {
  const rep = (id: string) => fc.record({ id: fc.constant(id), weight: aWeight() });
  const roster = fc.subarray(ids, { minLength: 1 }).chain((some) => fc.tuple(...some.map(rep)));
  const lead = fc.record({
    reps: roster as fc.Arbitrary<readonly Rep[]>,
    answers: fc.array(anAnswer, { maxLength: 8 }),
  });
  return fc.array(lead, { maxLength: 25 });
});

const expectBound = (state: State, bound: Bound): void => {
  const { credits, outside } = deskLedger(state);
  expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  expect(
    outOfBounds(
      [...credits].sort((a, b) => b - a),
      bound,
    ),
  ).toBeUndefined();
};

describe.each<[string, () => Selector]>([
  ["rotation", rotation],
  ["weighted", weighted],
])("%s under offers in turn", (_, selector) => {
  it("keeps Theorem T after every turn, whatever is declined or left silent, and whether it counts or not", () => {
    fc.assert(
      fc.property(storyLines, anyPolicy, (leads, policy) => {
        const strategy = offering({ selector: selector(), ...policy });
        let state = emptyState({ seed: "s" });
        for (const [n, { reps, answers }] of leads.entries()) {
          const lead = { id: `lead ${n}`, receivedAtMs: 1_000 * n };
          let story = storyOf(strategy, { roster: { reps }, lead, state });
          for (const answer of answers) {
            const { decision } = story;
            if (decision.status !== "offered") break;
            const [repId = ""] = asked(story);
            const { atMs, wakeAtMs } = decision;
            if (answer === "silent") story = story.on(wakeAtMs, expired);
            else story = story.on(atMs, answer === "yes" ? yes(repId) : no(repId));
            expectBound(story.state, theoremT);
          }
          if (story.decision.status === "offered")
            story = story.on(story.decision.atMs, { type: "closed", result: "lost" });
          state = story.state;
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** At most (2b+1)(n-1)/2 + b leads for one rep while b offers are open at once. Doubled, as bounds are. */
const sideBySide =
  (b: number): Bound =>
  (k, n) =>
    k === 1 || k === n - 1 ? ((2 * b + 1) * (n - 1) + 2 * b) * CREDITS_PER_LEAD : Number.POSITIVE_INFINITY;

interface Open {
  readonly lead: Lead;
  readonly decision: Decision;
}

/** Plays leads whose offers overlap, no more than b open at once: each answer is to any of those open. */
const overlapping = (
  b: number,
  atOnce: number,
  roster: Roster,
  selector: Selector,
  steps: readonly { readonly which: number; readonly answer: Answer }[],
): readonly State[] => {
  const strategy = offering({ selector, atOnce });
  const states: State[] = [emptyState({ seed: "s" })];
  let open: Open[] = [];
  let now = 0;
  const offers = ({ decision }: Open) => (decision.status === "offered" ? decision.offers : []);
  const settle = (before: Open | undefined, lead: Lead, result: ReturnType<typeof strategy>): void => {
    const { decision, state } = unwrap(result);
    states.push(state);
    open = [...open.filter((each) => each !== before), { lead, decision }].filter(
      (each) => offers(each).length > 0,
    );
  };
  for (const [n, { which, answer }] of steps.entries()) {
    const openNow = open.reduce((sum, each) => sum + offers(each).length, 0);
    for (let more = Math.floor((b - openNow) / atOnce); more > 0; more -= 1) {
      const lead = { id: `lead ${states.length}`, receivedAtMs: now };
      settle(undefined, lead, strategy(lead, roster, states.at(-1) as State));
    }
    const all = open.flatMap((each) => offers(each).map((offer) => ({ each, offer })));
    const one = all[which % Math.max(1, all.length)];
    if (one === undefined) break;
    now = answer === "silent" ? Math.max(now, one.offer.untilMs) : now;
    const isOver = now >= one.offer.untilMs;
    const type = isOver ? "expired" : answer === "yes" ? "accepted" : "declined";
    const event = { id: `e${n}`, atMs: now, ...(isOver ? {} : { repId: one.offer.repId }), type } as never;
    const { lead, decision } = one.each;
    settle(one.each, lead, strategy.respond(lead, decision, event, roster, states.at(-1) as State));
  }
  return states;
};

describe("offers that are open side by side, while the candidates stay the same,", () => {
  const steps = fc.array(fc.record({ which: fc.nat({ max: 30 }), answer: anAnswer }), { maxLength: 80 });

  it("leave nobody further from its share than (2b+1)(n-1)/2 + b leads", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(aWeight(), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        steps,
        (leads, atOnce, weights, isWeighted, all) => {
          const reps = weights.map((weight, i) => ({ id: `rep ${i}`, weight }));
          const b = leads * atOnce;
          const selector = isWeighted ? weighted() : rotation();
          for (const state of overlapping(b, atOnce, { reps }, selector, all))
            expectBound(state, sideBySide(b));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("go beyond Theorem T, which is for turns that do not overlap", () => {
    const accepting = Array.from({ length: 4 }, () => ({ which: 0, answer: "yes" as const }));
    const states = overlapping(4, 1, rosterOf("ann", "bob"), rotation(), accepting);
    const worst = Math.max(...states.flatMap((state) => deskLedger(state).credits.map(Math.abs)));
    // All four were offered to ann before the first was booked.
    expect(worst / CREDITS_PER_LEAD).toBe(2);
  });
});
