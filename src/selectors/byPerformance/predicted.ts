import { demand } from "../../internal/demand.js";
import { LazyMerit } from "../../internal/lazyMerit.js";
import { namingThrown } from "../../internal/namingThrown.js";
import { numberUpTo } from "../../internal/numberUpTo.js";
import { quoted } from "../../internal/quoted.js";
import { rankByScore } from "../../internal/rankByScore.js";
import type { Candidate, OrderQuestion, Selector } from "../../model/selector.js";
import { percent } from "../../performance/rating.js";
import { AboutOne } from "../byRule/fits/aboutOne.js";
import type { FitQuestion } from "../byRule/fits/fitTerm.js";

/**
 * Your own model of who wins what.
 *
 * @since 0.1.0
 */
export interface PredictedOptions {
  readonly name: string;
  /** A new one whenever the model answers otherwise: it stands for the model in the strategy's fingerprint. */
  readonly version: string | number;
  /** How likely the rep is to win the lead, from 0 to 1. Must be pure. */
  readonly of: (question: FitQuestion) => number;
}

/**
 * Gives the lead to whoever is most likely to win it by a model of your own.
 *
 * The largest probability comes first; ties go to the smaller id. A rep of weight 0 takes no turn; other weights make
 * no difference. Name and version stand for the model in the strategy's fingerprint, since source text says nothing
 * reliable.
 *
 * @remarks
 * - **Units:** a probability from 0 to 1.
 * - **State:** none. The share is 1 and the price 0; a turn that was lost changes nothing.
 * - **Errors:** a `RangeError` for what is no model with a name and a version; a problem that names the selector, the
 *   model and the rep when the model throws or gives what is no number from 0 to 1.
 * - **Promise:** nobody has the lead while somebody may have it who is likelier to win it, as far as the model goes.
 *   None of fairness: put {@link floorShare} round it. A model learns from the leads that it dealt itself, so now and
 *   then try somebody else: {@link explore}.
 * - **Cost:** one call of the model for each candidate.
 *
 * @example
 * ```ts
 * const model = {
 *   name: "by seniority",
 *   version: 1,
 *   of: ({ lead, rep }: FitQuestion) => ((lead.value ?? 0) > 10_000 && rep.tier !== 1 ? 0.1 : 0.3),
 * };
 * const strategy = compose({ ledger: "desk", filters: [], selector: predicted(model) });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1 }] };
 * const taker = (value: number) =>
 *   holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0, value }, roster, emptyState({ seed: "s" }))).decision);
 * [taker(500), taker(50_000)]; // => ["ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const predicted = (options: PredictedOptions): Selector => {
  const { name, version, of }: Partial<PredictedOptions> = Object(options);
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(
    isNamed && isVersioned && typeof of === "function",
    "predicted: needs a name, a version and a model",
  );
  const { name: model, of: chanceOf } = options;
  const predictedFor = (question: OrderQuestion, candidate: Candidate): number => {
    const given: unknown = namingThrown(
      () => `the model ${quoted(model)}, asked about ${quoted(candidate.id)},`,
      () => chanceOf(new AboutOne(question, candidate)),
    );
    return numberUpTo(1, given, () => `the model ${quoted(model)} gave ${quoted(candidate.id)}`);
  };
  return {
    name: "predicted",
    literals: { name: model, version: options.version },
    order: (question) => {
      const taking = question.candidates.filter(({ weight }) => weight > 0);
      return rankByScore(
        taking,
        taking.map((candidate) => predictedFor(question, candidate)),
      );
    },
    book: ({ taker }) => ({ share: taker.weight > 0 ? 1 : 0, price: 0 }),
    merits: (question) => (candidate) => {
      const chance = predictedFor(question, candidate);
      const says = () => `is predicted to win ${percent(chance)}`;
      return new LazyMerit(chance, candidate.weight > 0 ? 1 : 0, says);
    },
  };
};
