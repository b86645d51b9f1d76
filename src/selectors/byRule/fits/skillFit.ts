import { listed } from "../../../internal/listed.js";
import { levelOf, type Need, needsOf } from "../../../internal/needs.js";
import { remember } from "../../../internal/remember.js";
import { shortened } from "../../../internal/shortened.js";
import type { Lead } from "../../../model/lead.js";
import { type FitOptions, type FitTerm, pointsOf, surplus } from "./fitTerm.js";

const askedBy = remember((lead: Lead): readonly Need[] => needsOf(lead).filter(([, least]) => least > 0));

/**
 * A term of {@link bestMatch}: how far the rep's skills are above what the lead needs.
 *
 * Each need gives level / (level + least): one half where the rep has just the level asked for, 2/3 where it has
 * twice that, and never quite 1. The fit is the mean over all needs. A skill that a rep does not list counts as
 * level 0 and gives 0; a need of level 0 asks for nothing. A lead without needs gives 0 to everybody.
 *
 * @remarks
 * - **Errors:** a `RangeError` for points that are not above 0 and at most 1,000,000.
 * - **Cost:** O(needs of the lead) for each candidate.
 *
 * It leaves nobody out: that is for {@link expertise}.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [expertise()], selector: bestMatch({ terms: [skillFit()] }) });
 * const roster = { reps: [{ id: "ann", skills: { crm: 2 } }, { id: "bob", skills: { crm: 4 } }] };
 * const lead = { id: "l1", receivedAtMs: 0, needs: { crm: 2 } };
 * const explanation = unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })));
 * explanation.candidates.map(({ repId, merit }) => `${repId}: ${merit?.parts?.[0]?.says}`);
 * // => ["bob: has crm 4 where 2 is asked", "ann: has crm 2 where 2 is asked"]
 * ```
 *
 * @since 0.1.0
 */
export const skillFit = (options: FitOptions = {}): FitTerm => ({
  name: "skills",
  points: pointsOf("skillFit", options),
  fitOf: ({ lead, rep }) => {
    const asked = askedBy(lead);
    let sum = 0;
    for (const [skill, least] of asked) sum += surplus(levelOf(rep.skills, skill), least);
    return asked.length === 0 ? 0 : sum / asked.length;
  },
  says: ({ lead, rep }) => {
    const asked = askedBy(lead);
    if (asked.length === 0) return "is asked for no skill";
    return `has ${listed(asked, ([skill, least]) => `${shortened(skill)} ${levelOf(rep.skills, skill)} where ${least} is asked`)}`;
  },
});
