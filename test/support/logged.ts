import { type LoggedChoice, type Target, targetOf } from "../../src/evaluation/index.js";
import { streamFrom } from "../../src/random/stream.js";

/** Whom the log gives its leads to, how likely, and how likely each of them wins. */
export interface World {
  readonly reps: readonly {
    readonly id: string;
    readonly propensity: number;
    readonly rates: readonly number[];
  }[];
  /** Leads fall into as many segments as there are rates, each as likely. */
  readonly segments: number;
}

const pick = (parts: readonly number[], u: number): number => {
  let sum = 0;
  const place = parts.findIndex((part) => {
    sum += part;
    return u < sum;
  });
  return place < 0 ? parts.length - 1 : place;
};

/** A log that is as the world is, by chance. */
export const logOf = ({ reps, segments }: World, leads: number, seed: number): readonly LoggedChoice[] => {
  const draw = streamFrom(`log ${seed}`).next;
  const candidates = reps.map(({ id, propensity }) => ({ id, propensity }));
  const parts = reps.map(({ propensity }) => propensity);
  return Array.from({ length: leads }, () => {
    const segment = Math.floor(draw() * segments);
    const rep = reps[pick(parts, draw())] as World["reps"][number];
    const reward = draw() < (rep.rates[segment] ?? 0) ? 1 : 0;
    return { candidates, repId: rep.id, reward, segment: `segment ${segment}` };
  });
};

/** The target that gives each rep of a world its part of every lead. */
export const partsTarget = ({ reps }: World, parts: readonly number[]): Target =>
  targetOf("parts", () => reps.map(({ id }, i) => ({ repId: id, probability: parts[i] ?? 0 })));

/** What a lead brings on average by these parts. */
export const trueValue = ({ reps, segments }: World, parts: readonly number[]): number =>
  reps.reduce(
    (sum, { rates }, i) => sum + ((parts[i] ?? 0) * rates.reduce((all, rate) => all + rate, 0)) / segments,
    0,
  );
