import * as E from "fp-ts/lib/Either.js";
import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { isRecord } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { LeadId } from "../model/id.js";
import type { LeadChange, Log, LogEntry, StoredLead } from "../model/log.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { readState } from "../state/readState.js";

/** What stands when the whole log is folded. */
export interface Folded {
  readonly state: State;
  readonly leads: ReadonlyMap<LeadId, StoredLead>;
  /** How many events were about leads that are not known. */
  readonly passedOver: number;
}

export interface Folding {
  /** Whether the reasoning about a lead is asked for. */
  readonly explain?: (leadId: LeadId) => boolean;
  /** Told of every answer. */
  readonly each?: (outcome: Outcome, leadId: LeadId, change: LeadChange) => void;
  /** Closed leads are no longer known, and events about leads that are not known are passed over. */
  readonly forgetClosed?: boolean;
}

type Input = Exclude<LogEntry, { readonly type: "state" }>;

const leadIdOf = (entry: Input): LeadId => (entry.type === "lead" ? entry.lead.id : entry.leadId);

/** A lead that comes in again is decided with its earlier decision; an event needs a lead that came in. */
const answered = (
  strategy: Strategy,
  entry: Input,
  story: StoredLead | undefined,
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

const firstOf = (log: Log): E.Either<Problems, State> => {
  if (!isRecord(log) || !(Symbol.iterator in Object(log.entries))) return E.left(NO_LOG);
  const first = readState(log.first);
  return E.isLeft(first)
    ? E.left(
        map(({ path, message }: Problem) => inLog("first")({ path: path.slice(1), message }))(first.left),
      )
    : first;
};

/** Answers every entry of a log in its order, and keeps where each lead stands. The entries are read once. */
export const foldLog = (
  strategy: Strategy,
  log: Log,
  { explain = () => false, each = () => undefined, forgetClosed = false }: Folding,
): E.Either<Problems, Folded> =>
  answer(() => {
    const first = firstOf(log);
    if (E.isLeft(first)) return first;
    const leads = new Map<LeadId, StoredLead>();
    let state = first.right;
    let place = -1;
    let passedOver = 0;
    for (const entry of log.entries) {
      place += 1;
      if (entry?.type === "state") {
        state = entry.state;
        continue;
      }
      if (!isInput(entry)) return E.left([inLog("entries", place)(NO_ENTRY)]);
      const id = leadIdOf(entry);
      const story = leads.get(id);
      if (forgetClosed && story === undefined && entry.type === "event") {
        passedOver += 1;
        continue;
      }
      const result = answered(strategy, entry, story, state, explain(id));
      if (E.isLeft(result)) return E.left(map(inLog("entries", place))(result.left));
      const { decision } = result.right;
      const lead = entry.lead ?? (story as StoredLead).lead;
      state = result.right.state;
      if (forgetClosed && decision.status === "closed") leads.delete(id);
      else leads.set(id, { lead, decision });
      const event = entry.type === "event" ? entry.event : undefined;
      each(result.right, id, { lead, before: story?.decision, event, decision, roster: entry.roster });
    }
    return E.right({ state, leads, passedOver });
  });
