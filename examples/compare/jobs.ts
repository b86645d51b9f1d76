import { BASELINE, type Contender, contenders } from "./contenders.js";
import { longContenders } from "./long/longContenders.js";
import { playLong } from "./long/playLong.js";
import { figuresOf, type SeasonFigures } from "./measures.js";
import { play } from "./play.js";
import { seasonOf } from "./season.js";
import { type World, worlds } from "./world.js";

/** What one thread does in one go: plain data, so that it may be sent there. */
export interface Job {
  /** Absent: the long run. */
  readonly world?: string;
  readonly seed: number;
  readonly leads: number;
  /** Only selectors with this in their name, and the baseline. Absent: all. */
  readonly only?: string | undefined;
}

export interface SeasonResult {
  readonly world: string;
  readonly seed: number;
  /** By the name of the selector. */
  readonly figures: Readonly<Record<string, SeasonFigures>>;
}

export interface LongResult {
  readonly seed: number;
  /** By the name of the selector, at each checkpoint. */
  readonly regrets: Readonly<Record<string, readonly number[]>>;
}

export type Result = SeasonResult | LongResult;

export const isSeason = (result: Result): result is SeasonResult => "world" in result;

const isIn = (name: string, { only = "" }: Job): boolean => name === BASELINE || name.includes(only);

/** All selectors through one season. */
export const doSeason = (world: World, job: Job): SeasonResult => {
  const season = seasonOf(world, job.seed, job.leads);
  const chosen = contenders.filter(({ name }) => isIn(name, job));
  const figures = chosen.map((one: Contender) => [one.name, figuresOf(play(season, one))] as const);
  return { world: world.name, seed: job.seed, figures: Object.fromEntries(figures) };
};

/** All selectors through one season, or through one long run. */
export const doJob = (job: Job): Result => {
  const { seed, leads } = job;
  const world = worlds.find(({ name }) => name === job.world);
  if (world !== undefined) return doSeason(world, job);
  const chosen = Object.entries(longContenders).filter(([name]) => isIn(name, job));
  const regrets = chosen.map(([name, selector]) => [name, playLong(selector(), seed, leads)] as const);
  return { seed, regrets: Object.fromEntries(regrets) };
};
