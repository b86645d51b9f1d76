import { without } from "../internal/without.js";
import type { Ask } from "../model/delivery.js";
import type { Filter } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import { narrowed } from "./narrowed.js";
import { type Ranked, rank } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

/** An order as it was asked for. */
export interface Asked {
  readonly scene: Scene;
  readonly ranked: Ranked;
  /** Who gave the lead up and was not asked. */
  readonly tried: readonly RepId[];
}

/** Asks for orders while one call is answered, and keeps the last. */
export interface Asking {
  readonly ask: (question?: Ask) => Asked;
  readonly last: () => Asked | undefined;
  /** Who gave the lead up and is still not asked. */
  readonly tried: () => readonly RepId[];
}

const NO_FILTERS: readonly Filter[] = [];

const isSame = (a: readonly Filter[], b: readonly Filter[]): boolean =>
  a === b || (a.length === 0 && b.length === 0);

/** Whoever may be asked again is so from then on. The same question twice is answered once. */
export const asking = (scene: Scene, account: Account, start: readonly RepId[]): Asking => {
  let tried = start;
  let last: (Asked & { readonly filters: readonly Filter[] }) | undefined;
  return {
    ask: ({ filters = NO_FILTERS, again = [] } = {}) => {
      tried = without(tried, again);
      if (last === undefined || !isSame(last.filters, filters) || last.tried !== tried) {
        const among = narrowed(scene, filters);
        last = { scene: among, ranked: rank(among, account, new Set(tried)), tried, filters };
      }
      return last;
    },
    last: () => last,
    tried: () => tried,
  };
};
