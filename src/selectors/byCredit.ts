import { CREDITS_PER_LEAD, creditsPerWeight } from "../internal/credits.js";
import { rankByScore } from "../internal/rankByScore.js";
import type { Candidate, Selector } from "../model/selector.js";

/** By how much a candidate takes part: a whole number; 0 takes no turn. */
type WeightOf = (candidate: Candidate) => number;

const sum = (weightOf: WeightOf, candidates: readonly Candidate[]): number =>
  candidates.reduce((total, candidate) => total + weightOf(candidate), 0);

const hundredths = (credits: number): number => Math.round((credits * 100) / CREDITS_PER_LEAD);

const shown = (hundredthsOfLead: number): string => (hundredthsOfLead / 100).toFixed(2);

/** Rounded first and added then, so that the sum is right for whoever adds it up. */
const saysOf = (before: number, part: number): string => {
  const [old, own] = [hundredths(before) + 0, hundredths(part)];
  const claim = old + own;
  const owed = claim < 0 ? `is ${shown(-claim)} leads ahead` : `is owed ${shown(claim)} leads`;
  return `${owed}: ${shown(own)} of this one, ${shown(old)} from before`;
};

/**
 * The credit rule: split each lead by weight among those who take part, give it to the largest credit, and
 * let the taker pay for the whole. The price is what the shares add up to, so nothing is rounded within a
 * lead and the credits of a ledger never leave zero in sum.
 */
export const byCredit = (name: string, weightOf: WeightOf): Selector => ({
  name,
  order: ({ candidates, ledger }) => {
    const taking = candidates.filter((candidate) => weightOf(candidate) > 0);
    const perWeight = creditsPerWeight(sum(weightOf, taking));
    const claims = taking.map((candidate) => ledger.credit(candidate) + weightOf(candidate) * perWeight);
    return rankByScore(taking, claims);
  },
  book: ({ candidates, taker, ledger }) => {
    const taking = candidates.filter((candidate) => weightOf(candidate) > 0);
    const total = sum(weightOf, taking);
    // Whoever takes part by nothing is entitled to nothing and pays nothing, and so nobody else gains.
    if (weightOf(taker) === 0) return { share: 0, price: 0 };
    const perWeight = creditsPerWeight(total);
    const price = total * perWeight;
    const values = taking.map(
      (candidate) =>
        ledger.credit(candidate) +
        weightOf(candidate) * perWeight -
        (candidate.place === taker.place ? price : 0),
    );
    return { share: weightOf(taker) / total, price, credits: { candidates: taking, values } };
  },
  merits: ({ candidates, ledger }) => {
    const total = sum(weightOf, candidates);
    const perWeight = creditsPerWeight(total);
    return (candidate) => {
      const before = ledger.credit(candidate);
      const part = weightOf(candidate) * perWeight;
      return { score: before + part, share: weightOf(candidate) / total, says: saysOf(before, part) };
    };
  },
});
