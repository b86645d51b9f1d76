import type { Shape } from "../check/shape.js";

export const MISSING = "is missing";

/** As much of zod's issue as our words depend on. */
export interface Asked {
  readonly input?: unknown;
}

/** Our words instead of zod's, for whatever a schema refuses. */
export const saying = (words: (input: unknown) => string | undefined) => ({
  error: ({ input }: Asked): string | undefined => (input === undefined ? MISSING : words(input)),
});

/** The words in which a shape of the core refuses the same. */
export const wordsOf =
  (shape: Shape) =>
  (value: unknown): string | undefined =>
    shape(value)[0]?.message;

/** Refuses in the words of a shape of the core. */
export const sayingAs = (shape: Shape) => saying(wordsOf(shape));

/** The same; of what it refuses nothing more is said. */
export const sayingOnly = (shape: Shape) => ({ ...sayingAs(shape), abort: true });
