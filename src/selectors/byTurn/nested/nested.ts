import { quoted } from "../../../internal/quoted.js";
import { scoresOf } from "../../../internal/scoresOf.js";
import type { Booking, Candidate, Selector } from "../../../model/selector.js";
import { decoratedAs, demandSelector } from "../../decorators/decorated.js";
import { IN_LEADS, saysOf } from "../claimText.js";
import { rotation } from "../rotation.js";
import { literalsOfNesting, type NestedBy, type NestedOptions, nestingOf } from "./options.js";
import { type Group, nameWithin, rankingOf, type Split, splitOf } from "./split.js";

/** What the selector within books, under the names of its group. */
const bookedWithin = ({ account }: Group, { columns, totals, ...booking }: Booking): Booking => ({
  ...booking,
  ...(columns && { columns: columns.map((each) => ({ ...each, name: nameWithin(account, each.name) })) }),
  ...(totals && { totals: totals.map((each) => ({ ...each, name: nameWithin(account, each.name) })) }),
});

/** The group's turn, on the accounts of all groups that took part. */
const groupTurn = ({ groups, price }: Split, taking: Group): NonNullable<Booking["totals"]> =>
  groups.map((group) => ({
    name: group.account,
    value: group.before + group.part - (group === taking ? price : 0),
  }));

const shareOf = ({ totalWeight }: Split, { weight }: Group): number =>
  weight === 0 ? 0 : weight / totalWeight;

/** Whether its group takes a turn, and has the taker in its order, be it entitled to nothing: then the group pays for it. */
const takesTurn = ({ weight, ranking }: Group, taker: Candidate): boolean => {
  if (weight > 0)
    for (let place = 0; place < ranking.length; place += 1) if (ranking.at(place) === taker) return true;
  return false;
};

const groupText = ({ name, before, part }: Group): string =>
  `${name === undefined ? "is in no group" : `is of ${quoted(name)}`}, which ${saysOf(IN_LEADS, before, part, 0)}`;

/**
 * Groups first, then members: the lead goes to the group that is owed most, and within it to whoever another
 * selector puts first.
 *
 * Each lead is split among the groups with a candidate who takes a turn; a group's account is the sum of its parts
 * less the leads that its members got, as the account of a rep is in {@link weighted}. Ties go to the group of the
 * smaller name, those in no group last. A group in which nobody takes a turn is passed over, and is owed nothing
 * for it. Behind the first group's members stand those of the next, so that a cascade goes on from group to group.
 * A rep in several groups takes part in each, and stands once, with the first of them.
 *
 * `nested("team")` is a rotation of teams and in each team one of members; `nested("team", longestIdle())` has the
 * members by recency; `nested("team", nested("role"))` goes one level deeper.
 *
 * @remarks
 * - **Units:** credits; {@link CREDITS_PER_LEAD} are one lead, for groups as for reps.
 * - **State:** a number for each group ever seen, in the ledger's totals under names such as
 *   `nested["team","east"]`, and what the selector within keeps, its columns and totals for each group apart. Its
 *   credits are the ledger's own, one for each rep. A selector with columns of its own keeps one for each group:
 *   for hundreds of groups take one without, such as {@link rotation}.
 * - **Turns:** a turn of a member is one of its group, lost ones too, and those in which the selector within owes
 *   the member nothing. The decision's price is what the member paid, and a return gives it back to the member; the
 *   group's turn counts all the same.
 * - **Promise:** whatever the filters leave, no group is ever more than (g-1)/2 leads from its share of the leads
 *   for which it had somebody, g being the groups ever seen: Theorem T, one level up. Within, members keep what the
 *   other selector promises for the leads of their group; of {@link rotation} and {@link weighted}, with n the reps
 *   who are linked by groups that they have in common. A member of a small group has more leads than one of a large
 *   group, unless `groupWeights` is `"members"`.
 * - **Errors:** a `RangeError` for what is no selector, no groups, or no weights; a problem that names the selector
 *   where a rule of groups fails, or where the weights of groups, divided by their greatest common divisor, add up
 *   to more than {@link CREDITS_PER_LEAD}.
 * - **Cost:** O(n) for n candidates, a sort of the names of their groups, and the other selector once in each group.
 *
 * The scores of its merits are places, not credits, so put {@link patience} within, not around it.
 *
 * @see C. A. Waldspurger, W. E. Weihl, "Stride Scheduling: Deterministic Proportional-Share Resource Management",
 * MIT/LCS/TM-528, 1995, on hierarchies of shares; the bound is Theorem T's, see {@link weighted}
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: nested("team") });
 * const roster = { reps: [{ id: "ann", teams: ["east"] }, { id: "bob", teams: ["east"] }, { id: "cyd", teams: ["west"] }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [1, 2, 3, 4].map((n) => {
 *   const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "cyd", "bob", "cyd"]
 * ```
 *
 * @since 0.1.0
 */
export const nested = (
  by: NestedBy,
  selector: Selector = rotation(),
  options: NestedOptions = {},
): Selector => {
  demandSelector("nested", selector);
  const nesting = nestingOf(by, options);
  const { merits } = selector;
  const order: Selector = {
    ...decoratedAs("nested", selector, literalsOfNesting(nesting)),
    order: (question) => rankingOf(splitOf(nesting, selector, question)),
    book: (question) => {
      const split = splitOf(nesting, selector, question);
      const { taker, ended } = question;
      const group = split.groupOf(taker);
      if (group === undefined) return { share: 0, price: 0 };
      const booking = bookedWithin(group, selector.book({ ...group.question, taker, ended }));
      const share = shareOf(split, group) * booking.share;
      if (share === 0 && !takesTurn(group, taker)) return { ...booking, share };
      return { ...booking, share, totals: [...(booking.totals ?? []), ...groupTurn(split, group)] };
    },
  };
  if (merits === undefined) return order;
  return {
    ...order,
    merits: (question) => {
      const split = splitOf(nesting, selector, question);
      const within = new Map(split.groups.map((group) => [group, merits(group.question)]));
      const meritOf = (candidate: Candidate) => {
        const group = split.groupOf(candidate);
        const merit = group && within.get(group)?.(candidate);
        return group === undefined || merit === undefined ? undefined : { group, merit };
      };
      const scoreOf = scoresOf(rankingOf(split), (a, b) => {
        const [one, other] = [meritOf(a), meritOf(b)];
        return one?.group === other?.group && one?.merit.score === other?.merit.score;
      });
      return (candidate) => {
        const found = meritOf(candidate);
        if (found === undefined) return { score: 0, share: 0, says: "takes no turn" };
        const { group, merit } = found;
        const share = shareOf(split, group) * merit.share;
        return { score: scoreOf(candidate), share, says: `${groupText(group)}; within it, ${merit.says}` };
      };
    },
  };
};
