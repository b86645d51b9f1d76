import fc from "fast-check";
import type { RepId } from "../../model/id.js";
import type { Roster } from "../../model/roster.js";
import { aRep } from "./aRep.js";

/**
 * A roster of some of these reps, in any order; now and then of one, or of nobody.
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
    .chain((present) => fc.tuple(...present.map(aRep)))
    .map((reps) => ({ reps }));
