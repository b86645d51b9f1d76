import type { Either } from "fp-ts/lib/Either.js";
import * as z from "zod";
import type { Problem, Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { readState as readInCore } from "../state/readState.js";
import { list, record } from "./composites.js";
import { count, finite, moment, safeInteger } from "./numbers.js";
import { reader } from "./reading/reader.js";
import { inside, ruled } from "./rule.js";
import { id, text } from "./texts.js";
import { saying } from "./words.js";

const column = record({ name: text, values: list(finite) }).readonly();

const total = record({ name: text, value: finite }).readonly();

const adjusted = record({
  repId: id,
  credits: safeInteger,
  last: record({ leads: finite, reason: id, by: id.exactOptional(), atMs: moment }).readonly(),
}).readonly();

const ledger = record({
  name: id,
  credits: list(safeInteger),
  outside: safeInteger,
  columns: list(column),
  totals: list(total),
  adjusted: list(adjusted).exactOptional(),
}).readonly();

const notes = record({
  name: text,
  places: list(count),
  ofReps: list(list(finite)),
  ofAll: list(finite),
}).readonly();

const state = record({
  format: z.literal(
    1,
    saying(() => "must be 1: no other format is known"),
  ),
  version: count,
  seed: text,
  ids: list(id),
  openLeads: list(count),
  openOffers: list(count),
  openEffort: list(count),
  offeredEffort: list(count),
  ledgers: list(ledger),
  notes: list(notes),
});

/** Order, lengths and sums are the core's to ask. It remembers a good state, so no decision asks again. */
const fitsTogether = (copy: unknown): readonly Problem[] => {
  const read = readInCore(copy);
  return read._tag === "Left" ? inside(read.left) : [];
};

/**
 * A {@link State} as a zod schema.
 *
 * For input that nobody has looked at yet, {@link readState} is safer.
 *
 * @since 0.1.0
 */
export const stateSchema = ruled(state, fitsTogether).readonly();

/**
 * Brings a stored state back: a frozen copy, or every fault with its path.
 *
 * Asks what `readState` of the core asks, no more and no less. That one is quicker and gives the very same
 * object back; this one also has an answer to getters, proxies and objects of a class.
 *
 * @remarks
 * - **Errors** are those of {@link readLead}.
 * - **Cost:** one pass for the fields and one for what they must be together.
 *
 * @example
 * ```ts
 * import { readState } from "fairlead/schema";
 * const read = readState({ ...emptyState({ seed: "2026" }), ids: ["bob", "ann"] });
 * read._tag === "Left" ? formatProblems(read.left).split("\n") : [];
 * // => ["state.ids[1]: must come after the one before, by code units"]
 * ```
 *
 * @since 0.1.0
 */
export const readState: (value: unknown) => Either<Problems, State> = reader("state", state.readonly(), {
  atLast: fitsTogether,
});
