import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { count, faultsOf, moment, recordOf } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { RepStanding } from "../model/decision.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { explain } from "./explain.js";
import { standsText } from "./words.js";

/**
 * A rep to whom a lead could be given, where it stands, and why it stands at this place.
 *
 * @since 0.1.0
 */
export interface Suggestion extends RepStanding {
  /** In plain words, a sentence without a subject: "is owed 1.25 leads". */
  readonly says: string;
}

/**
 * How many reps are suggested, and when.
 *
 * @since 0.1.0
 */
export interface SuggestOptions {
  /** How many at most. */
  readonly most: number;
  /** Absent: the lead's `receivedAtMs`. */
  readonly nowMs?: EpochMs;
}

const optionsShape = recordOf({ most: count }, { nowMs: moment });

/**
 * Whom a strategy would give a lead to, best first: for somebody who deals it by hand.
 *
 * The order is that of a lead that comes in now, so the first is who {@link manual} suggests first, and who {@link assign} would give it to. Whoever
 * gave the lead up is among them; the decision's own `suggested` leaves them out.
 *
 * @remarks
 * - **State:** nothing changes.
 * - **Blind:** for a strategy that puts the lead into a blind pool nothing is said of why.
 * - **Errors:** those of {@link explain}; a `most` that is no whole number.
 * - **Cost:** that of {@link explain}.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: manual({ decideMs: 60_000 }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const given = unwrap(suggest(strategy, { id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }), { most: 2 }));
 * given.map(({ repId, says }) => `${repId} ${says}`);
 * // => ["ann is owed 0.33 leads: 0.33 of this one, 0.00 from before", "bob is owed 0.33 leads: 0.33 of this one, 0.00 from before"]
 * ```
 *
 * @since 0.1.0
 */
export const suggest = (
  strategy: Strategy,
  lead: Lead,
  roster: Roster,
  state: State,
  options: SuggestOptions,
): E.Either<Problems, readonly Suggestion[]> =>
  answer(() => {
    const faults = faultsOf("options", optionsShape, options);
    if (isNonEmpty(faults)) return E.left(faults);
    const { most, nowMs } = options;
    const explained = explain(strategy, lead, roster, state, nowMs === undefined ? {} : { nowMs });
    if (E.isLeft(explained)) return explained;
    const { candidates } = explained.right;
    return E.right(
      candidates.slice(0, most).map((rep): Suggestion => {
        const { merit: _, ...standing } = rep;
        return { ...standing, says: standsText(rep, candidates.length) };
      }),
    );
  });
