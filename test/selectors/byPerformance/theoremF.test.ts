import { describe, expect, it } from "vitest";
import {
  type BookQuestion,
  type Candidate,
  CREDITS_PER_LEAD,
  ceiling,
  explore,
  floorShare,
  predicted,
  rotation,
  type Selector,
  thompson,
  topProducer,
} from "../../../src/index.js";
import { asking, bookingOf, candidatesOf } from "../../support/askSelector.js";
import { drawsFrom } from "../../support/draws.js";

const REPS = 5;
const WEIGHTS = [1, 1, 2, 7];

/** A multiple of every sum of weights that may come up, so that fair shares add up without rounding. */
const WHOLE = Array.from({ length: 7 * REPS }, (_, i) => BigInt(i + 1)).reduce((lcm, each) => {
  let [a, b] = [lcm, each];
  while (b > 0n) [a, b] = [b, a % b];
  return (lcm / a) * each;
}, 1n);

/** Gives all to whoever has had the most of what its floor asks for. */
const hoarding: Selector = {
  name: "hoarding",
  order: ({ candidates, ledger }) =>
    [...candidates].sort(
      (a, b) => ledger.number("floor", a) - ledger.number("floor", b) || a.place - b.place,
    ),
  book: () => ({ share: 1, price: 0 }),
};

type Columns = ReadonlyMap<string, readonly number[]>;

interface Step {
  readonly taker: number;
  /** The weights of those who may have the lead, 0 for all others. */
  readonly weights: readonly number[];
  readonly columns: Columns;
}

const roster = candidatesOf(
  Array.from({ length: REPS }, (_, i) => ({ id: `rep ${i}`, performance: { leads: 50, won: 5 + 5 * i } })),
);

/** One lead among those of a weight above 0: who takes it, and what is kept. */
const step = (selector: Selector, columns: Columns, weights: readonly number[], leadId: string): Step => {
  const among = roster.flatMap((rep): Candidate[] => {
    const weight = weights[rep.place] ?? 0;
    return weight > 0 ? [{ ...rep, weight }] : [];
  });
  const [first, ...rest] = among;
  if (first === undefined) return { taker: -1, weights, columns };
  const asked = asking([first, ...rest], { leadId });
  const number = (name: string, { place }: Candidate) => columns.get(name)?.[place] ?? 0;
  const question = { ...asked, reps: roster, ledger: { ...asked.ledger, number } };
  const taker = selector.order(question).at(0);
  if (taker === undefined) throw new Error("nobody comes first");
  const booked: BookQuestion = { ...bookingOf(question, taker) };
  const after = new Map(columns);
  for (const { name, candidates, values } of selector.book(booked).columns ?? []) {
    const column = Array.from({ length: REPS }, (_, place) => columns.get(name)?.[place] ?? 0);
    candidates.forEach(({ place }, i) => {
      column[place] = values[i] ?? 0;
    });
    after.set(name, column);
  }
  return { taker: taker.place, weights, columns: after };
};

/**
 * Filters and weights that are chosen against a rule: of so many at random, those after which a column stands worst, where what is
 * worst weighs the more the further it has gone.
 */
function* against(
  selector: Selector,
  column: string,
  leads: number,
  seed: number,
  choices = 12,
): Generator<Step> {
  const draw = drawsFrom(seed);
  let columns: Columns = new Map();
  for (let n = 0; n < leads; n += 1) {
    const all = Array.from({ length: choices }, () => {
      const weights = Array.from({ length: REPS }, () => (draw(2) === 0 ? 0 : (WEIGHTS[draw(4)] ?? 1)));
      return step(selector, columns, weights.some((w) => w > 0) ? weights : [1, 1, 1, 1, 1], `l${n}`);
    });
    const badness = (each: Step) =>
      (each.columns.get(column) ?? []).reduce(
        (sum, value) => sum + Math.exp((3 * value) / CREDITS_PER_LEAD),
        0,
      );
    const worst = all.reduce((a, b) => (badness(b) > badness(a) ? b : a));
    columns = worst.columns;
    yield worst;
  }
}

/** What each rep had and what its fair share was, added up exactly: leads, and parts of leads by `WHOLE`. */
const bookkeeping = () => {
  const had = Array.from({ length: REPS }, () => 0n);
  const fair = Array.from({ length: REPS }, () => 0n);
  return {
    had,
    fair,
    add: ({ taker, weights }: Step): void => {
      const total = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
      weights.forEach((weight, place) => {
        fair[place] = (fair[place] ?? 0n) + (BigInt(weight) * WHOLE) / total;
      });
      had[taker] = (had[taker] ?? 0n) + 1n;
    },
  };
};

const learners: readonly (readonly [string, Selector])[] = [
  ["one that hoards", hoarding],
  ["the top producer", topProducer()],
  ["Thompson's rule", thompson({ propensityDraws: 1 })],
  ["a model", predicted({ name: "first", version: 1, of: ({ rep }) => (rep.id === "rep 0" ? 1 : 0) })],
  ["the top producer and lots", explore(0.2, topProducer())],
  ["a rotation", rotation()],
];

describe("Theorem F", () => {
  it.each(
    learners.flatMap(([name, learner]) => [[name, learner, 3, 4] as const, [name, learner, 10, 1] as const]),
  )(
    "holds at every lead with %s as the learner, in whole numbers, against filters chosen to break it",
    (_, learner, tenths, quarters) => {
      const guarded = floorShare(tenths / 10, learner, { dueAtLeads: quarters / 4 });
      const { had, fair, add } = bookkeeping();
      let leads = 0n;
      for (const each of against(guarded, "floor", 150, 11)) {
        add(each);
        leads += 1n;
        // Rounded down by less than one credit for each unit of weight, and a lead costs less than its 35 units short of all credits.
        const rounding = (leads * 70n * WHOLE) / BigInt(CREDITS_PER_LEAD) + 1n;
        for (let i = 0; i < REPS; i += 1) {
          const owed = BigInt(tenths) * ((fair[i] ?? 0n) - BigInt(REPS - 1) * WHOLE);
          const most = 40n * (had[i] ?? 0n) * WHOLE + 10n * BigInt(quarters) * WHOLE + 40n * rounding;
          expect(4n * owed <= most).toBe(true);
        }
      }
    },
  );

  it("is put to the test by those filters: somebody falls more than half of what may be behind", () => {
    let worst = 0;
    for (const { columns } of against(floorShare(0.5, hoarding), "floor", 1_000, 3, 24))
      worst = Math.max(worst, ...(columns.get("floor") ?? []));
    // At most 1 + 0.5 * 4 = 3 leads; filters by chance alone come to about 1.
    expect(worst / CREDITS_PER_LEAD).toBeGreaterThan(1.7);
  });
});

describe("the ceiling", () => {
  it.each([
    ["one that hoards", hoarding, 1, 1],
    ["one that hoards", hoarding, 2, 3],
    ["Thompson's rule", thompson({ propensityDraws: 1 }), 1.5, 1],
    ["the top producer", topProducer(), 1, 2],
  ] as const)(
    "holds at every lead with %s, in whole numbers, against filters chosen to break it",
    (_, selector, most, slackLeads) => {
      const bounded = ceiling(most, selector, { slackLeads });
      const { had, fair, add } = bookkeeping();
      let leads = 0n;
      for (const each of against(bounded, "ceiling", 150, 12)) {
        add(each);
        leads += 1n;
        const rounding = (leads * 70n * WHOLE) / BigInt(CREDITS_PER_LEAD) + 1n;
        for (let i = 0; i < REPS; i += 1) {
          const may = BigInt(2 * most) * (fair[i] ?? 0n) + 2n * BigInt(slackLeads + REPS - 1) * WHOLE;
          expect(2n * (had[i] ?? 0n) * WHOLE <= may + 2n * BigInt(Math.ceil(most)) * rounding).toBe(true);
        }
      }
    },
  );

  it("is never passed by more than the slack where nobody is left out", () => {
    let columns: Columns = new Map();
    const bounded = ceiling(1.25, hoarding, { slackLeads: 1.5 });
    for (let n = 0; n < 300; n += 1) {
      ({ columns } = step(bounded, columns, [1, 2, 7, 1, 2], `l${n}`));
      for (const height of columns.get("ceiling") ?? [])
        expect(height).toBeLessThanOrEqual(1.5 * CREDITS_PER_LEAD);
    }
  });

  it("is put to the test by those filters: somebody gets beyond the slack", () => {
    let worst = 0;
    for (const { columns } of against(ceiling(1, hoarding), "ceiling", 600, 3, 24))
      worst = Math.max(worst, ...(columns.get("ceiling") ?? []));
    expect(worst / CREDITS_PER_LEAD).toBeGreaterThan(1.3);
  });
});
