import fc from "fast-check";

/**
 * What whoever has to do with a lead makes of it: `fits` as it should be, `denies` the opposite, `nothing` at all; in time, at
 * the very moment at which the time is over, or late.
 *
 * @since 0.1.0
 */
export interface Answer {
  readonly id: string;
  readonly says: "fits" | "denies" | "nothing";
  readonly when: "in time" | "at the end" | "late";
  /** Whose answer it is, of those asked (counted round). */
  readonly nth: number;
}

/** Made once: it is asked for at each step of a scenario. */
const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  id: fc.nat({ max: 999 }).map((n) => `a${n}`),
  says: fc.constantFrom("fits", "denies", "nothing"),
  when: fc.constantFrom("in time", "in time", "in time", "at the end", "late"),
  nth: fc.nat({ max: 3 }),
});

/**
 * Answers that mostly come in time; few ids, so that some come twice.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { anAnswer } from "fairlead/testing";
 * fc.sample(anAnswer(), { seed: 1, numRuns: 50 }).some(({ says }) => says === "denies"); // => true
 * ```
 *
 * @since 0.1.0
 */
export const anAnswer = (): fc.Arbitrary<Answer> => anyAnswer;
