import type { MeritPart } from "../model/selector.js";
import { LazyMerit } from "./lazyMerit.js";

/** The same with parts, which are made when they are read as well. */
export class PartedMerit extends LazyMerit {
  readonly #parts: () => readonly MeritPart[];

  constructor(score: number, share: number, says: () => string, parts: () => readonly MeritPart[]) {
    super(score, share, says);
    this.#parts = parts;
  }

  get parts(): readonly MeritPart[] {
    return this.#parts();
  }
}
