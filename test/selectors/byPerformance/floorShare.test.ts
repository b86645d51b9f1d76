import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  emptyState,
  floorShare,
  holderOf,
  type Lead,
  rotation,
  type Selector,
  type State,
  unwrap,
  weightedRandom,
  where,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf } from "../../support/askSelector.js";
import { deskLedger } from "../../support/desk.js";
import { storyOf } from "../../support/story.js";

const U = CREDITS_PER_LEAD;
const ids = ["ann", "bob", "cyd", "dee", "eve"] as const;

/** Whoever is the furthest ahead of its floor already, so that it starves all others as long as it may. */
const hoarding: Selector = {
  name: "hoarding",
  order: ({ candidates, ledger }) =>
    candidates
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => ledger.number("floor", a) - ledger.number("floor", b) || a.place - b.place),
  book: ({ candidates }) => ({ share: 1 / candidates.length, price: 0 }),
};

const mayHave = where("mayHave", 1, ({ lead, rep }) => {
  const may = lead.attributes?.["may"];
  return Array.isArray(may) && may.includes(rep.id);
});

interface Step {
  readonly may: readonly string[];
  readonly weights: readonly number[];
}

/** Deals a story of leads; what each floor asked for after each, who had it, and what it was entitled to. */
const dealt = (selector: Selector, steps: readonly Step[]) => {
  const strategy = compose({ ledger: "desk", filters: [mayHave], selector });
  let state = emptyState({ seed: "s" });
  return steps.map(({ may, weights }, i) => {
    const roster = { reps: ids.map((id, place) => ({ id, weight: weights[place] ?? 1 })) };
    const lead: Lead = { id: `l${i}`, receivedAtMs: i, attributes: { may: [...may] } };
    const outcome = unwrap(strategy(lead, roster, state));
    state = outcome.state;
    const floors = state.ledgers[0]?.columns.find(({ name }) => name === "floor")?.values ?? [];
    return { floors, holder: holderOf(outcome.decision), state };
  });
};

const someSteps = fc.array(
  fc.record({
    may: fc.subarray([...ids], { minLength: 1 }),
    weights: fc.array(fc.constantFrom(0, 1, 1, 2, 7), { minLength: 5, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 60 },
);

const someShare = fc.constantFrom(0.1, 0.3, 0.5, 0.9, 1);
const someDue = fc.constantFrom(0.25, 0.5, 1);

describe("floorShare", () => {
  const everybody: Step = { may: ids, weights: [1, 1, 1, 1, 1] };

  it("lets the learner decide until somebody is a lead behind, and then that rep has the next", () => {
    const takers = dealt(
      floorShare(0.5, all()),
      Array.from({ length: 16 }, () => everybody),
    ).map(({ holder }) => holder);
    expect(takers.join(" ")).toBe("ann ann ann ann ann ann ann ann ann bob cyd dee eve ann ann ann");
  });

  /** Asks about these weights, with so many leads that each floor asks for. */
  const askedAt = (behind: readonly number[], weights: readonly number[]) => {
    const candidates = candidatesOf(weights.map((weight, i) => ({ id: ids[i] ?? "", weight })));
    const question = asking(candidates);
    const number = (_: string, { place }: { readonly place: number }) => (behind[place] ?? 0) * U;
    return { candidates, question: { ...question, ledger: { ...question.ledger, number } } };
  };

  it("books the share that its merits tell: 1 for whoever is furthest behind, while anybody's floor is due", () => {
    const selector = floorShare(0.5, weightedRandom());
    const sharesAt = (...behind: readonly number[]) => {
      const { candidates, question } = askedAt(behind, [1, 1, 2]);
      const shares = candidates.map((taker) => selector.book(bookingOf(question, taker)).share);
      expect(candidates.map((rep) => selector.merits?.(question)(rep).share)).toStrictEqual(shares);
      return shares;
    };
    expect(sharesAt(0.9, 1, 0)).toStrictEqual([0, 1, 0]);
    expect(sharesAt(0, 0, 0)).toStrictEqual([0.25, 0.25, 0.5]);
  });

  it("promises nothing to whoever weighs nothing, and nobody pays when such a rep has a lead by hand", () => {
    const { candidates, question } = askedAt([0, 0], [1, 0]);
    const columnsOf = (place: number) =>
      floorShare(0.5, all()).book(bookingOf(question, candidates[place] ?? candidates[0])).columns ?? [];
    expect([columnsOf(0).map(({ name }) => name), columnsOf(1)]).toStrictEqual([["floor"], []]);
  });

  it("is the rotation's guarantee where the share is all of it, whatever the learner", () => {
    const takers = dealt(
      floorShare(1, all()),
      Array.from({ length: 20 }, () => everybody),
    ).map(({ holder }) => holder);
    for (const id of ids) expect(takers.filter((taker) => taker === id).length).toBeGreaterThanOrEqual(3);
  });

  it("holds at every moment, for the worst learner, any filters and any weights", () => {
    fc.assert(
      fc.property(someShare, someDue, someSteps, (share, dueAtLeads, steps) => {
        const most = (dueAtLeads + share * (ids.length - 1)) * U;
        for (const { floors } of dealt(floorShare(share, hoarding, { dueAtLeads }), steps))
          for (const floor of floors) expect(floor).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("overrules the learner for at most its share of the leads", () => {
    fc.assert(
      fc.property(someShare, someDue, someSteps, (share, dueAtLeads, steps) => {
        let overruled = 0;
        const guarded = floorShare(share, hoarding, { dueAtLeads });
        const counting: Selector = {
          ...guarded,
          book: (question) => {
            const booking = guarded.book(question);
            const wanted = hoarding.order(question).at(0);
            if (wanted !== question.taker) overruled += 1;
            return booking;
          },
        };
        dealt(counting, steps);
        expect(overruled).toBeLessThanOrEqual(share * steps.length + ids.length * (1 - dueAtLeads) + 1e-9);
      }),
    );
  });

  it("lets nobody be further ahead than is allowed, so that no floor is far away", () => {
    fc.assert(
      fc.property(someShare, someSteps, (share, steps) => {
        for (const { floors } of dealt(floorShare(share, hoarding, { mostAheadLeads: 2 }), steps))
          for (const floor of floors) expect(floor).toBeGreaterThanOrEqual(-2 * U);
      }),
    );
  });

  it("counts a turn that is lost, and goes on counting a lead that is given back", () => {
    const floorsOf = ({ state }: { readonly state: State }) =>
      (deskLedger(state).columns.find(({ name }) => name === "floor")?.values ?? []).map((each) => each / U);
    const selector = floorShare(0.5, all());
    const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const delivery = cascade({ answerMs: 60_000 });
    const offered = storyOf(compose({ ledger: "desk", filters: [], selector, delivery }), { roster });
    const declined = offered.on(1, { type: "declined", repId: "ann" });
    expect(floorsOf(declined)).toStrictEqual([-0.75, 0.25]);
    expect(floorsOf(declined.on(2, { type: "accepted", repId: "bob" }))).toStrictEqual([-0.75, -0.25]);
    const pushed = storyOf(compose({ ledger: "desk", filters: [], selector }), { roster });
    expect(floorsOf(pushed)).toStrictEqual([-0.75, 0.25]);
    expect(floorsOf(pushed.on(1, { type: "returned" }))).toStrictEqual([-0.75, -0.25]);
  });

  it("keeps the learner's own account", () => {
    const [last] = dealt(
      floorShare(0.2, rotation()),
      Array.from({ length: 7 }, () => everybody),
    ).slice(-1);
    const credits = last?.state.ledgers[0]?.credits ?? [];
    expect(credits.reduce((sum, credit) => sum + credit, 0)).toBe(0);
    expect(credits).toStrictEqual(
      dealt(
        rotation(),
        Array.from({ length: 7 }, () => everybody),
      ).at(-1)?.state.ledgers[0]?.credits,
    );
  });

  it.each([
    [0, all(), {}],
    [1.5, all(), {}],
    [Number.NaN, all(), {}],
    [0.5, all, {}],
    [0.5, all(), { dueAtLeads: 0 }],
    [0.5, all(), { dueAtLeads: 2 }],
    [0.5, all(), { mostAheadLeads: 0.5 }],
    [0.5, all(), { mostAheadLeads: Number.POSITIVE_INFINITY }],
  ])("refuses a share of %s, %o and %j", (share, learner, options) => {
    expect(() => floorShare(share, learner as Selector, options)).toThrow(RangeError);
  });
});
