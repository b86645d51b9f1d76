import type { Merit } from "../model/selector.js";

/**
 * A merit whose words are made when they are read: whoever compares scores alone does not pay for them. A class, since a literal
 * with a getter costs ten times as much to make, and one is made for every candidate.
 */
export class LazyMerit implements Merit {
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
