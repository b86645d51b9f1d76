import { type Criterion, type CriterionOptions, criterion } from "./criterion.js";

/**
 * Points for how soon the lead wants to decide, for {@link grade}: the moment at which it will, or a word for it.
 *
 * @remarks **Errors:** a `RangeError` for options that are none; whatever stands in the lead has an answer.
 *
 * @example
 * ```ts
 * const day = 86_400_000;
 * const gradeOf = grade([timeline({ from: "decidesAtMs", aheadMs: [[90 * day, 10], [30 * day, 20]] })]);
 * gradeOf({ id: "l1", receivedAtMs: 0, attributes: { decidesAtMs: 40 * day } }).parts[0]?.points; // => 10
 * ```
 *
 * @since 0.1.0
 */
export const timeline = (options: CriterionOptions): Criterion => criterion("timeline", options);
