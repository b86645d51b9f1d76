import type { Either } from "fp-ts/lib/Either.js";
import * as z from "zod";
import type { Decision, UnassignedReason } from "../model/decision.js";
import type { Problems } from "../model/problem.js";
import { list, nonEmptyList, oneOf, record, taggedBy } from "./composites.js";
import { amount, count, effort, finite, fraction, moment, safeInteger } from "./numbers.js";
import { reader } from "./reading/reader.js";
import { id, text } from "./texts.js";

const base = {
  leadId: id,
  ledger: id,
  path: list(text),
  atMs: moment,
  revision: count,
  stateVersion: count,
  strategy: text,
  eventIds: list(id),
  leftOut: list(record({ by: text, reps: count }).readonly()),
  candidates: count,
  tried: list(id).exactOptional(),
  lentBy: id.exactOptional(),
  lapses: count.exactOptional(),
};

const standing = record({
  repId: id,
  openLeads: amount,
  openOffers: count,
  credit: safeInteger,
  openEffort: amount.exactOptional(),
}).readonly();

const offer = record({
  repId: id,
  sinceMs: moment,
  untilMs: moment,
  round: count,
  effort: effort.exactOptional(),
}).readonly();

/** The known reasons and any other: to TypeScript more than a `string`, to everybody else one. */
const reason = text as z.ZodType<UnassignedReason, UnassignedReason>;

/**
 * A {@link Decision} as a zod schema.
 *
 * For input that nobody has looked at yet, {@link readDecision} is safer.
 *
 * @since 0.1.0
 */
export const decisionSchema = taggedBy("status", [
  record({
    status: z.literal("assigned"),
    ...base,
    repId: id,
    share: fraction,
    price: count,
    effort: effort.exactOptional(),
    standing,
    runnerUp: standing.exactOptional(),
    sinceMs: moment,
    workedAtMs: moment.exactOptional(),
    dueAtMs: moment.exactOptional(),
    reminded: count.exactOptional(),
    wakeAtMs: moment.exactOptional(),
    byHand: oneOf("approved", "overridden").exactOptional(),
  }),
  record({
    status: z.literal("offered"),
    ...base,
    offers: nonEmptyList(offer),
    waiting: list(id),
    wakeAtMs: moment,
    ring: count.exactOptional(),
    ringEndsAtMs: moment.exactOptional(),
    offersMade: count.exactOptional(),
    declined: list(id).exactOptional(),
    silent: list(id).exactOptional(),
  }),
  record({
    status: z.literal("pooled"),
    ...base,
    mode: oneOf("open", "blind"),
    mayClaim: nonEmptyList(id).exactOptional(),
    sinceMs: moment.exactOptional(),
    shows: list(text).exactOptional(),
    segment: text.exactOptional(),
    group: count.exactOptional(),
    wakeAtMs: moment.exactOptional(),
  }),
  record({
    status: z.literal("parked"),
    ...base,
    reason: text,
    wakeAtMs: moment,
    suggested: list(id).exactOptional(),
  }),
  record({ status: z.literal("unassigned"), ...base, reason }),
  record({
    status: z.literal("closed"),
    ...base,
    repId: id.exactOptional(),
    result: oneOf("won", "lost", "disqualified", "no-show", "cancelled", "merged"),
    value: finite.exactOptional(),
    into: id.exactOptional(),
  }),
]).readonly();

/**
 * Brings a stored decision back: a frozen copy, or every fault with its path.
 *
 * Asks what the core asks, and that there are no unknown fields. Nothing finer is asked of moments and ids,
 * so that what a strategy gave always comes back.
 *
 * @remarks
 * **Errors** and **cost** are those of {@link readLead}.
 *
 * @example
 * ```ts
 * import { readDecision } from "fairlead/schema";
 * const desk = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const given = unwrap(desk({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * const stored = JSON.stringify(given.decision);
 * holderOf(unwrap(readDecision(JSON.parse(stored)))); // => "ann"
 * ```
 *
 * @since 0.1.0
 */
export const readDecision: (value: unknown) => Either<Problems, Decision> = reader(
  "decision",
  decisionSchema,
);
