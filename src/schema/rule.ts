import type * as z from "zod";
import type { Problem } from "../model/problem.js";

/** What the parts of a noun must be together, asked of a copy; paths start below the noun. */
export type Rule = (copy: unknown) => readonly Problem[];

/** The schema, and then the rule, asked where everything else is good. */
export const ruled = <A extends z.ZodType>(schema: A, rule: Rule): A =>
  schema.check(({ value, issues }) => {
    if (issues.length > 0) return;
    for (const { path, message } of rule(value))
      issues.push({ code: "custom", path: [...path], message, input: value });
  });

/** The same problems, seen from one step further down. */
export const inside = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map(({ path, message }) => ({ path: path.slice(1), message }));
