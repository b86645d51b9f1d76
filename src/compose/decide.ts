import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { decisionShape } from "../check/decision.js";
import { leadShape } from "../check/lead.js";
import { amount, faultsOf, recordOf } from "../check/shape.js";
import type { Decision, UnassignedPlace, UnassignedReason } from "../model/decision.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { DecideOptions } from "../model/strategy.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { readState } from "../state/readState.js";
import { call } from "./blame.js";
import type { Parts } from "./parts.js";
import { type Ranked, rank } from "./ranking.js";
import { openAccount, type Scene } from "./scene.js";
import { countsOf, decisionBase, placed, settle } from "./settle.js";

/** A strategy's parts with their fingerprint. */
export interface Composed {
  readonly parts: Parts;
  readonly fingerprint: string;
}

const lefts = (...results: readonly E.Either<Problems, unknown>[]): readonly Problem[] =>
  results.flatMap((result) => (E.isLeft(result) ? result.left : []));

const optionsShape = recordOf({}, { nowMs: amount, earlier: decisionShape });

const faultsOfOptions = (lead: Lead, options: DecideOptions): readonly Problem[] => {
  const faults = faultsOf("options", optionsShape, options);
  return faults.length > 0 ? faults : faultsOfPairing(["options", "earlier"], lead, options.earlier);
};

/** A decision answers for one lead only. */
export const faultsOfPairing = (
  path: Problem["path"],
  lead: Lead,
  decision: Decision | undefined,
): readonly Problem[] =>
  decision === undefined || lead?.id === decision.leadId
    ? []
    : [{ path: [...path, "leadId"], message: `must be the lead's id, ${JSON.stringify(lead?.id)}` }];

/** Reads what a call is about, or says everything that is wrong with it. */
export const setScene = (
  { parts, fingerprint }: Composed,
  lead: Lead,
  roster: Roster,
  state: State,
  other: readonly Problem[],
  moment: () => { readonly nowMs: number; readonly before: Decision | undefined },
): E.Either<Problems, { readonly scene: Scene; readonly state: State }> => {
  const leadFaults = faultsOf("lead", leadShape, lead);
  const prepared = prepareRoster(roster);
  const read = readState(state);
  const faults = [...leadFaults, ...lefts(prepared, read), ...other];
  if (isNonEmpty(faults)) return E.left(faults);
  if (E.isLeft(prepared)) return prepared;
  return E.isLeft(read)
    ? read
    : E.right({
        scene: { parts, fingerprint, lead, roster: prepared.right, ...moment() },
        state: read.right,
      });
};

const reasonFor = (scene: Scene, { leftOut, candidates }: Ranked): UnassignedReason => {
  if (scene.roster.reps.length === 0) return "empty-roster";
  if (leftOut.at(-1)?.reps !== 0 || candidates.length > 0) return "none-takes-a-turn";
  return scene.before?.tried === undefined ? "all-left-out" : "nobody-else";
};

const sameAsBefore = (before: Decision | undefined, after: Decision): before is Decision =>
  before?.status === "unassigned" &&
  after.status === "unassigned" &&
  before.reason === after.reason &&
  JSON.stringify(before.leftOut) === JSON.stringify(after.leftOut);

/** Nobody is found: an answer that books nothing, and no change when it was the answer before. */
const unassigned = (scene: Scene, state: State, ranked: Ranked): Outcome => {
  const place: UnassignedPlace = { status: "unassigned", reason: reasonFor(scene, ranked) };
  const decision: Decision = placed(
    decisionBase(scene, state, countsOf(ranked), scene.before?.tried ?? []),
    place,
  );
  return { decision: sameAsBefore(scene.before, decision) ? scene.before : decision, state, effects: [] };
};

/** Filters, selector and delivery are asked in turn about a lead that comes in. */
export const decide = (
  composed: Composed,
  lead: Lead,
  roster: Roster,
  state: State,
  options: DecideOptions,
): E.Either<Problems, Outcome> => {
  const scened = setScene(composed, lead, roster, state, faultsOfOptions(lead, options), () => ({
    nowMs: options.nowMs ?? lead.receivedAtMs,
    before: options.earlier,
  }));
  if (E.isLeft(scened)) return scened;
  const { scene, state: read } = scened.right;
  if (scene.before !== undefined && scene.before.status !== "unassigned") {
    return E.right({ decision: scene.before, state: read, effects: [] });
  }
  const ranked = rank(scene, openAccount(scene, read), new Set(scene.before?.tried));
  if (ranked.ranking.length === 0) return E.right(unassigned(scene, read, ranked));
  const { delivery } = composed.parts;
  const question = { lead, ranking: ranked.ranking, nowMs: scene.nowMs };
  const place = () => call(["delivery", delivery.name], () => delivery.start(question));
  return E.right(settle(scene, read, { place }, { known: ranked }));
};
