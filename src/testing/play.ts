import type { Either } from "fp-ts/lib/Either.js";
import type { Decision } from "../model/decision.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { emptyState } from "../state/emptyState.js";
import type { PlayedStep, Scenario } from "./arbitraries/aScenario.js";
import { fittingEvent } from "./fittingEvent.js";

/**
 * One step of a scenario, as it was asked and answered.
 *
 * @since 0.1.0
 */
export interface Played {
  readonly step: PlayedStep;
  readonly lead: Lead;
  readonly stateBefore: State;
  /** Where the lead stood before; absent for a new lead. */
  readonly decisionBefore?: Decision;
  readonly result: Either<Problems, Outcome>;
}

/**
 * How a host carries state and decisions from one call to the next.
 *
 * @since 0.1.0
 */
export interface Carrier {
  readonly state: (state: State) => State;
  readonly decision: (decision: Decision) => Decision;
}

const BY_HAND: Carrier = { state: (state) => state, decision: (decision) => decision };

/**
 * Plays a scenario as a host would: keeps the state and each lead's decision, and passes them on. An event
 * before the first lead is left out.
 *
 * @example
 * ```ts
 * import { play } from "fairlead/testing";
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const step = { type: "lead", lead, roster: { reps: [{ id: "ann" }] } } as const;
 * play(strategy, { seed: "s", steps: [step] }).map(({ result }) => holderOf(unwrap(result).decision)); // => ["ann"]
 * ```
 *
 * @since 0.1.0
 */
export const play = (
  strategy: Strategy,
  { seed, steps }: Scenario,
  carrier: Carrier = BY_HAND,
): readonly Played[] => {
  const played: Played[] = [];
  const stories: { readonly lead: Lead; decision: Decision }[] = [];
  let state = emptyState({ seed });
  for (const given of steps) {
    const stateBefore = carrier.state(state);
    const { roster } = given;
    if (given.type === "lead") {
      const { lead } = given;
      const result = strategy(lead, roster, stateBefore);
      played.push({ step: given, lead, stateBefore, result });
      if (result._tag === "Left") continue;
      state = result.right.state;
      stories.push({ lead, decision: result.right.decision });
      continue;
    }
    const { about } = given;
    const story = stories[(stories.length - 1 - (about % Math.max(1, stories.length))) % stories.length];
    if (story === undefined) continue;
    const decisionBefore = carrier.decision(story.decision);
    const event =
      given.type === "event"
        ? given.event
        : fittingEvent(decisionBefore, given.answer, roster.reps.map(({ id }) => id).sort());
    const step: PlayedStep = { type: "event", about, event, roster };
    const result = strategy.respond(story.lead, decisionBefore, event, roster, stateBefore);
    played.push({ step, lead: story.lead, stateBefore, decisionBefore, result });
    if (result._tag === "Left") continue;
    state = result.right.state;
    story.decision = result.right.decision;
  }
  return played;
};
