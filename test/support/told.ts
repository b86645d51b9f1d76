import type { LeadEvent } from "../../src/index.js";

type Nameless<E> = E extends LeadEvent ? Omit<E, "id"> : never;

/** An event without an id of its own: a test gives it one by its place. */
export type Told = Nameless<LeadEvent>;
