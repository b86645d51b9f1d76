import type { Either } from "fp-ts/lib/Either.js";
import { fault } from "../check/shape.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Rep } from "../model/rep.js";
import { dictionary, flag, list, oneOf, record } from "./composites.js";
import { attributes } from "./json.js";
import { limit, quota } from "./limit.js";
import { amount, instant, weight } from "./numbers.js";
import { performanceSchema } from "./performance.js";
import { reader } from "./reading/reader.js";
import { ruled } from "./rule.js";
import { schedule } from "./schedule.js";
import { givenId, languageTag, region, text } from "./texts.js";

const endsAfterItBegins = (copy: unknown): readonly Problem[] => {
  const { fromMs, toMs } = copy as { readonly fromMs: number; readonly toMs: number };
  return toMs < fromMs ? fault("must not be before fromMs", ["toMs"]) : [];
};

const interval = ruled(record({ fromMs: instant, toMs: instant }), endsAfterItBegins).readonly();

/**
 * A {@link Rep} as a zod schema, for schemas of your own: `repSchema.unwrap().extend(...)`.
 *
 * For input that nobody has looked at yet, {@link readRep} is safer.
 *
 * @since 0.1.0
 */
export const repSchema = record({
  id: givenId,
  name: text.exactOptional(),
  active: flag.exactOptional(),
  presence: oneOf("online", "away", "offline").exactOptional(),
  regions: list(region).exactOptional(),
  languages: list(languageTag).exactOptional(),
  skills: dictionary(amount).exactOptional(),
  experience: amount.exactOptional(),
  role: text.exactOptional(),
  teams: list(text).exactOptional(),
  industries: list(text).exactOptional(),
  sources: list(text).exactOptional(),
  channels: list(text).exactOptional(),
  segments: list(text).exactOptional(),
  excludedAccounts: list(text).exactOptional(),
  substitutes: list(givenId).exactOptional(),
  weight: weight.exactOptional(),
  weights: dictionary(weight).exactOptional(),
  capacity: amount.exactOptional(),
  openLeads: amount.exactOptional(),
  schedule: schedule.exactOptional(),
  openEffort: amount.exactOptional(),
  timeOff: list(interval).exactOptional(),
  limits: list(limit).exactOptional(),
  quotas: list(quota).exactOptional(),
  tier: amount.exactOptional(),
  performance: performanceSchema.exactOptional(),
  joinedAtMs: instant.exactOptional(),
  attributes: attributes.exactOptional(),
}).readonly();

/**
 * Reads a rep from anywhere: a frozen copy, or every fault with its path.
 *
 * Asks what {@link readLead} asks of a lead, that no time off ends before it begins, that spans of a schedule do not overlap, and that the
 * runtime knows the time zones of schedules, limits and quotas, and that no performance counts more leads as won than there were. Whether there is a schedule that it is `like` is for {@link readRoster} to say.
 *
 * @remarks
 * **Errors** and **cost** are those of {@link readLead}.
 *
 * @example
 * ```ts
 * import { readRep } from "fairlead/schema";
 * const read = readRep({ id: "ann", weight: "2", timeOff: [{ fromMs: 9, toMs: 8 }] });
 * read._tag === "Left" ? formatProblems(read.left).split("\n") : [];
 * // => ["rep.weight: must be a finite number, not negative", "rep.timeOff[0].toMs: must not be before fromMs"]
 * ```
 *
 * @since 0.1.0
 */
export const readRep: (value: unknown) => Either<Problems, Rep> = reader("rep", repSchema);
