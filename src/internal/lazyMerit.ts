import type { Merit, MeritPart } from "../model/selector.js";

/** By a class, since a literal with a getter costs ten times as much to make, and one is made for every candidate. */
class LazyMerit implements Merit {
  readonly #says: () => string;

  constructor(
    readonly score: number,
    readonly share: number,
    says: () => string,
  ) {
    this.#says = says;
  }

  get says(): string {
    return this.#says();
  }
}

class PartedMerit extends LazyMerit {
  readonly #parts: () => readonly MeritPart[];

  constructor(score: number, share: number, says: () => string, parts: () => readonly MeritPart[]) {
    super(score, share, says);
    this.#parts = parts;
  }

  get parts(): readonly MeritPart[] {
    return this.#parts();
  }
}

/** A merit whose words and parts are made when they are read: whoever compares scores alone does not pay for them. */
export const lazyMerit = (
  score: number,
  share: number,
  says: () => string,
  parts?: () => readonly MeritPart[],
): Merit =>
  parts === undefined ? new LazyMerit(score, share, says) : new PartedMerit(score, share, says, parts);
