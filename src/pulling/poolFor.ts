import * as E from "fp-ts/lib/Either.js";
import * as Ord from "fp-ts/lib/Ord.js";
import { isNonEmpty, sort } from "fp-ts/lib/ReadonlyArray.js";
import { faultsOfLeads, problemsFromList } from "../backlog/faults.js";
import { orderOf, type WaitingOrder, waitingOrder } from "../backlog/order.js";
import { andThen, count, faultsOf, id, moment, must, recordOf } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { Decision, PooledPlace } from "../model/decision.js";
import type { LeadId, RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { StoredLead } from "../model/log.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { Strategy } from "../model/strategy.js";
import { type VisibleLead, visibleLead } from "./visibleLead.js";

/**
 * When the pool is looked at, and which lead comes first.
 *
 * @since 0.1.0
 */
export interface PoolForOptions {
  /** Claims are judged as of this moment. */
  readonly nowMs: EpochMs;
  /** In which order. */
  readonly first: WaitingOrder;
  /** With `first: "best"`: for each such time in the pool, in whole milliseconds, a lead counts as one temperature warmer, past hot too. Absent: it does not age. */
  readonly riseMs?: number;
  /** How many leads are wanted. Absent: all. */
  readonly most?: number;
}

/**
 * A lead that the rep may claim now.
 *
 * @since 0.1.0
 */
export interface PooledLead {
  readonly leadId: LeadId;
  /** What may be seen of it: {@link visibleLead}. */
  readonly lead: VisibleLead;
  /** Since when it is in a pool. */
  readonly sinceMs: EpochMs;
  /** Whether all of it may be seen. */
  readonly mode: PooledPlace["mode"];
}

type InPool = Extract<Decision, PooledPlace>;

interface Place {
  readonly stored: StoredLead;
  readonly decision: InPool;
  readonly place: number;
}

const above0 = andThen(
  count,
  must((value) => (value as number) > 0, "above 0"),
);

const optionsShape = recordOf({ nowMs: moment, first: waitingOrder }, { riseMs: above0, most: count });

const sinceMsOf = ({ sinceMs, atMs }: InPool): EpochMs => sinceMs ?? atMs;

/** An id that no event of the lead had, so that the claim is judged and not taken for one that was answered. */
const newId = ({ eventIds }: InPool): string => {
  let fresh = "may it be claimed";
  while (eventIds.includes(fresh)) fresh += "?";
  return fresh;
};

/** Whether a claim would be granted: by asking for it, and keeping nothing of the answer. */
const mayClaim = (
  strategy: Strategy,
  { stored, decision }: Place,
  repId: RepId,
  roster: Roster,
  state: State,
  nowMs: EpochMs,
): E.Either<Problems, boolean> => {
  // Whoever was not told need not be asked about, and in a race of many nearly nobody was.
  if (decision.mayClaim?.includes(repId) === false) return E.right(false);
  const claim = { id: newId(decision), atMs: nowMs, type: "claimed", repId } as const;
  const result = strategy.respond(stored.lead, decision, claim, roster, state);
  if (E.isLeft(result)) return result;
  const { decision: after } = result.right;
  return E.right(after.status === "assigned" && after.repId === repId);
};

/**
 * Which leads a rep may claim now, in the order in which it should: its pool. The first is the next best lead.
 *
 * A lead is in it if a claim by the rep would be granted at this moment, whatever the strategy: the rep passes every filter, was told where that is asked
 * for, and comes in time. Leads that lie in no pool are passed over, so the host may give all of its open ones.
 *
 * @remarks
 * - **Order:** {@link WaitingOrder}; with `riseMs` leads grow warmer as they lie, without end, so none is passed over for ever. The order in which they
 *   are given never decides. What puts a blind lead first is not said, but that something does is.
 * - **Blind** leads show what they may: {@link visibleLead}.
 * - **State:** nothing changes. Between this answer and the claim others may be quicker, so a claim may be refused all the same.
 * - **Errors:** every fault with its place, such as `leads[3].lead.score`; two entries of one lead; what the strategy refuses.
 * - **Cost:** O(m log m) to order m leads, and one claim for each that is looked at; with `most` no more are looked at than it takes.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation(), delivery: pool() });
 * const roster = { reps: [{ id: "ann", languages: ["en"] }, { id: "bob", languages: ["sv"] }] };
 * const state = emptyState({ seed: "s" });
 * const given: readonly Lead[] = [
 *   { id: "l1", receivedAtMs: 0, temperature: "cold" },
 *   { id: "l2", receivedAtMs: 0, temperature: "hot" },
 *   { id: "l3", receivedAtMs: 0, languages: ["sv"] },
 * ];
 * const leads = given.map((lead) => ({ lead, decision: unwrap(strategy(lead, roster, state)).decision }));
 * const anns = unwrap(poolFor(strategy, leads, "ann", roster, state, { nowMs: 60_000, first: "best" }));
 * anns.map(({ leadId }) => leadId); // => ["l2", "l1"]
 * ```
 *
 * @since 0.1.0
 */
export const poolFor = (
  strategy: Strategy,
  leads: readonly StoredLead[],
  repId: RepId,
  roster: Roster,
  state: State,
  options: PoolForOptions,
): E.Either<Problems, readonly PooledLead[]> =>
  answer(() => {
    const faults = [
      ...faultsOfLeads("leads", leads),
      ...faultsOf("repId", id, repId),
      ...faultsOf("options", optionsShape, options),
    ];
    if (isNonEmpty(faults)) return E.left(faults);
    const { nowMs, first, riseMs, most = leads.length } = options;
    const pooled = leads.flatMap((stored, place): readonly Place[] =>
      stored.decision.status === "pooled" ? [{ stored, decision: stored.decision, place }] : [],
    );
    const since = new Map(pooled.map(({ stored, decision }) => [stored.lead.id, sinceMsOf(decision)]));
    const warmer = (leadId: LeadId): number =>
      riseMs === undefined ? 0 : Math.max(0, Math.floor((nowMs - (since.get(leadId) ?? nowMs)) / riseMs));
    const byLead = Ord.contramap(({ stored }: Place) => stored.lead)(
      orderOf(first, (lead) => warmer(lead.id)),
    );
    const found: PooledLead[] = [];
    for (const each of sort(byLead)(pooled)) {
      if (found.length >= most) break;
      const granted = mayClaim(strategy, each, repId, roster, state, nowMs);
      if (E.isLeft(granted)) return E.left(problemsFromList("leads", granted.left, each.place));
      const { stored, decision } = each;
      if (granted.right)
        found.push({
          leadId: stored.lead.id,
          lead: visibleLead(stored.lead, decision),
          sinceMs: sinceMsOf(decision),
          mode: decision.mode,
        });
    }
    return E.right(found);
  });
