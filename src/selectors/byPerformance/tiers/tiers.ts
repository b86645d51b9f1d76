import type { RepId } from "../../../model/id.js";
import type { Json } from "../../../model/json.js";
import type { Candidate, OrderQuestion, Selector } from "../../../model/selector.js";
import { rotation } from "../../byTurn/rotation.js";
import { weighted } from "../../byTurn/weighted.js";
import { floorShare } from "../floorShare.js";
import { byRating, middleOf } from "./byRating.js";
import { inOrder } from "./inOrder.js";
import { byNumber, type Membership, withinTiers } from "./membership.js";
import { demandOptions, type TiersByGrade, type TiersOptions } from "./options.js";
import { tierByTier } from "./tierByTier.js";

/** With shares there are as many tiers as those, whatever the numbers of reps. */
const membershipOf = (of: NonNullable<TiersOptions["of"]>, most: number | undefined): Membership => {
  const numbered = (literals: Json, numberOf: (rep: Candidate) => number | undefined): Membership =>
    byNumber(literals, most === undefined ? numberOf : (rep) => withinTiers(most, numberOf(rep)));
  if (of === "tier") return numbered("tier", ({ rep }) => rep.tier);
  if ("parts" in of) return byRating(of);
  const tierOn = new Map<RepId, number>(of.flatMap((ids, i) => ids.map((id) => [id, i + 1] as const)));
  return numbered(
    of.map((ids) => [...ids]),
    ({ id }) => tierOn.get(id),
  );
};

/** The tier that a lead starts at, by its grade. */
const startBy = (
  { gradeOf, startAt }: TiersByGrade,
  tiers: number,
): ((question: OrderQuestion) => number) => {
  const starts = { hot: 1, warm: middleOf(tiers), cold: tiers, ...startAt };
  return ({ lead, nowMs }) => {
    const grade: unknown = gradeOf === undefined ? lead.temperature : gradeOf(lead, nowMs)?.grade;
    if (grade === "hot" || grade === "warm" || grade === "cold") return starts[grade];
    if (gradeOf === undefined) return starts.warm;
    throw new TypeError("the grading gave no grade");
  };
};

const turnsOf = (shares: readonly number[] | undefined, byGrade: TiersByGrade | undefined): Selector => {
  if (shares === undefined) return inOrder(() => 0);
  if (byGrade === undefined) return weighted();
  const { floor = 0.5 } = byGrade;
  return floorShare(floor, inOrder(startBy(byGrade, shares.length)));
};

/**
 * Deals leads to tiers of reps, and within a tier to its members in turn.
 *
 * Who is of which tier is said by {@link Rep.tier}, by lists, or by what came of leads. Which tier comes first:
 *
 * - the best that has anybody, then the next below it: a waterfall;
 * - with `shares`, whichever is owed most, each lead being split by shares among the tiers that have anybody, as
 *   {@link weighted} does among reps;
 * - with `byGrade` beside them, the tier that the lead's grade starts at, then those below it, then those above it,
 *   the nearest first. A tier that is a lead behind `floor` of its share goes before that, as {@link floorShare}
 *   has it, so that none starves.
 *
 * A tier without candidates (all are full, away or left out) is passed over, is owed nothing for it, and the lead
 * goes on to the next. Ties are those of the selector within.
 *
 * **By rating:** reps of whom enough is known are sorted by rating and cut into parts, the first of which is
 * rounded up, so three reps of `[20, 30, 50]` are one each, and one alone is of the best. Nobody is moved before
 * more than half of the reps are rated, so that the first of whom enough is known does not have all leads. A cut
 * lies halfway between its neighbours. Whoever was rated once is remembered in its tier: it goes up only when its
 * rating lies above a cut by more than `margin`, and down only when it lies below by more. So tiers hold about,
 * not exactly, their parts. Whoever is level with a cut when it is first rated is of the tier below, so where all
 * are equal there is one tier, the last. Cuts are made over all active reps of the roster of a weight above 0,
 * whoever the candidates are.
 *
 * @remarks
 * - **Units:** shares and parts are whole numbers that count against each other; `margin` is told in what the
 *   rating is; accounts of tiers are credits.
 * - **State:** what the selector within keeps; with `shares` a number for each tier; by rating a number for each
 *   rep that was ever rated.
 * - **Promise:** *in order*: nobody has a lead while somebody of a better tier may. *With shares*: no tier is ever
 *   more than (k-1)/2 leads from its share of the leads for which it had anybody, k being the number of tiers. *By
 *   grade*: at every moment a tier had at least `floor` of that share, less 1 + floor * (k-1) leads. *Within*:
 *   members keep what the selector within promises for the leads that went to their tier; with {@link rotation}
 *   nobody is ever more than (n-1)/2 leads from its part, however reps change tiers. *By rating*: while the same reps
 *   are rated, nobody changes tier whose rating, like all others, stays within half of the margin of what it was when
 *   the tiers were made. With the margin, the least leads and the ratings that are the default, and while the same
 *   reps are rated, one lead more or less never turns anybody round who went up or down by the one before. A {@link
 *   calendarPeriod} that begins makes the tiers anew.
 * - **Within:** no second `tiers`, since the accounts of both would have the same names; {@link nested} by team, or
 *   {@link priority}, are fine.
 * - **Errors:** a `RangeError` for options that are none, and for a selector within that needs everybody; a problem
 *   that names the selector where a grading gives no grade.
 * - **Cost:** O(n) and the selector within, once for each tier; by rating a sort of the ratings of the whole
 *   roster.
 *
 * For levels by their number alone: {@link priority}. For groups that are not better or worse: {@link nested}.
 *
 * @see O. H. Schmitt, "A thermionic trigger", Journal of Scientific Instruments 15, 1938,
 * https://doi.org/10.1088/0950-7671/15/1/305, for the two thresholds
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: tiers({ of: [["ann"], ["bob", "cyd"]], shares: [2, 2] }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3", "l4"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "ann", "cyd"]
 * ```
 *
 * @example
 * ```ts
 * const byGrade = tiers({ shares: [50, 30, 20], byGrade: { floor: 0.5 } });
 * const strategy = compose({ ledger: "desk", filters: [], selector: byGrade });
 * const roster = { reps: [{ id: "ann", tier: 1 }, { id: "bob", tier: 2 }, { id: "cyd", tier: 3 }] };
 * const takerOf = (temperature: "hot" | "warm" | "cold") =>
 *   holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0, temperature }, roster, emptyState({ seed: "s" }))).decision);
 * [takerOf("hot"), takerOf("warm"), takerOf("cold")]; // => ["ann", "bob", "cyd"]
 * ```
 *
 * @since 0.1.0
 */
export const tiers = (options: TiersOptions = {}): Selector => {
  const given: TiersOptions = Object(options);
  demandOptions(given);
  const { of = "tier", byGrade, within = rotation() } = given;
  const shares = given.shares && [...given.shares];
  const weightOf = (tier: number): number => (shares === undefined ? 1 : (shares[tier - 1] ?? 0));
  const levels = {
    membership: membershipOf(of, shares?.length),
    turns: turnsOf(shares, byGrade),
    weightOf,
    literals: {
      shares: shares ?? null,
      byGrade:
        byGrade === undefined
          ? null
          : { gradeOf: byGrade.gradeOf?.literals ?? "temperature", startAt: { ...byGrade.startAt } },
    },
  };
  return tierByTier("tiers", levels, within);
};
