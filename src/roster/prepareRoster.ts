import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { rosterShape } from "../check/roster.js";
import { faultsOf, isRecord } from "../check/shape.js";
import { compareCodeUnits } from "../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../internal/credits.js";
import { greatestCommonDivisor } from "../internal/greatestCommonDivisor.js";
import { remember } from "../internal/remember.js";
import type { RepId } from "../model/id.js";
import type { Problems } from "../model/problem.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";
import type { Candidate } from "../model/selector.js";
import { resolvingFor } from "./resolving.js";

/** A checked roster, sorted by id. */
export interface PreparedRoster {
  readonly ids: readonly RepId[];
  /** Every rep as the candidate it would be, at its place, with a schedule that is like no other. */
  readonly reps: readonly Candidate[];
}

const DEFAULT_WEIGHT = 1;

const thousandths = (rep: Rep): number => Math.round((rep.weight ?? DEFAULT_WEIGHT) * 1000);

const prepare = (roster: Roster): E.Either<Problems, PreparedRoster> => {
  const faults = faultsOf("roster", rosterShape, roster);
  if (isNonEmpty(faults)) return E.left(faults);
  const sorted = roster.reps.map(resolvingFor(roster.schedules)).sort((a, b) => compareCodeUnits(a.id, b.id));
  const divisor = sorted
    .map(thousandths)
    .reduce((found, weight) => (weight === 0 ? found : greatestCommonDivisor(weight, found)), 0);
  const reps = sorted.map(
    (rep, place): Candidate =>
      Object.freeze({
        id: rep.id,
        rep,
        weight: divisor === 0 ? 0 : thousandths(rep) / divisor,
        place,
      }),
  );
  if (reps.reduce((sum, { weight }) => sum + weight, 0) > CREDITS_PER_LEAD) {
    const message = `weights must not add up to more than ${CREDITS_PER_LEAD} times their greatest common divisor`;
    return E.left([{ path: ["roster", "reps"], message }]);
  }
  return E.right({ ids: reps.map(({ id }) => id), reps: Object.freeze(reps) });
};

const remembered = remember(prepare);

/** Checks and sorts a roster once; the same object again costs a look-up. */
export const prepareRoster = (roster: Roster): E.Either<Problems, PreparedRoster> =>
  isRecord(roster) ? remembered(roster) : prepare(roster);
