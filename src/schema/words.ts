import type { Shape } from "../check/shape.js";

export const MISSING = "is missing";

/** The words in which a shape of the core refuses. */
export const wordsOf = (shape: Shape): string => shape(undefined)[0]?.message ?? MISSING;

/** As much of zod's issue as our words depend on. */
export interface Asked {
  readonly input?: unknown;
}

/** Our words instead of zod's, for whatever a schema refuses. */
export const saying = (words: string) => ({
  error: ({ input }: Asked): string => (input === undefined ? MISSING : words),
});
