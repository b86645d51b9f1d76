import { creditsPerWeight } from "../../internal/credits.js";
import { rankByScore } from "../../internal/rankByScore.js";
import { scoresOf } from "../../internal/scoresOf.js";
import type { Candidate, OrderQuestion, Ranking, Selector } from "../../model/selector.js";
import { byCredit, type WeightOf } from "./byCredit.js";

const weightOf: WeightOf = ({ weight }) => weight;

/** Those who take a turn, in the two classes of the rule. */
interface Dues {
  readonly released: readonly Candidate[];
  /** Beside them, below 0: 2n-2 times the leads within which each is to have its next one. The largest comes first. */
  readonly deadlines: readonly number[];
  /** Those whose next lead would come too early. */
  readonly others: readonly Candidate[];
  /** Beside them: what each is owed with its part of this lead, in weights. The largest comes first. */
  readonly claims: readonly number[];
}

/**
 * Tijdeman's release and deadline, from the credits.
 *
 * With t leads dealt before, c of them to the candidate and l = w / W its part of each, its lag is t l - c = credit
 * / price. Tijdeman releases it when (t + 1) l - c >= 1 / (2n-2), and its deadline is (1 - 1 / (2n-2) + c) / l,
 * which is t and (1 - 1 / (2n-2) - lag) / l: t is the same for all. Both are taken times 2n-2, and the credits in
 * weights, so that everything is whole: from a fresh account each credit is a whole multiple of what one weight
 * gains. Two quotients of whole numbers whose cross products are below 2 ** 52 differ as numbers when they differ
 * as fractions. A loop, since it is walked for every candidate of every lead.
 */
const duesOf = ({ candidates, ledger }: OrderQuestion): Dues => {
  const taking = candidates.filter(({ weight }) => weight > 0);
  const total = taking.reduce((sum, { weight }) => sum + weight, 0);
  const perWeight = creditsPerWeight(total);
  const spread = 2 * taking.length - 2;
  const released: Candidate[] = [];
  const deadlines: number[] = [];
  const others: Candidate[] = [];
  const claims: number[] = [];
  for (const candidate of taking) {
    const lag = ledger.credit(candidate) / perWeight;
    const claim = lag + candidate.weight;
    if (spread * claim >= total) {
      released.push(candidate);
      deadlines.push((spread * lag - total * (spread - 1)) / candidate.weight);
    } else {
      others.push(candidate);
      claims.push(claim);
    }
  }
  return { released, deadlines, others, claims };
};

const rankingOf = ({ released, deadlines, others, claims }: Dues): Ranking => {
  const first = rankByScore(released, deadlines);
  const then = rankByScore(others, claims);
  return {
    length: released.length + others.length,
    at: (place) => (place < first.length ? first.at(place) : then.at(place - first.length)),
  };
};

const releasedText = (leads: number): string =>
  leads <= 1 ? "is to have this lead" : `is to have one of the next ${leads} leads`;

/**
 * Deals so evenly that nobody is ever a whole lead from its share, for a fixed roster without filters.
 *
 * Quotas as those of an apportionment; for sales quotas there is the filter {@link quotas}. Tijdeman's rule: of the
 * candidates whose next lead would not come too early, the one whose next lead would soonest come too late; ties go
 * to the smaller id. Each counts by its weight, and a rep of weight 0 takes no turn. Should nobody's lead be due,
 * as may happen after the roster or its weights changed, the lead goes to whoever is owed most.
 *
 * @remarks
 * - **Units:** weights and credits as for {@link weighted}.
 * - **State:** the credits of {@link weighted}, so that explanations, returns and adjustments by hand mean the
 *   same. Whoever changes from one to the other keeps the ledger.
 * - **Promise:** with nobody filtered out and fixed weights, nobody is ever more than 1 - 1/(2n-2) leads from its
 *   share, and after as many leads as the divided weights add up to everybody has it exactly. No rule can promise
 *   less for all weights. {@link weighted} is beyond one lead from five reps on: weights of 20, 20, 5, 1 and 1
 *   leave somebody 50/47 leads behind.
 * - **What ends it:** whatever takes a candidate away or books out of the order: filters (so `compose` refuses them
 *   beside this selector), a turn that is refused and dealt on among the rest, rings, groups and segments of a
 *   delivery with filters of their own, a lead by hand, a refund, a change of roster or weights. The accounts add
 *   up to 0 all the same, but no bound is promised from then on; with filters take {@link weighted}, which has one
 *   whatever is left out.
 * - **Errors:** none; total for every input of its type.
 * - **Cost:** O(n) for n candidates. Exact where n times n times the square of the largest divided weight stays
 *   below 2 ** 50; beyond that, deadlines that are equal but for one part in 2 ** 52 may count as equal.
 *
 * @see R. Tijdeman, "The chairman assignment problem", Discrete Mathematics 32 (1980) 323-330,
 * https://doi.org/10.1016/0012-365X(80)90269-1
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: quotaRotation() });
 * const roster = { reps: [{ id: "ann", weight: 5 }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [1, 2, 3, 4, 5, 6, 7].map((n) => {
 *   const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "ann", "bob", "ann", "ann", "cyd", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const quotaRotation = (): Selector => ({
  ...byCredit("quotaRotation", { weightsFor: () => weightOf }),
  needsEverybody: true,
  order: (question) => rankingOf(duesOf(question)),
  merits: (question) => {
    const dues = duesOf(question);
    const { released, deadlines, others, claims } = dues;
    const total = [...released, ...others].reduce((sum, { weight }) => sum + weight, 0);
    const spread = 2 * (released.length + others.length) - 2;
    const deadlineOf = new Map(released.map((candidate, i) => [candidate, deadlines[i] as number]));
    const claimOf = new Map(others.map((candidate, i) => [candidate, claims[i] as number]));
    const scoreOf = scoresOf(
      rankingOf(dues),
      (a, b) => deadlineOf.get(a) === deadlineOf.get(b) && claimOf.get(a) === claimOf.get(b),
    );
    return (candidate) => {
      const deadline = deadlineOf.get(candidate);
      const says =
        deadline === undefined
          ? "has had what it is due up to now"
          : releasedText(Math.ceil(-deadline / spread));
      return { score: scoreOf(candidate), share: candidate.weight / total, says };
    };
  },
});
