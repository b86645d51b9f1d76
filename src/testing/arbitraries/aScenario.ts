import fc from "fast-check";
import type { LeadEvent } from "../../model/event.js";
import type { Lead } from "../../model/lead.js";
import type { Roster } from "../../model/roster.js";
import { aLead } from "./aLead.js";
import { type Answer, anAnswer } from "./anAnswer.js";
import { anEvent } from "./anEvent.js";
import { anId } from "./anId.js";
import { aRoster } from "./aRoster.js";

/**
 * A step as a strategy is asked it: a lead comes in, or something happens to the lead that came in `about` leads ago
 * (counted round).
 *
 * @since 0.1.0
 */
export type PlayedStep =
  | { readonly type: "lead"; readonly lead: Lead; readonly roster: Roster }
  | { readonly type: "event"; readonly about: number; readonly event: LeadEvent; readonly roster: Roster };

/**
 * What may be asked of a strategy; `answer` is an event that fits where the lead stands by then: {@link fittingEvent}.
 *
 * @since 0.1.0
 */
export type Step =
  | PlayedStep
  | { readonly type: "answer"; readonly about: number; readonly answer: Answer; readonly roster: Roster };

/**
 * What a host may live through with one strategy.
 *
 * @since 0.1.0
 */
export interface Scenario {
  readonly seed: string;
  readonly steps: readonly Step[];
}

const MOST_STEPS = 30;

const aStep = (ids: readonly string[], rosters: readonly Roster[]): fc.Arbitrary<Step> => {
  const roster = fc.constantFrom(...rosters);
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          anId().chain((id) => aLead(id, ids)),
          roster,
        )
        .map(([lead, present]): Step => ({ type: "lead", lead, roster: present })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.nat({ max: MOST_STEPS }), anEvent(ids), roster)
        .map(([about, event, present]): Step => ({ type: "event", about, event, roster: present })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat({ max: 2 }), anAnswer(), roster)
        .map(([about, answer, present]): Step => ({ type: "answer", about, answer, roster: present })),
    },
  );
};

/** One step, made once for a scenario, as often as asked: only then do leads get an id of their own. */
const someSteps = (step: fc.Arbitrary<Step>, count: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(...Array.from({ length: count }, () => step))
    .map((steps) =>
      steps.map((given, place) =>
        given.type === "lead"
          ? { ...given, lead: { ...given.lead, id: `${place}:${given.lead.id}` } }
          : given,
      ),
    );

/**
 * Leads and events over a roster that changes midway, with odd ids, colliding moments, weights of 0, and
 * reps who come, leave and come back. Every lead has an id of its own.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { aScenario } from "fairlead/testing";
 * fc.sample(aScenario(), { seed: 1, numRuns: 50 }).some(({ steps }) => steps.some(({ type }) => type === "event")); // => true
 * ```
 *
 * @since 0.1.0
 */
export const aScenario = (): fc.Arbitrary<Scenario> =>
  fc
    .uniqueArray(anId(), { minLength: 1, maxLength: 6 })
    .chain((ids) => fc.tuple(fc.constant(ids), fc.array(aRoster(ids), { minLength: 1, maxLength: 4 })))
    .chain(([ids, rosters]) => {
      const step = aStep(ids, rosters);
      return fc.tuple(
        fc.constantFrom("a", "seed"),
        fc.nat({ max: MOST_STEPS }).chain((count) => someSteps(step, count)),
      );
    })
    .map(([seed, steps]) => ({ seed, steps }));
