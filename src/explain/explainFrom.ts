import * as E from "fp-ts/lib/Either.js";
import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import type { Decision } from "../model/decision.js";
import type { Explanation } from "../model/explanation.js";
import type { LeadId } from "../model/id.js";
import type { Lead } from "../model/lead.js";
import type { Log, LogEntry } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";

/** A lead and where it stands. */
interface Story {
  readonly lead: Lead;
  readonly decision: Decision;
}

type Input = Exclude<LogEntry, { readonly type: "state" }>;

const leadIdOf = (entry: Input): LeadId => (entry.type === "lead" ? entry.lead.id : entry.leadId);

/** A lead that comes in again is decided with its earlier decision; an event needs a lead that came in. */
const replayed = (
  strategy: Strategy,
  entry: Input,
  story: Story | undefined,
  state: State,
  explain: boolean,
): E.Either<Problems, Outcome> => {
  if (entry.type === "lead") {
    const { lead, roster, nowMs } = entry;
    return strategy(lead, roster, state, {
      explain,
      earlier: story?.decision,
      ...(nowMs === undefined ? {} : { nowMs }),
    });
  }
  if (story === undefined)
    return E.left([{ path: ["leadId"], message: "names no lead that came in before" }]);
  const { event, roster, lead = story.lead } = entry;
  return strategy.respond(lead, story.decision, event, roster, state, { explain });
};

const inEntry =
  (place: number) =>
  ({ path, message }: Problem): Problem => ({ path: ["log", "entries", place, ...path], message });

/**
 * Explains how a past lead was decided, by folding the log of inputs again up to it.
 *
 * Returns one explanation for each time that filters and selector were asked about the lead: when it came in,
 * and each time that it was dealt on. Whoever was never asked about gives an empty list.
 *
 * @remarks
 * - **State:** nothing is kept but where each lead stands; the entries are read once, in their order.
 * - **Errors:** a lead that stands in no entry; an input that the strategy refuses, with its place in the log.
 * - **Promise:** the explanations are those of the decisions that were made, as long as strategy and log are the same.
 * - **Cost:** one decision for each entry.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const away = { reps: [{ id: "ann", presence: "away" }, { id: "bob" }] } as const;
 * const log = {
 *   first: emptyState({ seed: "s" }),
 *   entries: [
 *     { type: "lead", lead: { id: "l1", receivedAtMs: 0 }, roster: away },
 *     { type: "lead", lead: { id: "l2", receivedAtMs: 1 }, roster: away },
 *   ],
 * } as const;
 * const [explanation] = unwrap(explainFrom(strategy, log, "l2"));
 * [explanation?.given, explanation?.leftOut.map(({ reason }) => reason)]; // => [["bob"], ["is away"]]
 * ```
 *
 * @since 0.1.0
 */
export const explainFrom = (
  strategy: Strategy,
  log: Log,
  leadId: LeadId,
): E.Either<Problems, readonly Explanation[]> => {
  const stories = new Map<LeadId, Story>();
  const explanations: Explanation[] = [];
  let state = log.first;
  let place = -1;
  for (const entry of log.entries) {
    place += 1;
    if (entry.type === "state") {
      state = entry.state;
      continue;
    }
    const id = leadIdOf(entry);
    const story = stories.get(id);
    const result = replayed(strategy, entry, story, state, id === leadId);
    if (E.isLeft(result)) return E.left(map(inEntry(place))(result.left));
    const { decision, explanation } = result.right;
    state = result.right.state;
    stories.set(id, { lead: entry.lead ?? (story as Story).lead, decision });
    if (explanation !== undefined) explanations.push(explanation);
  }
  return stories.has(leadId)
    ? E.right(explanations)
    : E.left([{ path: ["leadId"], message: "stands in no entry of the log" }]);
};
