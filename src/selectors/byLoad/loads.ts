import { counted } from "../../internal/counted.js";
import { demand } from "../../internal/demand.js";
import type { Candidate, OrderQuestion } from "../../model/selector.js";

/**
 * How load is measured.
 *
 * @since 0.1.0
 */
export interface LoadOptions {
  /**
   * `"absolute"`, the default: by what a rep would hold. `"capacityShare"`: by what part of its capacity that would
   * be.
   */
  readonly mode?: "absolute" | "capacityShare";
  /** `"effort"`, the default: what leads and offers weigh, by {@link Lead.effort}. `"leads"`: how many they are. */
  readonly measure?: "effort" | "leads";
}

/** The loads of the candidates of one lead. */
export interface Loads {
  /** Those who take a turn. */
  readonly taking: readonly Candidate[];
  /**
   * What the candidate would carry with this lead, in parts of its capacity where these count. Finite, and not
   * below 0.
   */
  readonly loadOf: (candidate: Candidate) => number;
  /** The same in words: "would then hold 4 units of 10". */
  readonly says: (candidate: Candidate) => string;
}

/** The options, complete. */
export const loadLiterals = (by: string, options: LoadOptions | undefined): Required<LoadOptions> => {
  const { mode = "absolute", measure = "effort" }: LoadOptions = Object(options);
  const isMode = mode === "absolute" || mode === "capacityShare";
  demand(isMode, `${by}: mode must be "absolute" or "capacityShare"`);
  demand(measure === "effort" || measure === "leads", `${by}: measure must be "effort" or "leads"`);
  return { mode, measure };
};

/** Beside reps with a capacity, one without has at least as much room as any of them. */
const largestCapacity = (candidates: readonly Candidate[]): number =>
  candidates.reduce((most, { rep }) => Math.max(most, rep.capacity ?? 0), 0);

/**
 * Reads loads by these options.
 *
 * Quotients are compared after rounding. Where effort, load and capacity are whole numbers below 2^26 that is
 * exact: two fractions a/b < c/d differ by at least 1/(bd), so by more than a/b * 2^-52, and all numbers that are
 * rounded to the same double lie within 2^-52 of the least of them.
 */
export const loadsOf = (
  { mode, measure }: Required<LoadOptions>,
  { lead, candidates, standing }: OrderQuestion,
): Loads => {
  const own = measure === "leads" ? 1 : (lead.effort ?? 1);
  const heldWith = (candidate: Candidate): number => {
    const { openEffort, openLeads, openOffers } = standing(candidate);
    return (measure === "leads" ? openLeads + openOffers : openEffort) + own;
  };
  const inUnits = (candidate: Candidate): string =>
    `would then hold ${counted(heldWith(candidate), measure === "leads" ? "lead" : "unit")}`;
  const weighs = candidates.filter(({ weight }) => weight > 0);
  if (mode === "absolute") return { taking: weighs, loadOf: heldWith, says: inUnits };
  const most = largestCapacity(candidates);
  const taking = weighs.filter(({ rep }) => rep.capacity !== 0);
  if (most === 0) return { taking, loadOf: heldWith, says: inUnits };
  const capacityOf = ({ rep }: Candidate): number => rep.capacity ?? most;
  return {
    taking,
    // A capacity may be so small that the quotient is beyond all numbers.
    loadOf: (candidate) => Math.min(heldWith(candidate) / capacityOf(candidate), Number.MAX_VALUE),
    says: (candidate) => `${inUnits(candidate)} of ${capacityOf(candidate)}`,
  };
};
