import { demand } from "../../internal/demand.js";
import { numberUpTo } from "../../internal/numberUpTo.js";
import { PartedMerit } from "../../internal/partedMerit.js";
import { quoted } from "../../internal/quoted.js";
import { rankByScore } from "../../internal/rankByScore.js";
import { shortened } from "../../internal/shortened.js";
import type { Candidate, Merit, OrderQuestion, Selector } from "../../model/selector.js";
import { AboutOne } from "./fits/aboutOne.js";
import type { FitQuestion, FitTerm } from "./fits/fitTerm.js";

/**
 * Options of {@link bestMatch}.
 *
 * @since 0.1.0
 */
export interface BestMatchOptions {
  /** What makes a rep fit, each with its points: at least one, no two of one name. */
  readonly terms: readonly FitTerm[];
}

const scored = ({ name, points, fitOf }: FitTerm, question: FitQuestion): number => {
  const given: unknown = fitOf(question);
  return points * numberUpTo(1, given, () => `the term ${quoted(shortened(name))} gave`);
};

/** Summed in written order, so that the same terms give the same bits. */
const scoreOf = (terms: readonly FitTerm[], question: FitQuestion): number => {
  let sum = 0;
  for (const term of terms) sum += scored(term, question);
  return sum;
};

const rounded = (points: number): number => Math.round(points * 100) / 100;

const isTerm = (term: FitTerm | undefined): boolean =>
  typeof term?.name === "string" &&
  typeof term.fitOf === "function" &&
  typeof term.says === "function" &&
  term.points > 0 &&
  term.points < Number.POSITIVE_INFINITY;

/**
 * Gives the lead to the rep that fits it best, by points.
 *
 * Each term says how well a rep fits the lead, from 0 to 1, and that times its points is added up. The largest sum
 * comes first; ties go to the smaller id, or by {@link thenBy} to whoever another selector puts first, such as
 * {@link rotation}. A rep of weight 0 takes no turn; other weights make no difference.
 *
 * Terms of ours: {@link skillFit}, {@link languageFit}, {@link regionFit}, {@link experienceFit},
 * {@link relationFit}; and {@link ownFit} for yours. What a lead does not ask for adds 0 to everybody.
 *
 * @remarks
 * - **Units:** points, as you give them: a full fit on a term of 2 points outweighs one on a term of 1.
 * - **State:** none. The share is 1 and the price 0; a turn that was lost changes nothing.
 * - **Promise:** nobody has the lead while somebody of more points may have it. None of fairness, on purpose: the
 *   best fit gets all that it may have. Bound it by {@link capacity} or {@link limits}, or let {@link amongTop} or
 *   {@link thenBy} deal among the best in turn.
 * - **Explained:** each term's points are the `parts` of a candidate's merit, with words for each.
 * - **Errors:** a `RangeError` for what is no list of terms of different names; a problem that names the selector
 *   and the term when a fit of yours ({@link ownFit}) throws, or any is no number from 0 to 1.
 * - **Cost:** O(n * terms) for n candidates. Sums are in the order in which the terms are written, so they are the
 *   same on every engine.
 *
 * @example
 * ```ts
 * const selector = bestMatch({ terms: [skillFit({ points: 3 }), languageFit()] });
 * const strategy = compose({ ledger: "desk", filters: [], selector });
 * const roster = { reps: [{ id: "ann", skills: { crm: 1 }, languages: ["sv"] }, { id: "bob", skills: { crm: 3 }, languages: ["en"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, needs: { crm: 1 }, languages: ["sv", "en"] };
 * explanationText(unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })))).split("\n");
 * // => ["Lead l1 goes to bob.",
 * //     "1. bob scores 2.75 of 4 points (skills 2.25: has crm 3 where 1 is asked; language 0.5: speaks en, the lead's language number 2).",
 * //     "2. ann scores 2.5 of 4 points (skills 1.5: has crm 1 where 1 is asked; language 1: speaks sv, the lead's language number 1)."]
 * ```
 *
 * @since 0.1.0
 */
export const bestMatch = (options: BestMatchOptions): Selector => {
  const { terms }: Partial<BestMatchOptions> = Object(options);
  const isList = Array.isArray(terms) && terms.length > 0 && terms.every(isTerm);
  const names = new Set(isList ? terms.map(({ name }) => name) : []);
  demand(isList && names.size === terms.length, "bestMatch: needs terms, no two of one name");
  const all = [...(terms as readonly FitTerm[])];
  const most = all.reduce((sum, { points }) => sum + points, 0);
  demand(most < Number.POSITIVE_INFINITY, "bestMatch: has more points than can be added up");

  const meritOf = (question: OrderQuestion, candidate: Candidate): Merit => {
    const about = new AboutOne(question, candidate);
    const score = scoreOf(all, about);
    return new PartedMerit(
      score,
      candidate.weight > 0 ? 1 : 0,
      () => `scores ${rounded(score)} of ${rounded(most)} points`,
      () => all.map((term) => ({ name: term.name, score: scored(term, about), says: term.says(about) })),
    );
  };
  return {
    name: "bestMatch",
    literals: {
      terms: all.map(({ name, points, literals = null }) => ({ name, points, literals })),
    },
    order: (question) => {
      const taking = question.candidates.filter(({ weight }) => weight > 0);
      return rankByScore(
        taking,
        taking.map((candidate) => scoreOf(all, new AboutOne(question, candidate))),
      );
    },
    book: ({ taker }) => ({ share: taker.weight > 0 ? 1 : 0, price: 0 }),
    merits: (question) => (candidate) => meritOf(question, candidate),
  };
};
