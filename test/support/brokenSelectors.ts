import type { Candidate, OrderQuestion, Selector } from "../../src/index.js";

const byNumber = (
  number: (candidate: Candidate) => number,
  candidates: readonly Candidate[],
): readonly Candidate[] => [...candidates].sort((a, b) => number(b) - number(a) || a.place - b.place);

const takingTurns = ({ candidates }: Pick<OrderQuestion, "candidates">): readonly Candidate[] =>
  candidates.filter(({ weight }) => weight > 0);

/** What many a home-made router does: a cursor into the list that the filters left. */
export const indexCursor: Selector = {
  name: "indexCursor",
  order: ({ candidates, ledger }) => {
    const taking = takingTurns({ candidates });
    const cut = taking.length === 0 ? 0 : ledger.total("cursor") % taking.length;
    return [...taking.slice(cut), ...taking.slice(0, cut)];
  },
  book: ({ ledger }) => ({
    share: 1,
    price: 0,
    totals: [{ name: "cursor", value: ledger.total("cursor") + 1 }],
  }),
};

/** Fewest leads so far, by weight. */
export const leastCount: Selector = {
  name: "leastCount",
  order: ({ candidates, ledger }) =>
    byNumber(
      (candidate) => -ledger.number("leads", candidate) / candidate.weight,
      takingTurns({ candidates }),
    ),
  book: ({ taker, ledger }) => ({
    share: 1,
    price: 0,
    columns: [{ name: "leads", candidates: [taker], values: [ledger.number("leads", taker) + 1] }],
  }),
};

/** Smooth weights as they are, not priced: a lead of few candidates weighs less than a lead of many. */
export const rawSmoothWeights: Selector = {
  name: "rawSmoothWeights",
  order: ({ candidates, ledger }) =>
    byNumber(
      (candidate) => ledger.number("current", candidate) + candidate.weight,
      takingTurns({ candidates }),
    ),
  book: ({ candidates, taker, ledger }) => {
    const taking = takingTurns({ candidates });
    const total = taking.reduce((sum, { weight }) => sum + weight, 0);
    const values = taking.map(
      (candidate) =>
        ledger.number("current", candidate) +
        candidate.weight -
        (candidate.place === taker.place ? total : 0),
    );
    return {
      share: taker.weight / total,
      price: 0,
      columns: [{ name: "current", candidates: taking, values }],
    };
  },
};
