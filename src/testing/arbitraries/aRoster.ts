import fc from "fast-check";
import type { RepId } from "../../model/id.js";
import type { Rep } from "../../model/rep.js";
import type { Roster } from "../../model/roster.js";
import { aRep } from "./aRep.js";
import { TEAMS } from "./aSchedule.js";

/** What every other rep of a roster is like, where it has teams. */
const LIKES = [undefined, undefined, undefined, ...Object.keys(TEAMS)];

const withTeams = (reps: readonly Rep[], like: string): Roster => ({
  reps: reps.map((rep, i) => (i % 2 === 0 ? { ...rep, schedule: { like } } : rep)),
  schedules: TEAMS,
});

/**
 * A roster of some of these reps, in any order; now and then of one, or of nobody, and with hours that several share.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { aRoster } from "fairlead/testing";
 * const rosters = fc.sample(aRoster(["ann", "bob"]), { seed: 1, numRuns: 50 });
 * new Set(rosters.map(({ reps }) => reps.length)).size; // => 3
 * ```
 *
 * @since 0.1.0
 */
export const aRoster = (ids: readonly RepId[]): fc.Arbitrary<Roster> =>
  fc
    .shuffledSubarray([...ids])
    .chain((present) => fc.tuple(fc.tuple(...present.map(aRep)), fc.constantFrom(...LIKES)))
    .map(([reps, like]): Roster => (like === undefined ? { reps } : withTeams(reps, like)));
