import fc from "fast-check";
import { minCostFlowForNumberNodes } from "min-cost-flow";
import { describe, expect, it } from "vitest";
import type { EligibleSet } from "../../src/hindsight/eligibleSet.js";
import { hindsight } from "../../src/hindsight/hindsight.js";
import { leastCost } from "../../src/hindsight/leastCost.js";
import { mostEven } from "../../src/hindsight/mostEven.js";
import { fairnessOf } from "../../src/measure/fairnessOf.js";
import { jain } from "../../src/measure/jain.js";
import { measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { among, anEligibleRun, anOddRun, aWholeRun } from "../support/measuredRuns.js";

const seen = (run: Iterable<MeasuredLead>) => measure(run, { seen: hindsight() }).seen;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Every way to count the leads of an assignment within the sets, by exhaustion. */
const allCounts = (sets: readonly EligibleSet[], n: number): readonly (readonly number[])[] => {
  let found: ReadonlyMap<string, readonly number[]> = new Map([["", new Array<number>(n).fill(0)]]);
  for (const { reps, leads } of sets)
    for (let i = 0; i < leads; i += 1) {
      const more = [...found.values()].flatMap((counts) =>
        reps.map((rep) => counts.map((count, place) => (place === rep ? count + 1 : count))),
      );
      found = new Map(more.map((counts) => [counts.join(), counts]));
    }
  return [...found.values()];
};

interface Game {
  readonly sets: readonly EligibleSet[];
  readonly shares: readonly number[];
}

/** Small enough for every assignment to be tried. The shares need not be those that the sets would give. */
const aGame: fc.Arbitrary<Game> = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    sets: fc.array(
      fc.record({
        reps: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }),
        leads: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    shares: fc.array(
      fc.integer({ min: 1, max: 12 }).map((third) => third / 3),
      {
        minLength: n,
        maxLength: n,
      },
    ),
  }),
);

const indexOf = (counts: readonly number[], shares: readonly number[]): number =>
  jain(counts.map((count, rep) => count / (shares[rep] as number))) as number;

const costOf = (counts: readonly number[], shares: readonly number[], slope: number): number =>
  sum(counts.map((count, rep) => count / (shares[rep] as number)).map((x) => x * x - slope * x));

/** The least cost by the flow library alone: each lead that a rep could have is an edge of its own, at its price. */
const leastCostByFlow = ({ sets, shares }: Game, slope: number): number => {
  const leads = sum(sets.map((set) => set.leads));
  const slots = shares.flatMap((_share, rep) => Array.from({ length: leads }, (_, i) => ({ rep, i })));
  const repNode = (rep: number): number => sets.length + 1 + rep;
  const slotNode = (slot: number): number => sets.length + shares.length + 1 + slot;
  const sink = slotNode(slots.length);
  const price = (rep: number, i: number): number => {
    const share = shares[rep] as number;
    return (2 * i + 1) / (share * share) - slope / share;
  };
  // Whole numbers, so that the library's search for shortest paths comes to an end.
  const whole = (cost: number): number => Math.round(cost * 1e7);
  const edges = [
    ...sets.map((set, i) => ({ from: 0, to: i + 1, capacity: set.leads, cost: 0 })),
    ...sets.flatMap((set, i) =>
      set.reps.map((rep) => ({ from: i + 1, to: repNode(rep), capacity: set.leads, cost: 0 })),
    ),
    ...slots.map(({ rep, i }, slot) => ({
      from: repNode(rep),
      to: slotNode(slot),
      capacity: 1,
      cost: whole(price(rep, i)),
    })),
    ...slots.map((_, slot) => ({ from: slotNode(slot), to: sink, capacity: 1, cost: 0 })),
  ];
  return sum(minCostFlowForNumberNodes(edges).map(({ flow, cost }) => flow * cost)) / 1e7;
};

describe("leastCost", () => {
  it("is as cheap as the cheapest of all assignments, and is one of them", () => {
    fc.assert(
      fc.property(aGame, fc.double({ min: 0, max: 20, noNaN: true }), ({ sets, shares }, slope) => {
        const all = allCounts(sets, shares.length);
        const counts = leastCost(sets, shares, slope);
        expect(all.map(String)).toContain(String(counts));
        const least = Math.min(...all.map((other) => costOf(other, shares, slope)));
        expect(costOf(counts, shares, slope)).toBeCloseTo(least, 8);
      }),
      { numRuns: 300 },
    );
  });

  it("is as cheap as a flow with an edge for each lead that a rep could have", () => {
    fc.assert(
      fc.property(aGame, fc.double({ min: 0, max: 5, noNaN: true }), (game, slope) => {
        const cost = costOf(leastCost(game.sets, game.shares, slope), game.shares, slope);
        expect(cost).toBeCloseTo(leastCostByFlow(game, slope), 4);
      }),
      { numRuns: 100 },
    );
  });
});

describe("mostEven", () => {
  it("is as even as the most even of all assignments, and is one of them", () => {
    fc.assert(
      fc.property(aGame, ({ sets, shares }) => {
        const all = allCounts(sets, shares.length);
        const counts = mostEven(sets, shares);
        expect(all.map(String)).toContain(String(counts));
        const best = Math.max(...all.map((other) => indexOf(other, shares)));
        expect(indexOf(counts, shares)).toBeCloseTo(best, 8);
      }),
      { numRuns: 500 },
    );
  });

  it("finds a best that no step uphill from the ends leads to", () => {
    expect(mostEven([{ reps: [0, 1, 2], leads: 3 }], [7, 5, 2])).toStrictEqual([1, 1, 1]);
  });
});

describe("hindsight", () => {
  it("says how even a run was, and could have been", () => {
    const run = [among("ab", "b"), among("b", "b"), among("ab", "b"), among("ab", "a")];
    const { reps, best, ratio, ...rest } = seen(run);
    expect(reps).toStrictEqual([
      { repId: "a", share: 1.5, leads: 1, best: 2 },
      { repId: "b", share: 2.5, leads: 3, best: 2 },
    ]);
    expect(rest.jain).toBe(fairnessOf(run).jain);
    expect(best).toBeCloseTo(indexOf([2, 2], [1.5, 2.5]), 12);
    expect(ratio).toBeCloseTo((rest.jain as number) / indexOf([2, 2], [1.5, 2.5]), 12);
  });

  it("is null, never NaN, for no lead, for nobody eligible and for leads that nobody got", () => {
    const nothing = { jain: null, best: null, ratio: null, reps: [] };
    expect(seen([])).toStrictEqual(nothing);
    expect(seen([among("", "z"), among("", undefined)])).toStrictEqual(nothing);
    expect(seen([among("ab", undefined)])).toStrictEqual(nothing);
  });

  it("is 1 of 1 for one rep alone, and for a single lead of several", () => {
    expect(seen([among("a", "a"), among("a", "a")])).toMatchObject({ jain: 1, best: 1, ratio: 1 });
    expect(seen([among("abcd", "c")])).toMatchObject({ jain: 0.25, best: 0.25, ratio: 1 });
  });

  it("has no ratio where all leads went to reps without a share", () => {
    expect(seen([among("a", "z")])).toMatchObject({ jain: null, best: 1, ratio: null });
  });

  it("lets weights make shares, and whoever weighs nothing have none", () => {
    const candidates = [
      { id: "a", weight: 3 },
      { id: "b", weight: 1 },
      { id: "idle", weight: 0 },
    ];
    const run = [..."abaa"].map((repId) => ({ candidates, repId }));
    expect(seen(run)).toStrictEqual({
      jain: 1,
      best: 1,
      ratio: 1,
      reps: [
        { repId: "a", share: 3, leads: 3, best: 3 },
        { repId: "b", share: 1, leads: 1, best: 1 },
      ],
    });
  });

  it("deals out only the leads that somebody got", () => {
    const run = [among("ab", "a"), among("ab", undefined), among("b", undefined), among("", "a")];
    expect(seen(run).reps.map(({ leads, best }) => [leads, best])).toStrictEqual([
      [2, 1],
      [0, 0],
    ]);
  });

  it("takes the same candidates in another order for the same set", () => {
    const ids = Array.from({ length: 250 }, (_, i) => ({ id: `r${i}`, weight: 1 }));
    const turned = ids.map(({ id }, i) => ({ candidates: [...ids.slice(i), ...ids.slice(0, i)], repId: id }));
    expect(seen(turned)).toMatchObject({ jain: 1, best: 1 });
  });

  it("is never beaten within the eligible sets, and its shares and counts add up to the leads", () => {
    fc.assert(
      fc.property(anEligibleRun, (run) => {
        const { ratio, reps, ...rest } = seen(run);
        expect(rest.jain).toBe(fairnessOf(run).jain);
        if (ratio === null) return;
        expect(ratio).toBeLessThanOrEqual(1 + 1e-8);
        expect(sum(reps.map(({ best }) => best))).toBe(run.length);
        expect(sum(reps.map(({ share }) => share))).toBeCloseTo(run.length, 9);
      }),
    );
  });

  it("cannot be bettered by a move of one lead along any chain of reps", () => {
    fc.assert(
      fc.property(anEligibleRun, (run) => {
        const { reps } = seen(run);
        const places = new Map(reps.map(({ repId }, place) => [repId, place]));
        const shares = reps.map(({ share }) => share);
        const counts = reps.map(({ best }) => best);
        const sets = run.map(({ candidates }) => candidates.map(({ id }) => places.get(id) as number));
        // Every lead that is moved along a chain takes one from its first rep and gives its last one more.
        const isPossible = (wanted: readonly number[]): boolean => assigns(sets, wanted);
        expect(isPossible(counts)).toBe(true);
        counts.forEach((count, from) => {
          counts.forEach((_, to) => {
            if (from === to || count === 0) return;
            const moved = counts.map((one, place) => one + Number(place === to) - Number(place === from));
            if (isPossible(moved))
              expect(indexOf(moved, shares)).toBeLessThanOrEqual(indexOf(counts, shares) + 1e-8);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it("may be asked after every lead, and what it said stays as it was", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const tally = hindsight().open();
        const said = run.map((lead) => {
          tally.add(lead);
          return tally.result();
        });
        said.forEach((result, i) => {
          expect(result).toStrictEqual(seen(run.slice(0, i + 1)));
        });
      }),
      { numRuns: 20 },
    );
  });

  it("says numbers or null, whatever the weights", () => {
    fc.assert(
      fc.property(anOddRun, (run) => {
        const { reps, ...indices } = seen(run);
        for (const index of Object.values(indices))
          expect(index === null || Number.isFinite(index)).toBe(true);
        for (const { share, best } of reps)
          expect([share > 0, Number.isInteger(best)]).toStrictEqual([true, true]);
      }),
    );
  });

  it("refuses more members of eligible sets than the flow library takes", () => {
    const ids = Array.from({ length: 260 }, (_, i) => `r${i}`);
    const run = ids.map((left) => ({
      candidates: ids.filter((id) => id !== left).map((id) => ({ id, weight: 1 })),
      repId: "r0",
    }));
    expect(() => seen(run)).toThrow(RangeError);
  });

  it("takes a thousand leads among sixty reps, whose filters change by the hour, in its stride", () => {
    const ids = Array.from({ length: 60 }, (_, i) => `r${i}`);
    const run = Array.from({ length: 1000 }, (_, i): MeasuredLead => {
      const hour = Math.floor(i / 12);
      const here = ids.filter((_id, place) => (place * 7 + hour * 11) % 10 < 4 + (place % 4));
      return { candidates: here.map((id) => ({ id, weight: 1 })), repId: here[i % here.length] };
    });
    const startedMs = performance.now();
    const { best, ratio } = seen(run);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(best).toBeGreaterThan(0.99);
    expect(ratio).toBeLessThanOrEqual(1);
  });
});

/** Whether each lead can go to one of its reps so that everybody has just what is wanted, by alternating paths. */
const assigns = (sets: readonly (readonly number[])[], wanted: readonly number[]): boolean => {
  const holds = wanted.map(() => [] as number[]);
  const place = (lead: number, tried: Set<number>): boolean => {
    for (const rep of sets[lead] as readonly number[]) {
      if (tried.has(rep)) continue;
      tried.add(rep);
      const held = holds[rep] as number[];
      if (held.length < (wanted[rep] as number)) {
        held.push(lead);
        return true;
      }
      for (const [i, other] of held.entries()) {
        if (!place(other, tried)) continue;
        held[i] = lead;
        return true;
      }
    }
    return false;
  };
  return sets.every((_set, lead) => place(lead, new Set()));
};
