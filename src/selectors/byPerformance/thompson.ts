import { demand } from "../../internal/demand.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { type Ranked, rankByScore } from "../../internal/rankByScore.js";
import type { Evidence } from "../../model/performance.js";
import type { Candidate, OrderQuestion, Selector } from "../../model/selector.js";
import { estimatesOf } from "../../performance/estimates.js";
import { fromRoster } from "../../performance/fromRoster.js";
import { drawBeta } from "../../random/beta.js";
import { type DrawOptions, drawsOf } from "../byChance/draws.js";
import { notedBy } from "../decorators/decorated.js";

/**
 * Options of {@link thompson}.
 *
 * @since 0.1.0
 */
export interface ThompsonOptions extends DrawOptions {
  /** Where it is known from what came of leads. Absent: {@link fromRoster}. */
  readonly evidence?: Evidence;
  /** How often the draws are made again to see how often each rep comes first. Absent: 100. */
  readonly propensityDraws?: number;
}

/**
 * Draws for each rep how likely it may win the lead, by all that was seen, and the largest draw comes first.
 *
 * @since 0.1.0
 */
export const thompson = (options: ThompsonOptions = {}): Selector => {
  const { evidence = fromRoster(), propensityDraws = 100 }: ThompsonOptions = Object(options);
  demand(typeof evidence?.of === "function", "thompson: evidence must be evidence (was it called?)");
  demand(
    Number.isInteger(propensityDraws) && propensityDraws >= 1 && propensityDraws <= 1_000_000,
    "thompson: propensityDraws must be a whole number from 1 to 1,000,000",
  );
  const draws = drawsOf("thompson", options);
  const drawnFor = (question: OrderQuestion) => {
    const estimateOf = estimatesOf(question, evidence);
    const taking = question.candidates.filter(({ weight }) => weight > 0);
    const shapes = taking.map((rep) => {
      const { rate, weight } = estimateOf(rep);
      return { successes: rate * weight, failures: (1 - rate) * weight };
    });
    const stream = draws.forOrder(question, taking.length);
    const draw = (): readonly number[] =>
      shapes.map(({ successes, failures }) => drawBeta(successes, failures, stream));
    return { taking, scores: draw(), draw };
  };
  const ranked = (taking: readonly Candidate[], scores: readonly number[]): Ranked<Candidate> =>
    rankByScore(taking, scores);
  const sharesFor = (question: OrderQuestion) => {
    const { taking, scores, draw } = drawnFor(question);
    const firsts = new Map<Candidate | undefined, number>();
    const count = (drawn: readonly number[]): void => {
      const first = ranked(taking, drawn).at(0);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    };
    count(scores);
    for (let i = 0; i < propensityDraws; i += 1) count(draw());
    const scoreOf = new Map(taking.map((rep, i) => [rep, scores[i] as number]));
    return {
      shareOf: (rep: Candidate): number => (firsts.get(rep) ?? 0) / (propensityDraws + 1),
      scoreOf: (rep: Candidate): number => scoreOf.get(rep) ?? 0,
    };
  };
  return {
    name: "thompson",
    literals: {
      ...draws.literals,
      evidence: { name: evidence.name, literals: evidence.literals ?? null },
      propensityDraws,
    },
    order: (question) => {
      const { taking, scores } = drawnFor(question);
      return ranked(taking, scores);
    },
    book: (question) => ({
      share: sharesFor(question).shareOf(question.taker),
      price: 0,
      ...draws.afterTurn(question.ledger),
    }),
    merits: (question) => {
      const { shareOf, scoreOf } = sharesFor(question);
      return (rep) =>
        new LazyMerit(scoreOf(rep), shareOf(rep), () => `drew ${(scoreOf(rep) * 100).toFixed(1)} %`);
    },
    ...notedBy(evidence),
  };
};
