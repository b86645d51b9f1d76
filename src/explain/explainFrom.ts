import * as E from "fp-ts/lib/Either.js";
import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { isRecord } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import { quoted } from "../internal/quoted.js";
import type { Decision } from "../model/decision.js";
import type { Explanation } from "../model/explanation.js";
import type { LeadId } from "../model/id.js";
import type { Lead } from "../model/lead.js";
import type { Log, LogEntry } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { readState } from "../state/readState.js";

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

const inLog =
  (...at: Problem["path"]) =>
  ({ path, message }: Problem): Problem => ({ path: ["log", ...at, ...path], message });

const isInput = (entry: LogEntry): entry is Input =>
  entry?.type === "lead" ? isRecord(entry.lead) : entry?.type === "event";

const NO_ENTRY: Problem = { path: [], message: "must be a lead, an event or a state" };

const NO_LOG: Problems = [{ path: ["log"], message: "must have a first state and entries" }];

const notInLog = (leadId: LeadId): Problems => [
  { path: ["leadId"], message: `stands in no entry of the log: ${quoted(leadId)}` },
];

/**
 * Explains how a past lead was decided, by folding the log of inputs again.
 *
 * Returns one explanation for each time that filters and selector were asked about the lead: when it came in,
 * and each time that it was dealt on. A move by hand asks nobody, so it stands in the log and not here.
 *
 * @remarks
 * - **State:** nothing is kept but where each lead stands; the entries are read once, in their order.
 * - **Errors:** a lead that stands in no entry; an input that the strategy refuses, or an entry that is none, with its
 *   place in the log, wherever that is.
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
): E.Either<Problems, readonly Explanation[]> =>
  answer(() => {
    if (!isRecord(log) || !(Symbol.iterator in Object(log.entries))) return E.left(NO_LOG);
    const first = readState(log.first);
    if (E.isLeft(first))
      return E.left(
        map(({ path, message }: Problem) => ({ path: ["log", "first", ...path.slice(1)], message }))(
          first.left,
        ),
      );
    const stories = new Map<LeadId, Story>();
    const explanations: Explanation[] = [];
    let state = first.right;
    let place = -1;
    for (const entry of log.entries) {
      place += 1;
      if (entry?.type === "state") {
        state = entry.state;
        continue;
      }
      if (!isInput(entry)) return E.left([inLog("entries", place)(NO_ENTRY)]);
      const id = leadIdOf(entry);
      const story = stories.get(id);
      const result = replayed(strategy, entry, story, state, id === leadId);
      if (E.isLeft(result)) return E.left(map(inLog("entries", place))(result.left));
      const { decision, explanation } = result.right;
      state = result.right.state;
      stories.set(id, { lead: entry.lead ?? (story as Story).lead, decision });
      if (explanation !== undefined) explanations.push(explanation);
    }
    return stories.has(leadId) ? E.right(explanations) : E.left(notInLog(leadId));
  });
