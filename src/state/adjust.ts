import type { Either } from "fp-ts/lib/Either.js";
import { andThen, faultsOf, finite, id, moment, must, recordOf, type Shape } from "../check/shape.js";
import { placeOf } from "../internal/codeUnits.js";
import { CREDITS_PER_LEAD } from "../internal/credits.js";
import type { LedgerName, RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Problems } from "../model/problem.js";
import type { State } from "../model/state.js";
import { addByHand } from "./addByHand.js";
import { change } from "./change.js";
import { join } from "./join.js";
import { ledgerOf } from "./ledger.js";

/**
 * Who changes a rep's account by hand, when and why.
 *
 * @since 0.1.0
 */
export interface ByHand {
  readonly ledger: LedgerName;
  readonly repId: RepId;
  /** In a few words, as the rep may read them; at most 500 characters. */
  readonly reason: string;
  /** Whoever did it. Absent: nobody says. */
  readonly by?: string;
  readonly atMs: EpochMs;
}

/**
 * A manager's hand on the scale.
 *
 * @since 0.1.0
 */
export interface Adjustment extends ByHand {
  /** By how many leads more the rep is owed, less where it is negative: from -1,000 to 1,000, not 0. */
  readonly leads: number;
}

const eitherWay = (most: number): Shape =>
  must((value) => value !== 0 && Math.abs(value as number) <= most, `from -${most} to ${most}, and not 0`);

const leadsShape = andThen(finite, eitherWay(1000));

const givenIn = (mostCharacters: number): Shape =>
  must(
    (value) => typeof value === "string" && value.trim() !== "" && value.length <= mostCharacters,
    `given, in at most ${mostCharacters} characters`,
  );

const reasonShape = andThen(id, givenIn(500));

type Fields = Readonly<Record<string, Shape>>;

/** What every change by hand needs, and what this one asks beside. */
export const byHandShape = (required: Fields, optional: Fields = {}): Shape =>
  recordOf(
    { ledger: id, repId: id, reason: reasonShape, atMs: moment, ...required },
    { by: id, ...optional },
  );

const shape = byHandShape({ leads: leadsShape });

/**
 * Adds so many leads to what a rep is owed, or takes them away, for a reason that people can read.
 *
 * What is added comes out of `outside`, so nobody else's account moves. The ledger remembers for each rep the sum, and the last time with its reason; {@link inspect}
 * shows them, and so does an explanation beside the candidate's place.
 *
 * @remarks
 * - **Units:** leads, rounded to whole credits.
 * - **State:** one entry for each rep whose account was ever adjusted; a rep not seen before joins, and one that is forgotten takes its entry along.
 * - **Promise:** the bound of {@link rotation} is loosened by what was adjusted in all, and no more: on the owed side by what was added, on the other by what was taken away.
 * - **Errors:** leads that are 0 or beyond 1,000, a reason that is missing, or a state that {@link readState} would refuse, each by its path.
 * - **Cost:** O(reps ever seen).
 *
 * To set a rep level with the others: {@link level}. To have what is missed made up for by itself: {@link owe}.
 *
 * @example
 * ```ts
 * const given = { ledger: "desk", repId: "ann", leads: 2, reason: "covered the fair", by: "maria", atMs: 0 };
 * const state = unwrap(adjust(emptyState({ seed: "s" }), given));
 * inspect(state).reps[0]?.owed; // => [{ ledger: "desk", leads: 2, adjusted: { leads: 2, last: { leads: 2, reason: "covered the fair", by: "maria", atMs: 0 } } }]
 * ```
 *
 * @since 0.1.0
 */
export const adjust = (state: State, adjustment: Adjustment): Either<Problems, State> =>
  change(state, faultsOf("adjustment", shape, adjustment), (good) => {
    const joined = join(good, [adjustment.repId]);
    const { credits } = ledgerOf(joined, adjustment.ledger);
    const own = credits[placeOf(joined.ids, adjustment.repId)] as number;
    return addByHand(
      joined,
      adjustment,
      own + Math.round(adjustment.leads * CREDITS_PER_LEAD),
      adjustment.leads,
    );
  });
