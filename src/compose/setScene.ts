import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { leadShape } from "../check/lead.js";
import { fault, faultsOf } from "../check/shape.js";
import { quoted } from "../internal/quoted.js";
import type { Decision } from "../model/decision.js";
import type { LeadEvent } from "../model/event.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { readState } from "../state/readState.js";
import type { Parts } from "./parts.js";
import type { Scene } from "./scene.js";

/** A strategy's parts with their fingerprint. */
export interface Composed {
  readonly parts: Parts;
  readonly fingerprint: string;
}

/** When the call is, where the lead stands before it, what happened to it, and whether the reasoning is asked for. Asked for once everything else is known to be good. */
interface Moment {
  readonly nowMs?: EpochMs | undefined;
  readonly before?: Decision | undefined;
  readonly event?: LeadEvent | undefined;
  readonly explain?: boolean | undefined;
}

/** A scene, and the state that it starts from. */
export interface Opening {
  readonly scene: Scene;
  readonly state: State;
}

/** A decision answers for one lead only. Says nothing while one of the two cannot be read. */
export const faultsOfPairing = (
  path: Problem["path"],
  lead: Lead | undefined,
  decision: Decision | undefined,
): readonly Problem[] =>
  lead === undefined || decision === undefined || lead.id === decision.leadId
    ? []
    : fault(`must be the lead's id, ${quoted(lead.id)}`, [...path, "leadId"]);

const faultsIn = (result: E.Either<Problems, unknown>): readonly Problem[] =>
  E.isLeft(result) ? result.left : [];

/**
 * Reads what a call is about, or says everything that is wrong with it. `others` is given the lead if that
 * is good; the moment is the lead's own unless another is given.
 */
export const setScene = (
  { parts, fingerprint }: Composed,
  lead: Lead,
  roster: Roster,
  state: State,
  others: (good: Lead | undefined) => readonly Problem[],
  moment: () => Moment,
): E.Either<Problems, Opening> => {
  const leadFaults = faultsOf("lead", leadShape, lead);
  const more = others(leadFaults.length === 0 ? lead : undefined);
  const prepared = prepareRoster(roster);
  const read = readState(state);
  const faults = [...leadFaults, ...faultsIn(prepared), ...faultsIn(read), ...more];
  if (isNonEmpty(faults)) return E.left(faults);
  if (E.isLeft(prepared)) return prepared;
  if (E.isLeft(read)) return read;
  const { nowMs: atMs = lead.receivedAtMs, before, event, explain = false } = moment();
  const nowMs = Math.max(atMs, before?.atMs ?? 0);
  const scene = { parts, fingerprint, lead, roster: prepared.right, nowMs, before, event, explain };
  return E.right({ scene, state: read.right });
};
