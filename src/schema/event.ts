import type { Either } from "fp-ts/lib/Either.js";
import * as z from "zod";
import type { LeadEvent } from "../model/event.js";
import type { Problems } from "../model/problem.js";
import { flag, oneOf, record, taggedBy } from "./composites.js";
import { finite, instant } from "./numbers.js";
import { reader } from "./reading/reader.js";
import { givenId, text } from "./texts.js";

const base = { id: givenId, atMs: instant };

const closeResult = oneOf("won", "lost", "disqualified", "no-show", "cancelled");

/**
 * A {@link LeadEvent} as a zod schema.
 *
 * For input that nobody has looked at yet, {@link readEvent} is safer.
 *
 * @since 0.1.0
 */
export const eventSchema = taggedBy("type", [
  record({ type: z.literal("accepted"), ...base, repId: givenId }),
  record({ type: z.literal("declined"), ...base, repId: givenId, reason: text.exactOptional() }),
  record({ type: z.literal("claimed"), ...base, repId: givenId }),
  record({ type: z.literal("expired"), ...base }),
  record({ type: z.literal("woken"), ...base, isEarly: flag.exactOptional() }),
  record({ type: z.literal("updated"), ...base }),
  record({
    type: z.literal("returned"),
    ...base,
    repId: givenId.exactOptional(),
    reason: text.exactOptional(),
  }),
  record({ type: z.literal("worked"), ...base, repId: givenId.exactOptional() }),
  record({ type: z.literal("reassigned"), ...base, to: givenId, by: text.exactOptional() }),
  record({ type: z.literal("opened"), ...base, segment: text, by: text.exactOptional() }),
  record({
    type: z.literal("released"),
    ...base,
    repId: givenId.exactOptional(),
    isTemporary: flag.exactOptional(),
  }),
  record({ type: z.literal("closed"), ...base, result: closeResult, value: finite.exactOptional() }),
  record({ type: z.literal("merged"), ...base, into: givenId }),
]).readonly();

/**
 * Reads an event from anywhere: a frozen copy, or every fault with its path.
 *
 * Its `type` says which fields it has.
 *
 * @remarks
 * **Errors** and **cost** are those of {@link readLead}.
 *
 * @example
 * ```ts
 * import { readEvent } from "fairlead/schema";
 * const read = readEvent({ id: "e1", type: "closed", atMs: 5, result: "sold", repId: "ann" });
 * read._tag === "Left" ? formatProblems(read.left).split("\n") : [];
 * // => ["event.result: must be one of \"won\", \"lost\", \"disqualified\", \"no-show\", \"cancelled\"",
 * //     "event.repId: is not a known field"]
 * ```
 *
 * @since 0.1.0
 */
export const readEvent: (value: unknown) => Either<Problems, LeadEvent> = reader("event", eventSchema);
