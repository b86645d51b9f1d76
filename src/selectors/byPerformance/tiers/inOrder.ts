import type { Candidate, OrderQuestion, Selector } from "../../../model/selector.js";

/**
 * Tiers in their order from the one that a lead starts at: that one and those below it, then those above it, the
 * nearest first; those of no tier last.
 */
export const inOrder = (startOf: (question: OrderQuestion) => number): Selector => {
  const ordered = (question: OrderQuestion): readonly Candidate[] => {
    const start = startOf(question);
    const numbers = question.candidates.map((tier) => ({ tier, number: Number(tier.id) }));
    const isNone = (number: number): boolean => number === Number.POSITIVE_INFINITY;
    const below = numbers.filter(({ number }) => number >= start && !isNone(number));
    const above = numbers.filter(({ number }) => number < start && !isNone(number)).reverse();
    const none = numbers.filter(({ number }) => isNone(number));
    return [...below, ...above, ...none].map(({ tier }) => tier);
  };
  return {
    name: "inOrder",
    order: ordered,
    book: () => ({ share: 1, price: 0 }),
    merits: (question) => {
      const order = ordered(question);
      const start = startOf(question);
      const forWhat = start > 0 ? ` for a lead that starts at tier ${start}` : "";
      const placeOf = new Map(order.map((tier, place) => [tier, place]));
      return (tier) => {
        const place = placeOf.get(tier) ?? order.length;
        return { score: -place, share: 1, says: `is number ${place + 1} in line${forWhat}` };
      };
    },
  };
};
