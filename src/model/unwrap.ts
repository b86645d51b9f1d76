import type { Either } from "fp-ts/lib/Either.js";
import type { Problems } from "./problem.js";

/**
 * The problems as text, one a line: where, then what.
 *
 * @example
 * ```ts
 * formatProblems([{ path: ["roster", "reps", 3, "weight"], message: "must not be negative" }]);
 * // => "roster.reps[3].weight: must not be negative"
 * ```
 *
 * @since 0.1.0
 */
export const formatProblems = (problems: Problems): string =>
  problems.map(({ path, message }) => `${formatPath(path)}: ${message}`).join("\n");

const formatPath = (path: readonly (string | number)[]): string =>
  path.map((step, i) => (typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`)).join("");

/**
 * The value of a `Right`; a `Left` is thrown as an `Error` that lists its problems.
 *
 * For tests, scripts and places where bad input is a bug: the one function here that throws on bad input.
 *
 * @example
 * ```ts
 * unwrap(reconcile(emptyState({ seed: "s" }), [{ repId: "ann", openLeads: 2 }])).version; // => 1
 * ```
 *
 * @since 0.1.0
 */
export const unwrap = <A>(result: Either<Problems, A>): A => {
  if (result._tag === "Right") return result.right;
  throw new Error(formatProblems(result.left));
};
