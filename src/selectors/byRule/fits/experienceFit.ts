import { type FitOptions, type FitTerm, pointsOf, surplus } from "./fitTerm.js";

/**
 * A term of {@link bestMatch}: how far the rep's experience is above the lead's complexity.
 *
 * The fit is experience / (experience + complexity): one half where they are equal, 2/3 where there is twice as
 * much, and never quite 1. A rep without `experience` has 0 and gets 0. A lead without a complexity, or of
 * complexity 0, asks for nothing and gives 0 to everybody.
 *
 * @remarks
 * - **Errors:** a `RangeError` for points that are not above 0 and at most 1,000,000.
 * - **Cost:** O(1) for each candidate.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: bestMatch({ terms: [experienceFit()] }) });
 * const roster = { reps: [{ id: "ann", experience: 3 }, { id: "bob", experience: 9 }] };
 * const lead = { id: "l1", receivedAtMs: 0, complexity: 3 };
 * const explanation = unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })));
 * explanation.candidates.map(({ repId, merit }) => [repId, merit?.score]); // => [["bob", 0.75], ["ann", 0.5]]
 * ```
 *
 * @since 0.1.0
 */
export const experienceFit = (options: FitOptions = {}): FitTerm => ({
  name: "experience",
  points: pointsOf("experienceFit", options),
  fitOf: ({ lead: { complexity = 0 }, rep: { experience = 0 } }) =>
    complexity > 0 ? surplus(experience, complexity) : 0,
  says: ({ lead: { complexity = 0 }, rep: { experience = 0 } }) =>
    complexity > 0
      ? `has experience ${experience} where ${complexity} is asked`
      : "is asked for no experience",
});
