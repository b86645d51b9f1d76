import { demand } from "../internal/demand.js";
import { quoted } from "../internal/quoted.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";
import type { WorkingTime } from "../time/work.js";
import { resolvingFor } from "./resolving.js";

/**
 * The hours and times off of a rep, with the hours of its team filled in: what {@link isAtWork} and the like ask for.
 *
 * Strategies do so by themselves, once for a roster. This is for questions about one rep of a roster in which schedules are
 * `like` those of teams.
 *
 * @remarks
 * - **Errors:** a `RangeError` for a `like` that names no schedule of the roster. Bad hours are named by the function that reads them.
 * - **Cost:** O(dates of the rep and its team).
 *
 * @example
 * ```ts
 * const roster: Roster = {
 *   schedules: { desk: { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] } },
 *   reps: [{ id: "ann", schedule: { like: "desk", dates: [{ date: "2026-01-05", hours: [] }] } }],
 * };
 * const [ann = { id: "" }] = roster.reps;
 * const opensMs = nextOpening(workingTimeOf(ann, roster), Date.parse("2026-01-05T09:00Z"));
 * opensMs === Date.parse("2026-01-06T08:00Z"); // => true
 * ```
 *
 * @since 0.1.0
 */
export const workingTimeOf = (rep: Rep, { schedules = {} }: Pick<Roster, "schedules">): WorkingTime => {
  const like = rep.schedule?.like;
  demand(
    like === undefined || Object.hasOwn(schedules, like),
    `workingTimeOf: the roster has no schedule ${quoted(like ?? "")}`,
  );
  const { schedule, timeOff } = resolvingFor(schedules)(rep);
  return { ...(schedule === undefined ? {} : { schedule }), ...(timeOff === undefined ? {} : { timeOff }) };
};
