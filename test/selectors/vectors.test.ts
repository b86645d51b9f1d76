import { describe, expect, it } from "vitest";
import { CREDITS_PER_LEAD, emptyState, type Roster, type State, weighted } from "../../src/index.js";
import { dealOne, deskLedger, deskOf } from "../support/desk.js";
import { isShared, needing, readShared } from "../support/shared.js";

const SMOOTH = "vectors/swrr.json";
const CARPOOL = "vectors/carpool.json";

const strategy = deskOf(weighted());

/** Ids that sort as the indices of the vectors do. */
const idOf = (index: number): string => `rep ${index}`;

const rosterOf = (weights: readonly number[], eligible: readonly number[]): Roster => ({
  reps: eligible.map((index) => ({ id: idOf(index), weight: weights[index] ?? 1 })),
});

const everyIndex = (weights: readonly number[]): readonly number[] => weights.map((_, index) => index);

interface SmoothCase {
  readonly weights: readonly number[];
  readonly seq: readonly number[];
  readonly currentWeightsAfterEachPick: readonly (readonly number[])[];
}

describe.skipIf(!isShared(SMOOTH))(needing(SMOOTH, "weighted, with nobody filtered out"), () => {
  const { cases } = readSmooth();

  it.each(cases)("gives nginx's order and current weights for $weights", ({ weights, seq, ...rest }) => {
    const roster = rosterOf(weights, everyIndex(weights));
    const perWeight = Math.floor(CREDITS_PER_LEAD / weights.reduce((sum, weight) => sum + weight, 0));
    let state: State = emptyState({ seed: "s" });
    seq.forEach((expected, n) => {
      const dealt = dealOne(strategy, roster, state, n);
      state = dealt.state;
      expect(dealt.taker).toBe(idOf(expected));
      expect(deskLedger(state).credits.map((credit) => credit / perWeight + 0)).toStrictEqual(
        rest.currentWeightsAfterEachPick[n],
      );
    });
  });
});

function readSmooth(): { readonly cases: readonly SmoothCase[] } {
  return isShared(SMOOTH) ? readShared(SMOOTH) : { cases: [] };
}

interface CarpoolStep {
  readonly eligible: readonly number[];
  readonly pick: number;
  readonly credits: readonly string[];
}

interface CarpoolCase {
  readonly name?: string;
  readonly kind?: string;
  readonly n: number;
  readonly weights?: readonly number[];
  readonly weightsBefore?: readonly number[];
  readonly weightsAfter?: readonly number[];
  readonly changeAt?: number;
  readonly steps: readonly CarpoolStep[];
}

interface Reachable {
  readonly n: number;
  readonly unit: number;
  readonly mode: "pairs" | "sets" | "general" | "chair";
  readonly states: number;
  readonly worstUnder: string;
  readonly worstOver: string;
}

interface Carpool {
  readonly cases: readonly CarpoolCase[];
  readonly worstCases: readonly CarpoolCase[];
  readonly greedyReachability: readonly Reachable[];
}

/** "-7/15" of a lead, in credits. */
const creditsOf = (fraction: string): number => {
  const [numerator, denominator = "1"] = fraction.split("/");
  return (Number(numerator) * CREDITS_PER_LEAD) / Number(denominator) + 0;
};

const carpool = (): Carpool =>
  isShared(CARPOOL) ? readShared(CARPOOL) : { cases: [], worstCases: [], greedyReachability: [] };

describe.skipIf(!isShared(CARPOOL))(needing(CARPOOL, "weighted, behind filters"), () => {
  const { cases, worstCases, greedyReachability } = carpool();

  it.each([...cases, ...worstCases])("gives the picks and credits of $name$kind, n = $n", (vector) => {
    let state: State = emptyState({ seed: "s" });
    vector.steps.forEach(({ eligible, pick, credits }, n) => {
      const changed = vector.changeAt !== undefined && n >= vector.changeAt;
      const weights = (changed ? vector.weightsAfter : (vector.weightsBefore ?? vector.weights)) ?? [];
      const dealt = dealOne(strategy, rosterOf(weights, eligible), state, n);
      state = dealt.state;
      expect(dealt.taker).toBe(idOf(pick));
      const known = deskLedger(state).credits;
      const all = credits.map((_, index) => known[state.ids.indexOf(idOf(index))] ?? 0);
      expect(all).toStrictEqual(credits.map(creditsOf));
    });
  });

  const small = greedyReachability.filter(({ mode, states }) => mode !== "chair" && states < 3_500);

  it.each(small)("reaches exactly the $states ledgers of $mode, n = $n, and no worse lag", (known) => {
    const { states, worstUnder, worstOver } = explore(known);
    expect(states).toBe(known.states);
    expect(worstUnder).toBe(creditsOf(known.worstUnder));
    expect(worstOver).toBe(creditsOf(known.worstOver));
  });
});

const subsets = (n: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, mask) =>
    Array.from({ length: n }, (__, i) => i).filter((i) => (mask >> i) & 1),
  );

/** Every way to write `sum` as an ordered sum of `parts` whole numbers above 0. */
const compositions = (sum: number, parts: number): readonly (readonly number[])[] =>
  parts === 1
    ? [[sum]]
    : Array.from({ length: sum - parts + 1 }, (_, i) => i + 1).flatMap((first) =>
        compositions(sum - first, parts - 1).map((rest) => [first, ...rest]),
      );

const movesOf = ({ n, unit, mode }: Reachable): readonly Roster[] =>
  subsets(n)
    .filter((set) => (mode === "pairs" ? set.length === 2 : set.length >= 2))
    .flatMap((set): readonly Roster[] => {
      const rosters = mode === "general" ? compositions(unit, set.length) : [set.map(() => 1)];
      return rosters.map((weights) => ({
        reps: set.map((index, i) => ({ id: idOf(index), weight: weights[i] ?? 1 })),
      }));
    });

/** Walks every ledger that any order of leads can lead to. */
function explore(known: Reachable): {
  readonly states: number;
  readonly worstUnder: number;
  readonly worstOver: number;
} {
  const moves = movesOf(known);
  const everybody: Roster = { reps: Array.from({ length: known.n }, (_, i) => ({ id: idOf(i) })) };
  const { state: full } = dealOne(strategy, everybody, emptyState({ seed: "s" }), 0);
  const zero: State = {
    ...full,
    ledgers: full.ledgers.map((ledger) => ({ ...ledger, credits: ledger.credits.map(() => 0) })),
  };
  const seen = new Set([deskLedger(zero).credits.join()]);
  const open = [zero];
  let worstUnder = 0;
  let worstOver = 0;
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const roster of moves) {
      const next = dealOne(strategy, roster, state, 0).state;
      const { credits } = deskLedger(next);
      const key = credits.join();
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(next);
      worstUnder = Math.max(worstUnder, ...credits);
      worstOver = Math.max(worstOver, ...credits.map((credit) => -credit));
    }
  }
  return { states: seen.size, worstUnder, worstOver };
}
