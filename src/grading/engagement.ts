import { type Criterion, type CriterionOptions, criterion } from "./criterion.js";

/**
 * Points for how much the lead has to do with you, for {@link grade}: how often it came, or how long ago it was
 * last seen.
 *
 * @remarks **Errors:** a `RangeError` for options that are none; whatever stands in the lead has an answer.
 *
 * @example
 * ```ts
 * const day = 86_400_000;
 * const gradeOf = grade([engagement({ from: "lastSeenAtMs", agoMs: [[day, 20], [7 * day, 5]] })]);
 * gradeOf({ id: "l1", receivedAtMs: 3 * day, attributes: { lastSeenAtMs: 0 } }).parts[0]?.says; // => "is 3.0 days ago, within 7.0 days"
 * ```
 *
 * @since 0.1.0
 */
export const engagement = (options: CriterionOptions): Criterion => criterion("engagement", options);
