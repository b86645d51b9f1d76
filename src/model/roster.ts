import type { Rep } from "./rep.js";
import type { Schedule } from "./schedule.js";

/**
 * All reps, with what is known about them now. A value: make a new one when something changes, since a
 * roster is prepared once and remembered by identity. The order of the reps never matters.
 *
 * @since 0.1.0
 */
export interface Roster {
  readonly reps: readonly Rep[];
  /** Hours of teams, by name, for the `like` of a rep's schedule. They have no `like` of their own. */
  readonly schedules?: Readonly<Record<string, Schedule>>;
}
