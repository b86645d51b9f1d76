import { type Criterion, type CriterionOptions, criterion } from "./criterion.js";

/**
 * Points for what the lead may decide, for {@link grade}.
 *
 * @remarks **Errors:** a `RangeError` for options that are none; whatever stands in the lead has an answer.
 *
 * @example
 * ```ts
 * const gradeOf = grade([authority({ from: "title", words: { "managing director": 20, buyer: 10 } })]);
 * gradeOf({ id: "l1", receivedAtMs: 0, attributes: { title: "intern" } }).parts[0]?.says; // => "is \"intern\", which counts for nothing"
 * ```
 *
 * @since 0.1.0
 */
export const authority = (options: CriterionOptions): Criterion => criterion("authority", options);
