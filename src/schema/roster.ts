import type { Either } from "fp-ts/lib/Either.js";
import { everyLikeIsNamed, noRepTwice } from "../check/roster.js";
import { below, both } from "../check/shape.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import { prepareRoster } from "../roster/prepareRoster.js";
import { dictionary, list, record } from "./composites.js";
import { reader } from "./reading/reader.js";
import { repSchema } from "./rep.js";
import { inside, ruled } from "./rule.js";
import { namedSchedule } from "./schedule.js";

/** What can be asked of reps and schedules whatever else is wrong with them. */
const holdsAnyway = both((copy) => below("reps", noRepTwice(Object(copy).reps)), everyLikeIsNamed);

/**
 * What the core asks of a good roster as a whole. It remembers the answer, so the first decision need not ask
 * again.
 */
const fitsTogether = (copy: unknown): readonly Problem[] => {
  const prepared = prepareRoster(copy as Roster);
  return prepared._tag === "Left" ? inside(prepared.left) : [];
};

const roster = record({ reps: list(repSchema), schedules: dictionary(namedSchedule).exactOptional() });

/**
 * A {@link Roster} as a zod schema.
 *
 * For input that nobody has looked at yet, {@link readRoster} is safer.
 *
 * @since 0.1.0
 */
export const rosterSchema = ruled(roster, fitsTogether).readonly();

/**
 * Reads a roster from anywhere: a frozen copy, or every fault of every rep with its path.
 *
 * Asks what {@link readRep} asks of each rep, that no id stands twice, and that every `like` names one of the `schedules`.
 *
 * @remarks
 * - **Errors** are those of {@link readLead}.
 * - **Cost:** one pass, and the sorting that the first decision would pay for: the roster that comes back is
 *   prepared.
 *
 * @example
 * ```ts
 * import { readRoster } from "fairlead/schema";
 * const read = readRoster({ reps: [{ id: "ann" }, { id: "bob", weight: -1 }, { id: "ann" }] });
 * read._tag === "Left" ? formatProblems(read.left).split("\n") : [];
 * // => ["roster.reps[1].weight: must be a finite number, not negative",
 * //     "roster.reps[2].id: must not stand twice in a roster: \"ann\""]
 * ```
 *
 * @since 0.1.0
 */
export const readRoster: (value: unknown) => Either<Problems, Roster> = reader("roster", roster.readonly(), {
  always: holdsAnyway,
  atLast: fitsTogether,
});
