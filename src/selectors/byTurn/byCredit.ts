import { creditsPerWeight } from "../../internal/credits.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Json } from "../../model/json.js";
import type { Lead } from "../../model/lead.js";
import type {
  Booking,
  BookQuestion,
  Candidate,
  OrderQuestion,
  Owed,
  Selector,
} from "../../model/selector.js";
import { IN_LEADS, saysOf, type Unit } from "./claimText.js";
import { missedBy, missedOf, type OwedApart } from "./missed.js";

/** By how much a candidate takes part: a whole number; 0 takes no turn. */
export type WeightOf = (candidate: Candidate) => number;

/** What the credit rule splits, and how. */
export interface CreditRule {
  readonly weightsFor: (question: OrderQuestion) => WeightOf;
  /** What the lead may cost, in credits, a whole lead's at most. Absent: that of a whole lead. */
  readonly worthOf?: (lead: Lead) => number;
  /** What accounts are told in. Absent: leads. */
  readonly unit?: Unit;
}

const sum = (weightOf: WeightOf, candidates: readonly Candidate[]): number =>
  candidates.reduce((total, candidate) => total + weightOf(candidate), 0);

/** Those who take part, and what they weigh together. A loop, as all that is walked for every candidate of every lead. */
const takingIn = (
  weightOf: WeightOf,
  candidates: readonly Candidate[],
): { readonly taking: readonly Candidate[]; readonly total: number } => {
  const taking: Candidate[] = [];
  let total = 0;
  for (const candidate of candidates) {
    const weight = weightOf(candidate);
    if (weight > 0) taking.push(candidate);
    total += weight;
  }
  return { taking, total };
};

/** Those whom filters leave out who keep their part on the account all the same. */
const heldBackIn = ({ owed }: Pick<OrderQuestion, "owed">, weightOf: WeightOf): readonly Candidate[] =>
  owed.filter(({ rep, mostLeads }) => mostLeads === undefined && weightOf(rep) > 0).map(({ rep }) => rep);

const isOwedApart = (owed: Owed): owed is OwedApart => owed.mostLeads !== undefined;

/** What each of those who take part is owed, its part of this lead among it. */
const claimsOf = (
  { ledger, nowMs }: OrderQuestion,
  taking: readonly Candidate[],
  gainOf: (candidate: Candidate) => number,
): readonly number[] => {
  const missed = missedOf(ledger, nowMs);
  const claims: number[] = [];
  for (const candidate of taking) {
    const claim = ledger.credit(candidate) + gainOf(candidate);
    claims.push(missed === undefined ? claim : claim + missed(candidate));
  }
  return claims;
};

/** Whether the taker is first of all who are owed anything missed, and not first without that. */
const isCatchUp = (
  question: BookQuestion,
  taking: readonly Candidate[],
  gainOf: (candidate: Candidate) => number,
): boolean => {
  const { ledger, taker, nowMs } = question;
  if (missedOf(ledger, nowMs) === undefined) return false;
  const creditOf = (candidate: Candidate): number => ledger.credit(candidate) + gainOf(candidate);
  if (taking.every((candidate) => creditOf(candidate) <= creditOf(taker))) return false;
  const claims = claimsOf(question, taking, gainOf);
  const claim = claims[taking.indexOf(taker)] as number;
  return claims.every((each) => each <= claim);
};

/**
 * What the turn does to what was missed, and whether it is booked there; nothing where no filter of the ledger
 * owes.
 */
const missedIn = (
  question: BookQuestion,
  weightOf: WeightOf,
  taking: readonly Candidate[],
  perWeight: number,
  price: number,
  worth: number | undefined,
): { readonly isCatchUp: boolean; readonly booking: Pick<Booking, "columns" | "totals"> } | undefined => {
  const { ledger, nowMs } = question;
  const owed = question.owed.filter(isOwedApart);
  if (owed.length === 0 && missedOf(ledger, nowMs) === undefined) return undefined;
  const gainOf = (candidate: Candidate): number => weightOf(candidate) * perWeight;
  const turn = { taking, gains: taking.map(gainOf), price, isCatchUp: isCatchUp(question, taking, gainOf) };
  const everybody = sum(weightOf, [...taking, ...owed.map(({ rep }) => rep)]);
  const owedPerWeight = creditsPerWeight(everybody, worth);
  return {
    isCatchUp: turn.isCatchUp,
    booking: missedBy(question, turn, owed, (rep) => weightOf(rep) * owedPerWeight),
  };
};

/**
 * The credit rule: split each lead by weight among those who take part, give it to the largest credit, and
 * let the taker pay for the whole. The price is what the shares add up to, so nothing is rounded within a
 * lead and the credits of a ledger never leave zero in sum.
 *
 * What filters owe is kept apart from the credits and added to them in the order. A turn that goes to whoever is
 * first by credits alone is booked on the credits, and any other there where the missed leads are: so the credits
 * keep their bound, whatever is owed.
 */
export const byCredit = (
  name: string,
  { weightsFor, worthOf, unit = IN_LEADS }: CreditRule,
  literals?: Json,
): Selector => ({
  name,
  ...(literals === undefined ? {} : { literals }),
  order: (question) => {
    const weightOf = weightsFor(question);
    const { taking, total } = takingIn(weightOf, question.candidates);
    const all = total + sum(weightOf, heldBackIn(question, weightOf));
    const perWeight = creditsPerWeight(all, worthOf?.(question.lead));
    return rankByScore(
      taking,
      claimsOf(question, taking, (candidate) => weightOf(candidate) * perWeight),
    );
  },
  book: (question) => {
    const { lead, candidates, taker, ledger } = question;
    const weightOf = weightsFor(question);
    const heldBack = heldBackIn(question, weightOf);
    const inPlay = takingIn(weightOf, candidates);
    const taking =
      heldBack.length === 0
        ? inPlay.taking
        : [...inPlay.taking, ...heldBack].sort((a, b) => a.place - b.place);
    const total = inPlay.total + sum(weightOf, heldBack);
    // Whoever takes part by nothing is entitled to nothing and pays nothing, and so nobody else gains.
    if (weightOf(taker) === 0) return { share: 0, price: 0 };
    const worth = worthOf?.(lead);
    const perWeight = creditsPerWeight(total, worth);
    const price = total * perWeight;
    const share = weightOf(taker) / total;
    const missed = missedIn(question, weightOf, taking, perWeight, price, worth);
    if (missed?.isCatchUp === true) return { share, price, ...missed.booking };
    const values: number[] = [];
    for (const candidate of taking) {
      const paid = candidate.place === taker.place ? price : 0;
      values.push(ledger.credit(candidate) + weightOf(candidate) * perWeight - paid);
    }
    return { share, price, credits: { candidates: taking, values }, ...missed?.booking };
  },
  merits: (question) => {
    const { lead, candidates, ledger, nowMs } = question;
    const weightOf = weightsFor(question);
    const total = sum(weightOf, candidates) + sum(weightOf, heldBackIn(question, weightOf));
    const perWeight = creditsPerWeight(total, worthOf?.(lead));
    const missed = missedOf(ledger, nowMs);
    return (candidate) => {
      const before = ledger.credit(candidate);
      const part = weightOf(candidate) * perWeight;
      const late = missed === undefined ? 0 : missed(candidate);
      const share = weightOf(candidate) / total;
      return new LazyMerit(before + part + late, share, () => saysOf(unit, before, part, late));
    };
  },
});
