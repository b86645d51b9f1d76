import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { LazyMerit } from "../../../internal/lazyMerit.js";
import { rankByScore } from "../../../internal/rankByScore.js";
import type { Json } from "../../../model/json.js";
import type { Candidate, OrderQuestion, Selector } from "../../../model/selector.js";
import { bothAs } from "../../decorators/both.js";
import { notedBy, partOf } from "../../decorators/decorated.js";
import { thenBy } from "../../decorators/thenBy.js";
import { aboutTiers, asRep, totalsOf } from "./asReps.js";
import type { Members, Membership } from "./membership.js";

/** What makes a selector that goes tier by tier. */
export interface Levels {
  readonly membership: Membership;
  /** Says which tier comes first, asked about tiers as if they were reps. */
  readonly turns: Selector;
  /** What a tier counts where they take turns. */
  readonly weightOf: (tier: number) => number;
  /** The options that shaped all this, beside who is of which tier. */
  readonly literals: Json;
}

/** The tiers with somebody who takes turns, as reps. */
interface Asked {
  readonly members: Members;
  readonly tiers: ReadonlyMap<number, Candidate>;
  readonly question: OrderQuestion;
}

const askedIn = ({ membership, weightOf }: Levels, question: OrderQuestion): Asked | undefined => {
  const members = membership.membersFor(question);
  const taking = question.candidates.filter(({ weight }) => weight > 0);
  const numbers = [...new Set(taking.map(members.tierOf))].sort((a, b) => a - b);
  const tiers = numbers.map((tier, place) => asRep(tier, weightOf(tier), place));
  if (!isNonEmpty(tiers)) return undefined;
  const byTier = new Map(numbers.map((tier, place) => [tier, tiers[place] as Candidate]));
  return { members, tiers: byTier, question: aboutTiers(question, tiers) };
};

const NO_TURN = new LazyMerit(0, 0, () => "takes no turn");

/** The tiers by themselves: those of one tier tie. */
const tiersAlone = (levels: Levels): Selector & Required<Pick<Selector, "merits">> => {
  const { membership, turns } = levels;
  const merits: Required<Selector>["merits"] = (question) => {
    const asked = askedIn(levels, question);
    if (asked === undefined) return () => NO_TURN;
    const { members, tiers } = asked;
    const ranking = turns.order(asked.question);
    const placeOf = new Map(Array.from({ length: ranking.length }, (_, place) => [ranking.at(place), place]));
    const turnOf = turns.merits?.(asked.question);
    return (rep) => {
      const tier = rep.weight > 0 ? tiers.get(members.tierOf(rep)) : undefined;
      const place = tier && placeOf.get(tier);
      const turn = tier && turnOf?.(tier);
      if (place === undefined || turn === undefined) return NO_TURN;
      const says = () => `${members.says(rep)}; its tier ${turn.says}`;
      return new LazyMerit(tiers.size - place, turn.share, says);
    };
  };
  return {
    name: "tiers",
    literals: { of: membership.literals, options: levels.literals, turns: partOf(turns) },
    merits,
    order: (question) => {
      const taking = question.candidates.filter(({ weight }) => weight > 0);
      return rankByScore(
        taking,
        taking.map(merits(question)).map(({ score }) => score),
      );
    },
    book: (question) => {
      const asked = askedIn(levels, question);
      const { taker, ended } = question;
      const tier = taker.weight > 0 ? asked?.tiers.get(asked.members.tierOf(taker)) : undefined;
      if (asked === undefined || tier === undefined) return { share: 0, price: 0 };
      const booking = turns.book({ ...asked.question, taker: tier, ended });
      const columns = asked.members.changes?.() ?? [];
      return { share: booking.share, price: 0, totals: totalsOf(booking), columns };
    },
    ...notedBy(membership),
  };
};

/** Goes tier by tier, and within each by another selector, which is asked about its members alone. */
export const tierByTier = (name: string, levels: Levels, within: Selector): Selector => {
  const alone = tiersAlone(levels);
  const { literals = null } = bothAs(name, alone, within);
  const both = thenBy(alone, within);
  const { merits } = both;
  return {
    ...both,
    name: `${name} ${within.name}`,
    literals,
    book: (question) => {
      const booking = both.book(question);
      return { ...booking, share: booking.share * alone.book(question).share };
    },
    ...(merits === undefined
      ? {}
      : {
          merits: (question) => {
            const [meritOf, tierMeritOf] = [merits(question), alone.merits(question)];
            return (rep) => {
              const merit = meritOf(rep);
              return new LazyMerit(merit.score, merit.share * tierMeritOf(rep).share, () => merit.says);
            };
          },
        }),
  };
};
