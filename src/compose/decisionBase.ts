import type { DecisionBase } from "../model/decision.js";
import type { Move } from "../model/delivery.js";
import type { RepId } from "../model/id.js";
import type { State } from "../model/state.js";
import type { Ranked } from "./ranking.js";
import type { Scene } from "./scene.js";

/**
 * How many event ids a decision keeps. A retry comes soon, and a decision must not grow without end.
 *
 * @since 0.1.0
 */
export const EVENT_IDS_KEPT = 32;

type Counts = Pick<DecisionBase, "leftOut" | "candidates">;

/** What a decision says of the reps asked. */
export const countsOf = ({ leftOut, ranking }: Ranked): Counts => ({ leftOut, candidates: ranking.length });

/** The same where nobody was asked anew. */
export const countsBefore = ({ before }: Scene): Counts => ({
  leftOut: before?.leftOut ?? [],
  candidates: before?.candidates ?? 0,
});

/** What a decision says whatever its status. */
export const decisionBase = (
  { lead, parts, nowMs, fingerprint, before, event }: Scene,
  state: State,
  counts: Counts,
  tried: readonly RepId[],
  { lentBy, lapses }: Pick<Move, "lentBy" | "lapses">,
): DecisionBase => ({
  leadId: lead.id,
  ledger: parts.ledger,
  path: [],
  atMs: nowMs + 0,
  revision: before === undefined ? 0 : before.revision + 1,
  stateVersion: state.version,
  strategy: fingerprint,
  eventIds: [...(before?.eventIds ?? []), ...(event === undefined ? [] : [event.id])].slice(-EVENT_IDS_KEPT),
  ...counts,
  ...(tried.length === 0 ? {} : { tried }),
  ...(lentBy === undefined ? {} : { lentBy }),
  ...(lapses === undefined ? {} : { lapses: lapses + 0 }),
});
