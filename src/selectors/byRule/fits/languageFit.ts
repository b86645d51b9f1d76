import { languageFits, languageTexts } from "../../../internal/languages.js";
import { shortened } from "../../../internal/shortened.js";
import { type FitOptions, type FitQuestion, type FitTerm, nearness, pointsOf } from "./fitTerm.js";

const NONE: readonly string[] = [];

/** The place of the first of the lead's languages that the rep speaks, or -1. */
const placeOf = ({ lead: { languages: asked = NONE }, rep: { languages = NONE } }: FitQuestion): number => {
  const spoken = languageTexts(languages);
  return languageTexts(asked).findIndex((wanted) => spoken.some((tag) => languageFits(tag, wanted)));
};

/**
 * A term of {@link bestMatch}: how high the language that the rep speaks stands on the lead's list.
 *
 * 1 for the lead's first language, and 1/n less for each place behind it on a list of n; 0 for a rep who speaks
 * none of them. Tags fit as for {@link language}. A rep without `languages` may speak any, which nobody knows, and
 * gets one half. A lead without languages gives 0 to everybody.
 *
 * @remarks
 * - **Errors:** a `RangeError` for points that are not above 0 and at most 1,000,000.
 * - **Cost:** O(languages of the lead * languages of the rep) for each candidate.
 *
 * The filter {@link language} keeps those of the best language only, so that nobody else is compared: leave it out,
 * or in another alternative, where this term should weigh.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: bestMatch({ terms: [languageFit()] }) });
 * const roster = { reps: [{ id: "ann", languages: ["en"] }, { id: "bob", languages: ["sv"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, languages: ["sv-SE", "en"] };
 * const explanation = unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })));
 * explanation.candidates.map(({ repId, merit }) => [repId, merit?.score]); // => [["bob", 1], ["ann", 0.5]]
 * ```
 *
 * @since 0.1.0
 */
export const languageFit = (options: FitOptions = {}): FitTerm => ({
  name: "language",
  points: pointsOf("languageFit", options),
  fitOf: (question) => {
    const { length } = question.lead.languages ?? NONE;
    if (length === 0) return 0;
    return question.rep.languages === undefined ? 0.5 : nearness(placeOf(question), length);
  },
  says: (question) => {
    const { lead, rep } = question;
    const asked = lead.languages ?? NONE;
    if (asked.length === 0) return "is asked for no language";
    if (rep.languages === undefined) return "may speak any language";
    const place = placeOf(question);
    return place < 0
      ? "speaks no language of the lead"
      : `speaks ${shortened(asked[place] as string)}, the lead's language number ${place + 1}`;
  },
});
