import { HIGHEST_WEIGHT } from "../../internal/weights.js";
import type { Rep } from "../../model/rep.js";
import type { Roster } from "../../model/roster.js";
import type { State } from "../../model/state.js";
import type { Strategy } from "../../model/strategy.js";
import { type Dealt, deal, type Shares, start } from "./dealer.js";

/** A small generator for adversaries: the same numbers from the same seed on every engine (a linear congruence). */
const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** At random which reps are there, and by weights of very different size. */
const someRoster = (ids: readonly string[], shares: Shares, draw: () => number): Roster => {
  const present = ids.filter(() => draw() < 0.6);
  const reps = (present.length > 0 ? present : ids).map((id): Rep => {
    const weight = 1 + Math.floor(draw() ** 3 * (HIGHEST_WEIGHT - 1));
    return shares === "equal" ? { id } : { id, weight };
  });
  return { reps };
};

const OPTIONS = 24;

/** How lopsided the ledger is: the sum of the squares of what it owes. */
const tension = ({ state }: Dealt): number =>
  (state.ledgers[0]?.credits ?? []).reduce((sum, credit) => sum + (credit / 1e10) ** 2, 0);

/**
 * Deals leads against a strategy as badly as it can: of 24 random rosters it takes, each time, the one
 * that leaves the ledger most lopsided. Yields each lead dealt.
 */
export function* adversary(
  strategy: Strategy,
  shares: Shares,
  reps: number,
  leads: number,
  seed: number,
): Generator<Dealt> {
  const ids = Array.from({ length: reps }, (_, i) => `rep ${i}`);
  const draw = numbers(seed);
  let state: State = start();
  for (let n = 0; n < leads; n += 1) {
    let worst: Dealt | undefined;
    for (let option = 0; option < OPTIONS; option += 1) {
      const dealt = deal(strategy, shares, someRoster(ids, shares, draw), state, n);
      if (worst === undefined || tension(dealt) > tension(worst)) worst = dealt;
    }
    if (worst === undefined) return;
    state = worst.state;
    yield worst;
  }
}
