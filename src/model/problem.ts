import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";

/**
 * One fault of the input: where it is, and what is wrong with it in plain words.
 *
 * @since 0.1.0
 */
export interface Problem {
  /** From the argument down to the field, such as `["roster", "reps", 3, "weight"]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Every fault found; never empty.
 *
 * @since 0.1.0
 */
export type Problems = ReadonlyNonEmptyArray<Problem>;
