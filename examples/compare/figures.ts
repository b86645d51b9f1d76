import { BASELINE } from "./contenders.js";
import { type Estimate, estimateOf } from "./interval.js";
import type { LongResult, SeasonResult } from "./jobs.js";
import { CHECKPOINTS } from "./long/playLong.js";
import { type MeasureName, measureNames } from "./measures.js";
import { type World, worlds } from "./world.js";

/** One selector in one world, over all seasons. */
export interface SelectorFigures extends Readonly<Record<MeasureName, Estimate>> {
  readonly name: string;
  /** Won per 100 leads more than the baseline did of the same leads with the same luck. */
  readonly gain: Estimate;
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
}

const selectorIn = (results: readonly SeasonResult[], name: string): SelectorFigures => {
  const valuesOf = (by: string, measure: MeasureName): readonly number[] =>
    results.map(({ figures }) => figures[by]?.[measure] ?? Number.NaN);
  const [own, others] = [valuesOf(name, "won"), valuesOf(BASELINE, "won")];
  const estimates = measureNames.map((measure) => [measure, estimateOf(valuesOf(name, measure))] as const);
  return {
    name,
    ...(Object.fromEntries(estimates) as Record<MeasureName, Estimate>),
    gain: estimateOf(own.map((won, i) => won - (others[i] ?? Number.NaN))),
  };
};

const worldIn = (results: readonly SeasonResult[], { name, says }: World): WorldFigures => {
  const own = results.filter(({ world }) => world === name);
  return {
    name,
    says,
    selectors: Object.keys(own[0]?.figures ?? {}).map((selector) => selectorIn(own, selector)),
  };
};

const longIn = (results: readonly LongResult[], name: string): LongFigures => ({
  name,
  regrets: CHECKPOINTS.map((leads, i) => ({
    leads,
    regret: estimateOf(results.map(({ regrets }) => regrets[name]?.[i] ?? Number.NaN)),
  })),
});

/** The seasons of all seeds as one comparison; the results may come in any order. */
export const summed = (
  leads: number,
  seasons: readonly SeasonResult[],
  long: readonly LongResult[],
): Figures => {
  const inOrder = [...seasons].sort((a, b) => a.seed - b.seed);
  const longInOrder = [...long].sort((a, b) => a.seed - b.seed);
  return {
    seeds: new Set(seasons.map(({ seed }) => seed)).size,
    leads,
    worlds: worlds.map((world) => worldIn(inOrder, world)),
    long: {
      seeds: long.length,
      selectors: Object.keys(longInOrder[0]?.regrets ?? {}).map((name) => longIn(longInOrder, name)),
    },
  };
};
