import type { Chance } from "../sample/chance.js";
import { segments } from "./segments.js";
import type { World } from "./world.js";

/** How likely one rep wins a lead of each segment, with an empty desk. */
export type Talent = ReadonlyMap<string, number>;

/** Nobody is worse than that, or better. */
const [LEAST_FACTOR, MOST_RATE] = [0.2, 0.95];

/** 1 on average, with that deviation: the sum of three uniform draws deviates by a half. */
const factor = (chance: Chance, apart: number): number => {
  const draws = chance.between(0, 1) + chance.between(0, 1) + chance.between(0, 1);
  return Math.max(LEAST_FACTOR, 1 + apart * 2 * (draws - 1.5));
};

const wonOf = (rates: readonly number[]): number =>
  segments.reduce((won, { ofHundred }, i) => won + ofHundred * (rates[i] ?? 0), 0);

/** What is true of one rep, drawn for the world. */
export const talentOf = (chance: Chance, { repsApart, segmentsApart, isEvenAltogether }: World): Talent => {
  const own = factor(chance, repsApart);
  const rates = segments.map(({ rate }) => rate * own * factor(chance, segmentsApart));
  const even = isEvenAltogether ? wonOf(segments.map(({ rate }) => rate)) / wonOf(rates) : 1;
  return new Map(segments.map(({ name }, i) => [name, Math.min(MOST_RATE, even * (rates[i] ?? 0))]));
};
