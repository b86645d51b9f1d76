import type { LeadEvent } from "../../model/event.js";
import type { Strategy } from "../../model/strategy.js";
import { wakeAtMsOf } from "../../model/wakeAtMsOf.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const holdsFor = (strategy: Strategy, { step, lead, decisionBefore, result }: Played): void => {
  if (result._tag === "Left") return;
  const { decision, state, effects } = result.right;
  const atMs = wakeAtMsOf(decision);
  if (atMs === undefined || decision === decisionBefore) return;
  const isTold = effects.some((effect) => effect.type === "wake" && effect.atMs === atMs);
  const isKnown = decisionBefore !== undefined && atMs === wakeAtMsOf(decisionBefore);
  insist(isTold || isKnown, "a lead waits and the host is not told until when");
  const type = decision.status === "offered" ? "expired" : "woken";
  const event: LeadEvent = { id: "wake up", atMs, type };
  const woken = strategy.respond(lead, decision, event, step.roster, state);
  insist(woken._tag === "Right" && woken.right.refusal === undefined, "a lead that waited was not woken");
  if (woken._tag === "Left") return;
  const { decision: after } = woken.right;
  insist(after.revision > decision.revision, "a lead waits on as if nobody had woken it");
  const later = wakeAtMsOf(after);
  insist(later === undefined || later >= atMs, "a lead waits for a moment that is over");
};

/**
 * A lead that waits says until when, and an `expired` event (offered) or a `woken` event (otherwise) at that moment takes it
 * further.
 *
 * @since 0.1.0
 */
export const wakes = lawOfScenarios(
  "wakes",
  "A lead that waits says until when, and goes on when it is woken at that moment.",
  (strategy, scenario) => {
    for (const played of play(strategy, scenario)) holdsFor(strategy, played);
  },
);
