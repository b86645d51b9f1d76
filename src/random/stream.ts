import alea from "seedrandom/lib/alea.js";

/** Where a stream stands: the generator's carry, and its three parts of 32 bits each. */
export type StreamState = readonly [carry: number, s0: number, s1: number, s2: number];

/** Draws that follow from their start alone, the same on every engine. */
export interface Stream {
  /** From 0 to below 1, by 53 bits. */
  readonly next: () => number;
  /** What {@link streamAt} goes on from. */
  readonly state: () => StreamState;
}

type Options = Parameters<typeof alea>[1];

const streamOf = (seed: string, state: Options["state"]): Stream => {
  const draws = alea(seed, { state });
  return {
    next: draws.double,
    state: () => {
      const { c, s0, s1, s2 } = draws.state();
      return [c, s0, s1, s2];
    },
  };
};

/** The stream that begins with a text. */
export const streamFrom = (seed: string): Stream => streamOf(seed, true);

/** The generator multiplies by it, so a carry is less. */
const MULTIPLIER = 2_091_639;

const BITS = 2 ** 32;

const isPart = (part: number): boolean => part >= 0 && part < 1 && Number.isInteger(part * BITS);

const isCarry = (carry: number): boolean => Number.isInteger(carry) && carry >= 0 && carry < MULTIPLIER;

/**
 * Goes on from where a stream stood. The generator itself takes anything for a state, and draws `NaN` from it; from
 * four zeros, which no text leads to, it would draw 0 for ever. So both are refused.
 */
export const streamAt = (state: StreamState): Stream => {
  const [c, s0, s1, s2] = state;
  const isReached = isCarry(c) && isPart(s0) && isPart(s1) && isPart(s2) && c + s0 + s1 + s2 > 0;
  if (!isReached) throw new TypeError("no stream of draws ever stood where the state says");
  return streamOf("", { c, s0, s1, s2 });
};
