/** The same numbers from 0 to 1 from the same seed on every engine: a linear congruence, of which the high bits are used. */
export const drawing = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
