import { type Criterion, type CriterionOptions, criterion } from "./criterion.js";

/**
 * Points for what the lead can spend, for {@link grade}.
 *
 * @remarks **Errors:** a `RangeError` for options that are none; whatever stands in the lead has an answer.
 *
 * @example
 * ```ts
 * const gradeOf = grade([budget({ from: "value", atLeast: [[10_000, 10], [50_000, 30]] })]);
 * gradeOf({ id: "l1", receivedAtMs: 0, value: 20_000 }).parts[0]?.points; // => 10
 * ```
 *
 * @since 0.1.0
 */
export const budget = (options: CriterionOptions): Criterion => criterion("budget", options);
