import fc from "fast-check";

const ODD = [
  "",
  " ",
  "0",
  "10",
  "2",
  "-0",
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "null",
  "undefined",
  "A",
  "a",
  "\u00e9",
  "e\u0301",
  "\ud7ff",
  "\ue000",
  "\uffff",
  "\u{1f600}",
  "ann@example.com",
  "x".repeat(2000),
] as const;

/** Made once: it is asked for at each step of a scenario. */
const anyId = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }).filter((id) => !id.includes("\0")) },
);

/**
 * Ids that break careless code: empty, names of prototypes, numbers as text, letters that look alike, and
 * characters on both sides of the surrogates, where code units and code points sort differently.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { anId } from "fairlead/testing";
 * fc.sample(anId(), { seed: 1, numRuns: 50 }).every((id) => typeof id === "string"); // => true
 * ```
 *
 * @since 0.1.0
 */
export const anId = (): fc.Arbitrary<string> => anyId;
