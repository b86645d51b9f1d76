import { BASELINE } from "./contenders.js";
import { type Estimate, estimateOf } from "./interval.js";
import type { LongResult, SeasonResult } from "./jobs.js";
import { CHECKPOINTS } from "./long/playLong.js";
import type { MeasureName } from "./measures.js";
import type { Sample } from "./sample.js";
import { type World, worlds } from "./world.js";

/** One selector in one world, over all seasons. */
export interface SelectorFigures extends Readonly<Record<MeasureName, Estimate>> {
  readonly name: string;
  /** Won of 100 leads more than the baseline won of the same leads with the same luck. */
  readonly gain: Estimate;
  /** To be expected more, luck left aside. */
  readonly expectedGain: Estimate;
}

export interface WorldFigures {
  readonly name: string;
  readonly says: string;
  readonly selectors: readonly SelectorFigures[];
}

/** The regret of one selector as leads go on. */
export interface LongFigures {
  readonly name: string;
  readonly regrets: readonly { readonly leads: number; readonly regret: Estimate }[];
}

/** What a comparison came to. */
export interface Figures {
  readonly seeds: number;
  readonly leads: number;
  readonly worlds: readonly WorldFigures[];
  readonly long: { readonly seeds: number; readonly selectors: readonly LongFigures[] };
  readonly sample: Sample;
}

const selectorIn = (seasons: readonly SeasonResult[], name: string): SelectorFigures => {
  const of = (measure: MeasureName): Estimate =>
    estimateOf(seasons.map(({ figures }) => figures[name]?.[measure] ?? Number.NaN));
  const more = (measure: MeasureName): Estimate =>
    estimateOf(
      seasons.map(
        ({ figures }) =>
          (figures[name]?.[measure] ?? Number.NaN) - (figures[BASELINE]?.[measure] ?? Number.NaN),
      ),
    );
  return {
    name,
    won: of("won"),
    gain: more("won"),
    expected: of("expected"),
    expectedGain: more("expected"),
    value: of("value"),
    regret: of("regret"),
    largestLag: of("largestLag"),
    jain: of("jain"),
    leastShare: of("leastShare"),
    longestDrought: of("longestDrought"),
    nobody: of("nobody"),
  };
};

const worldIn = (results: readonly SeasonResult[], { name, says }: World): WorldFigures => {
  const own = results.filter(({ world }) => world === name);
  const names = Object.keys(own[0]?.figures ?? {});
  return { name, says, selectors: names.map((selector) => selectorIn(own, selector)) };
};

const longIn = (results: readonly LongResult[], name: string): LongFigures => ({
  name,
  regrets: CHECKPOINTS.map((leads, i) => ({
    leads,
    regret: estimateOf(results.map(({ regrets }) => regrets[name]?.[i] ?? Number.NaN)),
  })),
});

const inOrder = <A extends { readonly seed: number }>(results: readonly A[]): readonly A[] =>
  [...results].sort((a, b) => a.seed - b.seed);

/** The seasons of all seeds as one comparison; the results may come in any order. */
export const summed = (
  leads: number,
  seasons: readonly SeasonResult[],
  long: readonly LongResult[],
  sample: Sample,
): Figures => ({
  seeds: new Set(seasons.map(({ seed }) => seed)).size,
  leads,
  worlds: worlds.map((world) => worldIn(inOrder(seasons), world)),
  long: {
    seeds: long.length,
    selectors: Object.keys(long[0]?.regrets ?? {}).map((name) => longIn(inOrder(long), name)),
  },
  sample,
});
