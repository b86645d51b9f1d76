import { demand } from "../../../internal/demand.js";
import { LazyMerit } from "../../../internal/lazyMerit.js";
import { scoresOf } from "../../../internal/scoresOf.js";
import type { Booking, Candidate, Ranking, Selector } from "../../../model/selector.js";
import { chained } from "../../byTurn/nested/chained.js";
import { bookBoth } from "../../decorators/both.js";
import { decoratedAs, demandSelector, notedBy, partOf } from "../../decorators/decorated.js";
import { totalsOf } from "./asReps.js";
import { type Levels, type Split, splitOf } from "./split.js";

type Merits = NonNullable<Selector["merits"]>;

const NO_TURN: Booking = { share: 0, price: 0 };

const rankingOf = ({ order }: Split): Ranking =>
  chained(
    order,
    order.reduce((sum, { ranking }) => sum + ranking.length, 0),
  );

/** What both say, the larger score for whoever stands before. */
const meritsIn = (within: Merits, turns: Selector, split: Split): ReturnType<Merits> => {
  const { asked, members, tierOf } = split;
  const turnOf = asked && turns.merits?.(asked);
  const meritIn = new Map(split.order.map((tier) => [tier, within(tier.question)]));
  const meritOf = (candidate: Candidate) => {
    const tier = tierOf(candidate);
    const merit = tier && meritIn.get(tier)?.(candidate);
    const turn = tier?.as && turnOf?.(tier.as);
    return merit === undefined || turn === undefined ? undefined : { tier, merit, turn };
  };
  const scoreOf = scoresOf(rankingOf(split), (a, b) => {
    const [one, other] = [meritOf(a), meritOf(b)];
    return one?.tier === other?.tier && one?.merit.score === other?.merit.score;
  });
  return (candidate) => {
    const found = meritOf(candidate);
    if (found === undefined) return { score: 0, share: 0, says: "takes no turn" };
    const { merit, turn } = found;
    const says = () => `${members.says(candidate)}; its tier ${turn.says}; within it, ${merit.says}`;
    return new LazyMerit(scoreOf(candidate), turn.share * merit.share, says);
  };
};

/** Goes tier by tier, and within each by another selector, which is asked about its members alone. */
export const tierByTier = (name: string, levels: Levels, within: Selector): Selector => {
  demandSelector(name, within);
  demand(within.needsEverybody !== true, `${name}: ${within.name} keeps its promise among everybody only`);
  const { membership, turns } = levels;
  const { merits } = within;
  const literals = { of: membership.literals, options: levels.literals, turns: partOf(turns) };
  return {
    ...decoratedAs(name, within, literals),
    ...notedBy(membership, within),
    order: (question) => rankingOf(splitOf(levels, within, question)),
    book: (question) => {
      const { taker, ended } = question;
      const { asked, members, tierOf } = splitOf(levels, within, question);
      const tier = tierOf(taker);
      if (tier === undefined) return { share: 0, price: 0 };
      const inside = within.book({ ...tier.question, taker, ended });
      const columns = members.changes?.() ?? [];
      // Whoever weighs nothing has no turn, and so its tier has none.
      const turn =
        asked === undefined || tier.as === undefined || taker.weight === 0
          ? NO_TURN
          : turns.book({ ...asked, taker: tier.as, ended });
      const booking = bookBoth({ ...NO_TURN, columns, totals: totalsOf(turn) }, inside);
      return { ...booking, share: turn.share * inside.share };
    },
    ...(merits === undefined
      ? {}
      : { merits: (question) => meritsIn(merits, turns, splitOf(levels, within, question)) }),
  };
};
