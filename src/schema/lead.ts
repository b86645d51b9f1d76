import type { Either } from "fp-ts/lib/Either.js";
import type { Lead } from "../model/lead.js";
import type { Problems } from "../model/problem.js";
import { dictionary, list, oneOf, record } from "./composites.js";
import { attributes } from "./json.js";
import { amount, effort, fraction, instant } from "./numbers.js";
import { reader } from "./reading/reader.js";
import { givenId, languageTag, region, text, timeZone } from "./texts.js";

/**
 * A {@link Lead} as a zod schema, for schemas of your own: `leadSchema.unwrap().extend(...)`.
 *
 * For input that nobody has looked at yet, {@link readLead} is safer.
 *
 * @since 0.1.0
 */
export const leadSchema = record({
  id: givenId,
  receivedAtMs: instant,
  region: region.exactOptional(),
  languages: list(languageTag).exactOptional(),
  timeZone: timeZone.exactOptional(),
  needs: dictionary(amount).exactOptional(),
  score: fraction.exactOptional(),
  temperature: oneOf("cold", "warm", "hot").exactOptional(),
  value: amount.exactOptional(),
  complexity: amount.exactOptional(),
  effort: effort.exactOptional(),
  industry: text.exactOptional(),
  source: text.exactOptional(),
  channel: text.exactOptional(),
  segment: text.exactOptional(),
  account: text.exactOptional(),
  email: text.exactOptional(),
  household: text.exactOptional(),
  ownerId: givenId.exactOptional(),
  excludedRepIds: list(givenId).exactOptional(),
  role: text.exactOptional(),
  team: text.exactOptional(),
  attributes: attributes.exactOptional(),
}).readonly();

/**
 * Reads a lead from anywhere: a frozen copy, or every fault with its path.
 *
 * Asks all that the core asks, and more: no unknown fields, language tags and time zones by their form,
 * moments that are no seconds, ids of at most 4096 UTF-16 code units, free data in `attributes` that is JSON,
 * at most 64 deep. `undefined` counts as absent.
 *
 * @remarks
 * - **Errors:** a `Left` for whatever else comes in: getters and proxies that throw, what holds itself, lists
 *   with holes, objects of a class. Nothing is thrown, nothing is repaired. After 250,000 problems or 10
 *   million values the rest is not read, and the last problem says so.
 * - **Cost:** one pass over what is known; an unknown field is named and not entered.
 *
 * @example
 * ```ts
 * import { readLead } from "fairlead/schema";
 * const read = readLead(JSON.parse('{ "id": "l1", "receivedAtMs": 1767600000, "langauges": ["en_US"] }'));
 * read._tag === "Left" ? formatProblems(read.left).split("\n") : [];
 * // => ["lead.receivedAtMs: looks like seconds, not milliseconds: 1767600000 would be 1970-01-21; as seconds it is 2026-01-05T08:00:00.000Z",
 * //     "lead.langauges: is not a known field: did you mean \"languages\"?"]
 * ```
 *
 * @since 0.1.0
 */
export const readLead: (value: unknown) => Either<Problems, Lead> = reader("lead", leadSchema);
