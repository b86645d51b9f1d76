import { CREDITS_PER_LEAD, creditsPerWeight } from "../../internal/credits.js";
import type { RepId } from "../../model/id.js";

/** A rep in play, with the whole number by which it takes part. */
export interface InPlay {
  readonly id: RepId;
  readonly weight: number;
}

/**
 * The accounts as the theorems keep them: by the definition of the shares, apart from any strategy's own
 * books. Reps of weight 0 take no part.
 */
export interface Mirror {
  /** Splits one lead among those in play and charges it to the taker. */
  readonly give: (inPlay: readonly InPlay[], taker: RepId) => void;
  /** Every account ever opened, largest first. */
  readonly sorted: () => readonly number[];
  readonly creditOf: (id: RepId) => number;
}

export const openMirror = (): Mirror => {
  const accounts = new Map<RepId, number>();
  const add = (id: RepId, credits: number): void => {
    accounts.set(id, (accounts.get(id) ?? 0) + credits);
  };
  return {
    give: (inPlay, taker) => {
      const taking = inPlay.filter(({ weight }) => weight > 0);
      const total = taking.reduce((sum, { weight }) => sum + weight, 0);
      if (total === 0) return;
      const perWeight = creditsPerWeight(total);
      for (const { id, weight } of taking) add(id, weight * perWeight);
      add(taker, -total * perWeight);
    },
    sorted: () => [...accounts.values()].sort((a, b) => b - a),
    creditOf: (id) => accounts.get(id) ?? 0,
  };
};

/**
 * Twice the most credits that k of n reps together may be away from their fair share.
 *
 * @since 0.1.0
 */
export type Bound = (k: number, n: number) => number;

/**
 * Theorem T: k(n-k)/2 leads, so (n-1)/2 for one rep.
 *
 * @example
 * ```ts
 * import { theoremT } from "fairlead/testing";
 * theoremT(1, 5) / 2 / CREDITS_PER_LEAD; // => 2
 * ```
 *
 * @since 0.1.0
 */
export const theoremT: Bound = (k, n) => k * (n - k) * CREDITS_PER_LEAD;

/** The first k that is out of bounds, on either side, in words; nothing where all hold. */
export const outOfBounds = (sorted: readonly number[], bound: Bound): string | undefined => {
  const n = sorted.length;
  let owed = 0;
  let ahead = 0;
  for (let k = 1; k <= n; k += 1) {
    owed += sorted[k - 1] as number;
    ahead -= sorted[n - k] as number;
    if (2 * owed > bound(k, n)) return `${k} of ${n} reps are owed ${owed / CREDITS_PER_LEAD} leads together`;
    if (2 * ahead > bound(k, n))
      return `${k} of ${n} reps are ${ahead / CREDITS_PER_LEAD} leads ahead together`;
  }
  return undefined;
};
