import fc from "fast-check";
import type { Roster } from "../../model/roster.js";
import type { Strategy } from "../../model/strategy.js";
import { deal, start } from "../fairness/dealer.js";
import { insist, type Law, tryOut } from "./law.js";

/** One rep is there, away for a while, and back (or there for the first time) among the others. */
interface Absence {
  readonly others: number;
  readonly leadsBefore: number;
  readonly leadsAway: number;
  readonly leadsAfter: number;
}

const anAbsence = (): fc.Arbitrary<Absence> =>
  fc.record({
    others: fc.integer({ min: 1, max: 6 }),
    leadsBefore: fc.integer({ min: 0, max: 20 }),
    leadsAway: fc.integer({ min: 0, max: 300 }),
    leadsAfter: fc.integer({ min: 1, max: 40 }),
  });

const RETURNING = "m";

/** Ids on both sides of the one who returns, so that no tie rule is in its favour throughout. */
const namesOf = (others: number): readonly string[] => [..."azbycx"].slice(0, others);

const longestRunOnReturn = (
  strategy: Strategy,
  { others, leadsBefore, leadsAway, leadsAfter }: Absence,
): number => {
  const rest: Roster = { reps: namesOf(others).map((id) => ({ id })) };
  const everybody: Roster = { reps: [...rest.reps, { id: RETURNING }] };
  const phases = [everybody, rest, everybody].flatMap((roster, phase) =>
    Array.from({ length: [leadsBefore, leadsAway, leadsAfter][phase] ?? 0 }, () => roster),
  );
  let state = start();
  let run = 0;
  let longest = 0;
  phases.forEach((roster, n) => {
    const one = deal(strategy, "equal", roster, state, n);
    state = one.state;
    run = one.taker === RETURNING ? run + 1 : 0;
    if (n >= leadsBefore + leadsAway) longest = Math.max(longest, run);
  });
  return longest;
};

const about = {
  name: "noFlood",
  statement: "Whoever returns or joins gets at most n leads in a row while somebody else may have them.",
};

/**
 * Whoever returns, or joins, among n reps of equal weight gets at most n leads in a row, however long it was away.
 *
 * @since 0.1.0
 */
export const noFlood: Law = {
  ...about,
  check: (strategy, trial = {}) =>
    tryOut(
      about,
      fc.property(anAbsence(), (absence) => {
        const longest = longestRunOnReturn(strategy, absence);
        insist(
          longest <= absence.others + 1,
          `${longest} leads in a row on return among ${absence.others + 1} reps`,
        );
      }),
      trial,
    ),
};
