import {
  type Decision,
  type Effect,
  type Lead,
  readState,
  type State,
  type StoredLead,
  unwrap,
  wakeAtMsOf,
} from "../../src/index.js";
import { effectKey, leadKey, STATE_KEY } from "./keys.js";
import type { Item } from "./table.js";

/** What one commit still has to write, kept with the state until it is written. */
export interface Note {
  readonly lead: Lead;
  readonly decision: Decision;
  readonly effects: readonly Effect[];
}

/** The state, the number of the commit that made it, who made it, and that commit's note. */
export interface Head {
  readonly commit: number;
  readonly writer: string;
  readonly state: State;
  /** Absent: nothing was ever committed. */
  readonly note?: Note;
}

/** A lead as of the last commit about it. */
export interface LeadItem {
  readonly commit: number;
  readonly writer: string;
  readonly stored: StoredLead;
}

/** The queue of the leads that wait for a moment, by that moment. */
export const WAKE = "wake";

/** The queue of the effects that are not yet told, by their commits. */
export const OUTBOX = "outbox";

const textOf = (item: Item, name: string): string => {
  const text = item[name]?.S;
  if (text === undefined) throw new Error(`the item has no text "${name}"`);
  return text;
};

const numberOf = (item: Item, name: string): number => Number(item[name]?.N);

/**
 * JSON in a text, not DynamoDB's own maps: it comes back the very same, empty names and all, and is smaller. What was
 * written here is trusted, except that a state may be older than this version of the library: `readState` migrates it.
 */
export const headItem = ({ commit, writer, state, note }: Head): Item => ({
  pk: { S: STATE_KEY },
  commit: { N: String(commit) },
  writer: { S: writer },
  state: { S: JSON.stringify(state) },
  ...(note === undefined ? {} : { note: { S: JSON.stringify(note) } }),
});

export const headOf = (item: Item): Head => ({
  commit: numberOf(item, "commit"),
  writer: textOf(item, "writer"),
  state: unwrap(readState(JSON.parse(textOf(item, "state")))),
  note: JSON.parse(textOf(item, "note")) as Note,
});

/** In whole milliseconds that DynamoDB can hold; a moment is any finite number. */
const place = (atMs: number): string => String(Math.min(Math.ceil(atMs), Number.MAX_SAFE_INTEGER));

/** A lead that waits for a moment stands in the queue of those that do. */
const wakePlace = (atMs: number | undefined): Item =>
  atMs === undefined ? {} : { queue: { S: WAKE }, place: { N: place(atMs) } };

export const leadItem = (commit: number, writer: string, { lead, decision }: StoredLead): Item => ({
  pk: { S: leadKey(decision.leadId) },
  commit: { N: String(commit) },
  writer: { S: writer },
  stored: { S: JSON.stringify({ lead, decision }) },
  ...wakePlace(wakeAtMsOf(decision)),
});

export const leadOf = (item: Item): LeadItem => ({
  commit: numberOf(item, "commit"),
  writer: textOf(item, "writer"),
  stored: JSON.parse(textOf(item, "stored")) as StoredLead,
});

/** What is to be told stands in the outbox; who is to be woken is found by the lead itself. */
export const effectItem = (commit: number, effect: Effect): Item => ({
  pk: { S: effectKey(effect.id) },
  effect: { S: JSON.stringify(effect) },
  ...(effect.type === "wake" ? {} : { queue: { S: OUTBOX }, place: { N: String(commit) } }),
});

export const effectOf = (item: Item): Effect => JSON.parse(textOf(item, "effect")) as Effect;
