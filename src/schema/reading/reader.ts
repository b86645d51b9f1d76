import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type * as z from "zod";
import { below } from "../../check/shape.js";
import type { Problem, Problems } from "../../model/problem.js";
import type { Rule } from "../rule.js";
import { readerOf } from "./readerOf.js";
import { guarded, type Reading, startReading } from "./reading.js";

/** What is asked of a noun's parts together. */
interface Rules {
  /** Asked wherever the reading came to its end, so of what may have holes. */
  readonly always?: Rule;
  /** Asked where everything else is good. */
  readonly atLast?: Rule;
}

const faultsTogether = (
  copy: unknown,
  { problems }: Reading,
  { always, atLast }: Rules,
): readonly Problem[] => {
  const faults = always?.(copy) ?? [];
  return problems.length + faults.length > 0 ? faults : (atLast?.(copy) ?? []);
};

/** The reader of a noun: a frozen copy of what came, or everything that is wrong with it. */
export const reader = <A extends z.ZodType>(
  name: string,
  schema: A,
  rules: Rules = {},
): ((value: unknown) => E.Either<Problems, z.output<A>>) => {
  const read = readerOf(schema);
  return (value) => {
    const reading = startReading(name);
    const copy = guarded(reading, () => read(value, reading));
    const { problems, stopped } = reading;
    const rest =
      stopped === undefined
        ? below(name, faultsTogether(copy, reading, rules))
        : [{ path: [name], message: stopped }];
    const all = [...problems, ...rest];
    return isNonEmpty(all) ? E.left(all) : E.right(copy as z.output<A>);
  };
};
