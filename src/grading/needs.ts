import { type Criterion, type CriterionOptions, criterion } from "./criterion.js";

/**
 * Points for what the lead needs, for {@link grade}: how well it is what you have.
 *
 * Where it is not told `from` what, it reads the skills in the lead's own {@link Lead.needs}.
 *
 * @remarks **Errors:** a `RangeError` for options that are none; whatever stands in the lead has an answer.
 *
 * @example
 * ```ts
 * const gradeOf = grade([needs({ words: { crm: 30, support: 10 } })]);
 * gradeOf({ id: "l1", receivedAtMs: 0, needs: { support: 1, crm: 2 } }).parts[0]?.says; // => "is \"crm\""
 * ```
 *
 * @since 0.1.0
 */
export const needs = (options: CriterionOptions): Criterion => criterion("needs", options);
