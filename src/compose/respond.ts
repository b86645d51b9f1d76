import * as E from "fp-ts/lib/Either.js";
import { eventShape } from "../check/event.js";
import { faultsOf, flag, isRecord, recordOf } from "../check/shape.js";
import { call } from "../internal/blame.js";
import type { Decision } from "../model/decision.js";
import type { Move, Refusal } from "../model/delivery.js";
import type { LeadEvent } from "../model/event.js";
import type { Filter } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { RespondOptions } from "../model/strategy.js";
import { candidateFrom } from "./hands.js";
import { faultsOfDecision } from "./known.js";
import { narrowed } from "./narrowed.js";
import { rank } from "./ranking.js";
import { openAccount, repOf } from "./scene.js";
import { type Composed, faultsOfPairing, setScene } from "./setScene.js";
import { settle } from "./settle.js";

const isRefusal = (reply: Move | Refusal): reply is Refusal => isRecord(reply) && "rule" in reply;

const optionsShape = recordOf({}, { explain: flag });

const faultsOfAnswer =
  (decision: Decision, event: LeadEvent, options: RespondOptions) =>
  (lead: Lead | undefined): readonly Problem[] => {
    const faults = faultsOfDecision("decision", decision);
    return [
      ...faults,
      ...(faults.length > 0 ? [] : faultsOfPairing(["decision"], lead, decision)),
      ...faultsOf("event", eventShape, event),
      ...faultsOf("options", optionsShape, options),
    ];
  };

/** The delivery is asked what an event does to a lead that was decided earlier. */
export const respond = (
  composed: Composed,
  lead: Lead,
  decision: Decision,
  event: LeadEvent,
  roster: Roster,
  state: State,
  options: RespondOptions = {},
): E.Either<Problems, Outcome> => {
  const set = setScene(composed, lead, roster, state, faultsOfAnswer(decision, event, options), () => ({
    nowMs: event.atMs,
    before: decision,
    event,
    explain: options.explain,
  }));
  if (E.isLeft(set)) return set;
  const { scene, state: read } = set.right;
  if (decision.eventIds.includes(event.id)) return E.right({ decision, state: read, effects: [] });
  const { delivery } = composed.parts;
  const path = ["delivery", delivery.name];
  const candidate = candidateFrom(scene, read);
  const findsAnybody = (filters?: readonly Filter[]) =>
    rank(narrowed(scene, filters), openAccount(scene, read), new Set(decision.tried)).ranking.length > 0;
  const named = (repId: RepId) => repOf(scene, repId)?.rep;
  const question = { lead, event, decision, nowMs: scene.nowMs, candidate, repOf: named, findsAnybody };
  const reply = call(path, () => delivery.on(question));
  if (isRefusal(reply)) return E.right({ decision, state: read, effects: [], refusal: reply });
  return E.right(settle(scene, read, reply));
};
