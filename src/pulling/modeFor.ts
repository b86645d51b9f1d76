import * as E from "fp-ts/lib/Either.js";
import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOf, moment, recordOf } from "../check/shape.js";
import { explain } from "../explain/explain.js";
import { answer } from "../internal/blame.js";
import type { LeftOutRep } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { Lead } from "../model/lead.js";
import type { StoredLead } from "../model/log.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { poolFor } from "./poolFor.js";

/**
 * The ways by which leads come to a rep.
 *
 * @since 0.1.0
 */
export interface Ways {
  /** The strategy that gives leads to reps without their doing. Absent: none does. */
  readonly push?: Strategy;
  /** The strategy whose leads lie in a pool. Absent: there is none. */
  readonly pull?: Strategy;
  /** The leads of the pool, with where they stand. Absent: it is not asked whether there are any. */
  readonly pool?: readonly StoredLead[];
}

/**
 * What a rep is to do for its next lead, and why.
 *
 * - `"wait"`: leads may be given to it.
 * - `"pull"`: none are given to it, and it may claim one.
 * - `"neither"`: none are given to it, and it may claim none.
 *
 * @since 0.1.0
 */
export interface RepMode {
  readonly mode: "wait" | "pull" | "neither";
  /** In plain words: what keeps leads from being given to the rep, and where that is all, what keeps it from claiming. */
  readonly reason: string;
  /** Before this moment it will not be otherwise, as far as the filters say. Absent: nobody can say, or there is nothing to wait for. */
  readonly untilMs?: EpochMs;
}

/** What keeps a rep from the leads of one way. */
type Obstacle = Pick<LeftOutRep, "reason" | "untilMs">;

const optionsShape = recordOf({ nowMs: moment });

/** Whom a lead could go to of which nothing is known: the rep alone is asked about, so that nobody fits better. */
const obstacleIn = (
  strategy: Strategy,
  repId: RepId,
  roster: Roster,
  state: State,
  nowMs: EpochMs,
): E.Either<Problems, Obstacle | undefined> => {
  const unknown: Lead = { id: "a lead of which nothing is known", receivedAtMs: nowMs };
  const alone = { ...roster, reps: roster.reps.filter(({ id }) => id === repId) };
  const explained = explain(strategy, unknown, alone, state, { nowMs });
  if (E.isLeft(explained)) return explained;
  const { before = [], ...last } = explained.right;
  if (last.candidates.length > 0) return E.right(undefined);
  const leftOut = [...before, last].flatMap((each) => each.leftOut);
  return E.right(
    leftOut.map(({ by, reason, untilMs }) => ({
      reason: `${by}: ${reason}`,
      ...(untilMs === undefined ? {} : { untilMs }),
    }))[0],
  );
};

const NO_PUSH: Obstacle = { reason: "no leads are given out" };
const NO_POOL: Obstacle = { reason: "there is no pool" };
const EMPTY_POOL: Obstacle = { reason: "there is nothing in the pool for the rep" };

/** Whether the rep may claim something: a lead of the pool, or, where the pool is not given, one of which nothing is known. */
const obstacleToPull = (
  { pull, pool }: Ways,
  repId: RepId,
  roster: Roster,
  state: State,
  nowMs: EpochMs,
): E.Either<Problems, Obstacle | undefined> => {
  if (pull === undefined) return E.right(NO_POOL);
  const obstacle = obstacleIn(pull, repId, roster, state, nowMs);
  if (pool === undefined || E.isLeft(obstacle)) return obstacle;
  const found = poolFor(pull, pool, repId, roster, state, { nowMs, first: "oldest", most: 1 });
  if (E.isLeft(found)) return found;
  return E.right(found.right.length > 0 ? undefined : (obstacle.right ?? EMPTY_POOL));
};

const until = (...moments: readonly (EpochMs | undefined)[]): { readonly untilMs?: EpochMs } => {
  const known = moments.filter((each) => each !== undefined);
  return known.length === 0 ? {} : { untilMs: Math.min(...known) };
};

/**
 * Tells a rep when to wait and when to pull: for desks that push some leads and pool others.
 *
 * It waits while leads may be given to it: while a lead of which nothing is known passes every filter of `push`, and the rep takes
 * turns. Else it pulls where the pool has a lead that it may claim, else neither.
 *
 * So with `capacity` in the filters of `push` alone a rep is given leads up to its capacity, and pulls on top of it; and a rep of another team than `push`
 * asks for pulls only.
 *
 * @remarks
 * - **What is not known** decides nothing: a filter that lets through who is asked about an unknown lead lets the rep wait, though the next lead may be none for it.
 * - **Compared with others** the rep is not: neither a better rank of somebody else nor {@link atMostAhead} keeps it waiting here.
 * - **Combinations:** of a branch the `otherwise`, of a split the arm of no lead in particular; of a spill-over every alternative.
 * - **State:** nothing changes.
 * - **Errors:** a rep who is not on the roster; those of {@link explain} and of {@link poolFor}, whose list of leads is called `leads`.
 * - **Cost:** each strategy's filters once about one rep, and claims until one would be granted.
 *
 * @example
 * ```ts
 * const push = compose({ ledger: "inbound", filters: [capacity()], selector: rotation() });
 * const pull = compose({ ledger: "outbound", filters: [available()], selector: rotation(), delivery: pool() });
 * const roster = { reps: [{ id: "ann", capacity: 5 }, { id: "bob", capacity: 0 }] };
 * const state = emptyState({ seed: "s" });
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const lies = [{ lead, decision: unwrap(pull(lead, roster, state)).decision }];
 * ["ann", "bob"].map((repId) => unwrap(modeFor(repId, { push, pull, pool: lies }, roster, state, { nowMs: 0 })));
 * // => [{ mode: "wait", reason: "leads may be given to the rep" }, { mode: "pull", reason: "capacity: has a capacity of 0" }]
 * ```
 *
 * @since 0.1.0
 */
export const modeFor = (
  repId: RepId,
  ways: Ways,
  roster: Roster,
  state: State,
  options: { readonly nowMs: EpochMs },
): E.Either<Problems, RepMode> =>
  answer(() => {
    const faults = faultsOf("options", optionsShape, options);
    if (isNonEmpty(faults)) return E.left(faults);
    const { nowMs } = options;
    if (!roster.reps.some(({ id }) => id === repId))
      return E.left([{ path: ["repId"], message: "is not on the roster" }]);
    const { push } = ways;
    const pushed = push === undefined ? E.right(NO_PUSH) : obstacleIn(push, repId, roster, state, nowMs);
    if (E.isLeft(pushed)) return pushed;
    if (pushed.right === undefined) return E.right({ mode: "wait", reason: "leads may be given to the rep" });
    const pulled = obstacleToPull(ways, repId, roster, state, nowMs);
    if (E.isLeft(pulled)) return pulled;
    const { reason, untilMs } = pushed.right;
    if (pulled.right === undefined) return E.right({ mode: "pull", reason, ...until(untilMs) });
    const both = `${reason}; ${pulled.right.reason}`;
    return E.right({ mode: "neither", reason: both, ...until(untilMs, pulled.right.untilMs) });
  });
