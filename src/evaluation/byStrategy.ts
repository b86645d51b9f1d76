import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { unwrap } from "../model/unwrap.js";
import type { Chance, Target } from "./target.js";

/**
 * Options of {@link byStrategy}.
 *
 * @since 0.1.0
 */
export interface StrategyTargetOptions {
  /**
   * Asked about every lead. With the filters of the strategy that wrote the log, its candidates are those of the log.
   */
  readonly roster: Roster;
  /** Where it begins. */
  readonly state: State;
  /**
   * Whether the shares of its selector are chances, as those of `random` and `weightedRandom` are. Absent: no, and
   * whoever it gives the lead to has it for sure.
   */
  readonly byChance?: boolean;
}

/**
 * The target that a strategy is: it is asked about the logged leads in their order, from a state on that you give.
 *
 * @remarks
 * - **Memory:** what it decides itself it remembers, so turns, credits and floors go on from lead to lead. It never
 *   hears what came of a lead, as the log only knows what came of other choices: a selector that learns is asked with
 *   what it knew at the start. Nothing is ever closed either, so load grows without end: leave out what goes by load.
 * - **Uncovered:** a lead that it gives to nobody, offers or puts aside, or gives to a rep whom the log could not
 *   choose, is not covered.
 * - **Errors:** a choice without `lead`, an input that the strategy refuses, and with `byChance` shares that are no
 *   chances, are problems that name the target.
 * - **Cost:** one decision for each choice.
 *
 * @example
 * ```ts
 * import { byStrategy } from "fairlead/evaluation";
 *
 * const roster = { reps: [{ id: "ann", weight: 3 }, { id: "bob" }] };
 * const state = emptyState({ seed: "s" });
 * const drawn = compose({ ledger: "desk", filters: [], selector: weightedRandom() });
 * const candidates = [{ id: "ann", propensity: 0.5 }, { id: "bob", propensity: 0.5 }];
 * const choice = { candidates, repId: "ann", lead: { id: "l1", receivedAtMs: 0 } };
 * const target = byStrategy("drawn", drawn, { roster, state, byChance: true });
 * target.open()(choice).map(({ probability }) => probability); // => [0.75, 0.25]
 * ```
 *
 * @since 0.1.0
 */
export const byStrategy = (name: string, strategy: Strategy, options: StrategyTargetOptions): Target => ({
  name,
  open: () => {
    const { roster, byChance = false } = options;
    let { state } = options;
    return ({ lead }): readonly Chance[] => {
      if (lead === undefined) throw new TypeError("asks a strategy, and the choice has no lead");
      const {
        decision,
        state: next,
        explanation,
      } = unwrap(strategy(lead, roster, state, { explain: byChance }));
      state = next;
      if (decision.status !== "assigned") return [];
      if (!byChance) return [{ repId: decision.repId, probability: 1 }];
      return (explanation?.candidates ?? []).map(({ repId, merit }) => ({
        repId,
        probability: merit?.share ?? 0,
      }));
    };
  },
});
