import { askedRegion, servedRegions } from "../../../internal/regions.js";
import { type FitOptions, type FitQuestion, type FitTerm, pointsOf } from "./fitTerm.js";

const NONE: readonly string[] = [];

const levelsIn = (path: string): number => path.split("/").length - 1;

/** How many levels of the lead's region the rep's nearest one covers; 0 where none does. */
const coveredLevels = ({ lead, rep }: FitQuestion): number => {
  const asked = askedRegion(lead);
  let most = 0;
  for (const path of servedRegions(rep.regions ?? NONE))
    if (asked.startsWith(path)) most = Math.max(most, levelsIn(path));
  return most;
};

/**
 * A term of {@link bestMatch}: how near the rep's region is to the lead's.
 *
 * The levels of the nearest region of the rep that covers the lead's, as a part of the levels of the lead's: for a
 * lead in `"EMEA/Nordics/SE"` a rep of `"EMEA/Nordics"` gets 2/3, and one of `"EMEA"` 1/3. A rep without `regions`
 * serves everywhere and is near nowhere: 0, as for one whose regions do not cover the lead's. Regions are compared
 * as for {@link region}. A lead without a region gives 0 to everybody.
 *
 * @remarks
 * - **Errors:** a `RangeError` for points that are not above 0 and at most 1,000,000.
 * - **Cost:** O(regions of the rep) for each candidate.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [region()], selector: bestMatch({ terms: [regionFit()] }) });
 * const roster = { reps: [{ id: "ann", regions: ["US"] }, { id: "bob", regions: ["US-CA"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, region: "US-CA" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const regionFit = (options: FitOptions = {}): FitTerm => ({
  name: "region",
  points: pointsOf("regionFit", options),
  fitOf: (question) => {
    const levels = levelsIn(askedRegion(question.lead));
    return levels === 0 ? 0 : coveredLevels(question) / levels;
  },
  says: (question) => {
    const levels = levelsIn(askedRegion(question.lead));
    if (levels === 0) return "is asked for no region";
    if (question.rep.regions === undefined) return "serves everywhere";
    const covered = coveredLevels(question);
    return covered === 0
      ? "does not serve the lead's region"
      : `serves ${covered} of the ${levels} levels of the lead's region`;
  },
});
