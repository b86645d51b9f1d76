import type { Roster } from "../../model/roster.js";
import type { State } from "../../model/state.js";
import type { Strategy } from "../../model/strategy.js";
import { emptyState } from "../../state/emptyState.js";
import type { InPlay } from "./mirror.js";

/**
 * How much each candidate counts: by its weight, or every one the same.
 *
 * @since 0.1.0
 */
export type Shares = "weighted" | "equal";

/** One lead dealt: who was in play, who took it, and the state afterwards. */
export interface Dealt {
  readonly inPlay: readonly InPlay[];
  readonly taker: string | undefined;
  readonly state: State;
}

/** Gives a lead that nobody knows anything about, number `n`, to somebody of the roster. */
export const deal = (strategy: Strategy, shares: Shares, roster: Roster, state: State, n: number): Dealt => {
  const lead = { id: `lead ${n}`, receivedAtMs: n };
  const candidates = strategy.candidates(lead, roster, state);
  const result = strategy(lead, roster, state);
  if (candidates._tag === "Left" || result._tag === "Left")
    throw new Error(`refused: ${JSON.stringify(result)}`);
  const { decision } = result.right;
  return {
    inPlay: candidates.right.map(({ id, weight }) => ({
      id,
      weight: shares === "equal" ? Math.min(weight, 1) : weight,
    })),
    taker: decision.status === "assigned" ? decision.repId : undefined,
    state: result.right.state,
  };
};

export const start = (): State => emptyState({ seed: "fairness" });
