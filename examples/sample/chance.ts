import alea from "seedrandom/lib/alea.js";

/** One part of a choice, and how often it comes up compared with the others. */
export type Part<A> = readonly [value: A, weight: number];

/** Draws that depend on the seed alone. */
export interface Chance {
  /** Uniform, from `from` (included) to `to` (not included). */
  readonly between: (from: number, to: number) => number;
  /** One of the parts, each as often as its weight says. */
  readonly pick: <A>(parts: readonly [Part<A>, ...Part<A>[]]) => A;
  /** How many events happen in a span that has `mean` of them on average. */
  readonly poisson: (mean: number) => number;
}

/** Draws for one seed. */
export const chance = (seed: string): Chance => {
  const draw = alea(seed);
  return {
    between: (from, to) => from + draw() * (to - from),
    pick: (parts) => {
      let left = draw() * parts.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of parts) {
        left -= weight;
        if (left < 0) return value;
      }
      return parts[0][0];
    },
    // Knuth's rule: uniform factors are multiplied until the product falls below e^-mean. For small means.
    poisson: (mean) => {
      const floor = Math.exp(-mean);
      let events = 0;
      for (let product = draw(); product > floor; product *= draw()) events += 1;
      return events;
    },
  };
};
