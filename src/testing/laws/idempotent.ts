import { EVENT_IDS_KEPT } from "../../compose/decisionBase.js";
import type { Decision } from "../../model/decision.js";
import type { LeadEvent } from "../../model/event.js";
import type { Outcome } from "../../model/outcome.js";
import type { Strategy } from "../../model/strategy.js";
import { bytes } from "../json.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const insistSame = (
  again: ReturnType<Strategy>,
  { decision, state }: Pick<Outcome, "decision" | "state">,
): void => {
  insist(again._tag === "Right", "a retry was refused");
  if (again._tag === "Left") return;
  insist(bytes(again.right.decision) === bytes(decision), "a retry changed the decision");
  insist(again.right.state === state, "a retry changed the state");
  insist(again.right.effects.length === 0, "a retry told somebody again");
};

/** An answered event stands behind those that were answered before. */
const insistRemembered = (event: LeadEvent, before: Decision | undefined, { eventIds }: Decision): void =>
  insist(
    bytes(eventIds) === bytes([...(before?.eventIds ?? []), event.id].slice(-EVENT_IDS_KEPT)),
    "a decision forgot an event that it answered",
  );

/** The lead comes in again, with the decision that stands. */
const insistRetriedIntake = (strategy: Strategy, { step, lead, result }: Played): void => {
  if (result._tag === "Left") return;
  const { decision, state } = result.right;
  // That nobody was found is asked anew, so it is the same only while nothing else has changed.
  if (decision.status !== "unassigned" || step.type === "lead")
    insistSame(strategy(lead, step.roster, state, { earlier: decision }), result.right);
};

/** Every event that the decision remembers comes again. */
const insistRetriedEvents = (
  strategy: Strategy,
  { step, lead, result }: Played,
  answered: ReadonlyMap<string, LeadEvent> | undefined,
): void => {
  if (result._tag === "Left") return;
  const { decision, state } = result.right;
  for (const id of decision.eventIds) {
    const event = answered?.get(id);
    insist(event !== undefined, "a decision remembers an event that it did not answer");
    if (event !== undefined)
      insistSame(strategy.respond(lead, decision, event, step.roster, state), result.right);
  }
};

/**
 * A retry changes nothing, however late it comes: the same lead with its earlier decision, an event at once, and in the end
 * every event that a decision remembers.
 *
 * @since 0.1.0
 */
export const idempotent = lawOfScenarios(
  "idempotent",
  "With `earlier` given, the same lead twice is the same decision; an event id seen before changes nothing.",
  (strategy, scenario) => {
    const answered = new Map<string, Map<string, LeadEvent>>();
    const last = new Map<string, Played>();
    for (const played of play(strategy, scenario)) {
      const { step, lead, decisionBefore, result } = played;
      if (result._tag === "Left") continue;
      const { decision, state } = result.right;
      const events = answered.get(lead.id) ?? new Map<string, LeadEvent>();
      answered.set(lead.id, events);
      last.set(lead.id, played);
      if (step.type === "event" && decision !== decisionBefore) {
        insistRemembered(step.event, decisionBefore, decision);
        events.set(step.event.id, step.event);
        insistSame(strategy.respond(lead, decision, step.event, step.roster, state), result.right);
      }
      insistRetriedIntake(strategy, played);
    }
    for (const [leadId, played] of last) insistRetriedEvents(strategy, played, answered.get(leadId));
  },
);
