import { describe, expect, it } from "vitest";
import {
  available,
  cascade,
  compose,
  emptyState,
  explain,
  quotaRotation,
  type Roster,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../../src/index.js";
import { creditsPerWeight } from "../../../src/internal/credits.js";
import { dealOne, deskLedger, deskOf } from "../../support/desk.js";
import { isShared, needing, readShared } from "../../support/shared.js";
import { no, storyOf } from "../../support/story.js";
import { tightDesk } from "../../support/tightDesk.js";

const VECTORS = "vectors/tijdeman-quota.json";

interface Vector {
  readonly weights: readonly number[];
  readonly seq: readonly number[];
  readonly maxUnder: string;
  readonly maxOver: string;
}

const { tijdeman } = isShared(VECTORS)
  ? readShared<{ readonly tijdeman: readonly Vector[] }>(VECTORS)
  : { tijdeman: [] };

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const idOf = (place: number): string => `rep ${String(place).padStart(3, "0")}`;

const rosterOf = (weights: readonly number[]): Roster => ({
  reps: weights.map((weight, place) => ({ id: idOf(place), weight })),
});

/** Takers and credits, lead by lead, through the whole library. */
function* composed(
  selector: Selector,
  weights: readonly number[],
  leads: number,
): Generator<readonly [taker: string | undefined, credits: readonly number[]]> {
  const strategy = deskOf(selector);
  const roster = rosterOf(weights);
  let state: State = emptyState({ seed: "s" });
  for (let n = 0; n < leads; n += 1) {
    const dealt = dealOne(strategy, roster, state, n);
    state = n % 2 === 0 ? dealt.state : JSON.parse(JSON.stringify(dealt.state));
    yield [dealt.taker, deskLedger(state).credits];
  }
}

const fractionOf = (text: string): number => {
  const [numerator, denominator = "1"] = text.split("/");
  return Number(numerator) / Number(denominator);
};

// The file's other parts are of rules that are not ours: Balinski and Young's quota method, and Pfair.
describe.skipIf(!isShared(VECTORS))(
  needing(VECTORS, "quotaRotation, by the vectors of Tijdeman's rule"),
  () => {
    it.each(tijdeman)("deals as they do for $weights, and is as far off at worst", (vector) => {
      const { weights, seq, maxUnder, maxOver } = vector;
      const price = sumOf(weights) * creditsPerWeight(sumOf(weights));
      const takers: (string | undefined)[] = [];
      let [under, over] = [0, 0];
      for (const [taker, credits] of composed(quotaRotation(), weights, seq.length)) {
        takers.push(taker);
        under = Math.max(under, ...credits);
        over = Math.max(over, ...credits.map((credit) => -credit));
      }
      expect(takers).toStrictEqual(seq.map(idOf));
      expect([under / price, over / price]).toStrictEqual([fractionOf(maxUnder), fractionOf(maxOver)]);
    });
  },
);

/** Weights from 1 to 20, none before a larger one, without a divisor in common. */
function* multisets(n: number, most = 20, divisor = 0): Generator<readonly number[]> {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b));
  for (let weight = 1; weight <= most; weight += 1) {
    const next = common(weight, divisor);
    if (n > 1) for (const rest of multisets(n - 1, weight, next)) yield [weight, ...rest];
    else if (next === 1) yield [weight];
  }
}

/** In exact whole numbers: the most that (2n-2) times a credit was, and what is left at the end of one period. */
const periodOf = (selector: Selector, weights: readonly number[]) => {
  const { credits, deal } = tightDesk(selector, weights);
  const total = sumOf(weights);
  let worst = 0;
  let worstAt = 0;
  for (let lead = 1; lead <= total; lead += 1) {
    deal();
    for (const credit of credits) {
      if (Math.abs(credit) > worst) [worst, worstAt] = [Math.abs(credit), lead];
    }
  }
  return {
    worst,
    worstAt,
    price: total * creditsPerWeight(total),
    isEven: credits.every((credit) => credit === 0),
  };
};

describe("quotaRotation", () => {
  it.each([2, 3, 4, 5])(
    "is never more than 1 - 1/(2n-2) leads off for any weights up to 20 of %i reps, and even at the end of a period",
    (n) => {
      let sets = 0;
      for (const descending of multisets(n)) {
        for (const weights of [descending, [...descending].reverse()]) {
          sets += 1;
          const { worst, price, isEven } = periodOf(quotaRotation(), weights);
          if ((2 * n - 2) * worst > (2 * n - 3) * price || !isEven)
            expect({ weights, worst: worst / price, isEven }).toBe("within the bound and even");
        }
      }
      expect(sets).toBe(2 * ({ 2: 128, 3: 1252, 4: 7992, 5: 40_213 }[n] ?? 0));
    },
  );

  it("deals through compose as on the desk of that check", () => {
    const samples = [[20, 20, 5, 1, 1], [7, 3, 2], [1, 1], [20, 19, 18, 17, 1], [1], [1, 1, 1, 1, 1]];
    for (const selector of [quotaRotation(), weighted()]) {
      for (const weights of samples) {
        const { credits, deal } = tightDesk(selector, weights);
        for (const [taker, known] of composed(selector, weights, sumOf(weights) + 3)) {
          expect(idOf(deal())).toBe(taker);
          expect(credits).toStrictEqual(known);
        }
      }
    }
  });

  it("is within 7/8 where the credit rotation is 50/47 of a lead off, at lead 26", () => {
    const weights = [20, 20, 5, 1, 1];
    const smooth = periodOf(weighted(), weights);
    expect([smooth.worst / smooth.price, smooth.worstAt]).toStrictEqual([50 / 47, 26]);
    const quota = periodOf(quotaRotation(), weights);
    expect(quota.worst / quota.price).toBeLessThanOrEqual(7 / 8);
  });

  it("gives a lead as soon as 1 / (2n-2) of it is due", () => {
    // With the third lead exactly a quarter of one is due to the first, whose deadline is the nearest.
    const takers = [...composed(quotaRotation(), [6, 1, 1], 8)].map(([taker]) => taker);
    expect(takers).toStrictEqual([0, 0, 0, 1, 0, 2, 0, 0].map(idOf));
  });

  it("gives each of n equal reps one of any n leads, by id", () => {
    expect([...composed(quotaRotation(), [1, 1, 1], 6)].map(([taker]) => taker)).toStrictEqual(
      [0, 1, 2, 0, 1, 2].map(idOf),
    );
  });

  it("gives nothing to weight 0, which is one candidate less for the bound", () => {
    const with0 = [...composed(quotaRotation(), [5, 0, 1, 1], 14)].map(([taker]) => taker);
    expect(with0).not.toContain(idOf(1));
    const without = [...composed(quotaRotation(), [5, 1, 1], 14)].map(([taker]) => taker);
    expect(with0.map((id) => [0, 2, 3].map(idOf).indexOf(id ?? ""))).toStrictEqual(
      without.map((id) => [0, 1, 2].map(idOf).indexOf(id ?? "")),
    );
  });

  it("gives the lead to whoever is owed most where nobody's is due, as after the roster changed", () => {
    const strategy = deskOf(quotaRotation());
    let { state } = dealOne(strategy, rosterOf([1, 1, 1, 1]), emptyState({ seed: "s" }), 0);
    ({ state } = dealOne(strategy, rosterOf([1, 1, 1, 1]), state, 1));
    // The first two have had a lead each and are alone now: nobody is due one, by a fourth of a lead.
    const { taker } = dealOne(strategy, rosterOf([1, 3]), state, 2);
    expect(taker).toBe(idOf(1));
    const { candidates } = unwrap(explain(strategy, { id: "l", receivedAtMs: 0 }, rosterOf([1, 3]), state));
    expect(candidates.map(({ repId, merit }) => [repId, merit?.says])).toStrictEqual([
      [idOf(1), "has had what it is due up to now"],
      [idOf(0), "has had what it is due up to now"],
    ]);
  });

  it("says when each is to have its next lead, and who ties", () => {
    const { candidates, tie } = unwrap(
      explain(
        deskOf(quotaRotation()),
        { id: "l", receivedAtMs: 0 },
        rosterOf([5, 1, 1]),
        emptyState({ seed: "s" }),
      ),
    );
    expect(candidates.map(({ merit }) => merit)).toStrictEqual([
      { score: 2, share: 5 / 7, says: "is to have one of the next 2 leads" },
      { score: 0, share: 1 / 7, says: "has had what it is due up to now" },
      { score: 0, share: 1 / 7, says: "has had what it is due up to now" },
    ]);
    expect(tie).toBeUndefined();
    const lead = { id: "l", receivedAtMs: 0 };
    const both = unwrap(
      explain(deskOf(quotaRotation()), lead, rosterOf([3, 4, 1]), emptyState({ seed: "s" })),
    );
    expect(both.candidates.map(({ repId, merit }) => [repId, merit?.score])).toStrictEqual([
      [idOf(1), 2],
      [idOf(0), 1],
      [idOf(2), 0],
    ]);
  });

  it("cannot stand beside filters", () => {
    expect(() => compose({ ledger: "desk", filters: [available()], selector: quotaRotation() })).toThrow(
      "compose: quotaRotation keeps its promise without filters only",
    );
  });

  it("asks those left in a cascade, where a refused turn is paid for and the accounts stay even in sum", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [],
      selector: quotaRotation(),
      delivery: cascade({ answerMs: 9 }),
    });
    const { state, decision } = storyOf(strategy).on(1, no("ann"));
    expect(decision.status === "offered" && decision.offers.map(({ repId }) => repId)).toStrictEqual(["bob"]);
    const { credits, outside } = deskLedger(state);
    expect(credits[0]).toBeLessThan(0);
    expect(sumOf(credits) + outside).toBe(0);
  });
});
