import { demand } from "../../../internal/demand.js";
import type { Candidate, OrderQuestion } from "../../../model/selector.js";
import { oncePerMoment } from "../../../performance/oncePerMoment.js";
import { type Rating, type RatingOptions, raterOf } from "../../../performance/rating.js";
import { seenBy } from "../../../performance/seen.js";
import { cutsOf, tierBy } from "./cuts.js";
import { type Members, type Membership, withinTiers } from "./membership.js";

/**
 * Tiers by what came of leads, for {@link tiers}.
 *
 * @since 0.1.0
 */
export interface TiersByRating extends Pick<RatingOptions, "evidence" | "by"> {
  /** How many reps each tier has against the others, the best tier first, in whole numbers: `[20, 30, 50]`. */
  readonly parts: readonly number[];
  /**
   * How far a rep's rating must lie beyond a cut before it changes tiers, above 0, in what the rating is told in.
   * Absent: 0.05, which is for rates.
   */
  readonly margin?: number;
  /** How many leads must have had their end before a rep is rated, 1 or more. Absent: 20. */
  readonly leastLeads?: number;
  /** The tier of those who have fewer, 1 the best. Absent: the middle one, the lower of two. */
  readonly newcomerTier?: number;
}

/** The column that remembers it; 0 for whoever was never rated. */
const TIER = "tier";

const isAmong = (value: unknown, least: number, most: number): boolean =>
  (value as number) >= least && (value as number) <= most;

/** The middle one of so many tiers, the lower of two. */
export const middleOf = (tiers: number): number => Math.floor(tiers / 2) + 1;

/** Ratings cut into tiers. Who was once rated keeps its tier, as long as too little is known to say otherwise. */
export const byRating = (options: TiersByRating): Membership => {
  const parts = [...options.parts];
  const { margin = 0.05, leastLeads = 20, newcomerTier = middleOf(parts.length) } = options;
  const last = parts.length;
  demand(margin > 0 && Number.isFinite(margin), "tiers: the margin must be a number above 0");
  demand(leastLeads >= 1 && Number.isFinite(leastLeads), "tiers: leastLeads must be a number, 1 or more");
  demand(
    Number.isSafeInteger(newcomerTier) && isAmong(newcomerTier, 1, last),
    "tiers: newcomerTier must be the number of a tier",
  );
  const { evidence: from, by } = options;
  // Not by segment: whoever is of one tier is of it for every lead.
  const rater = raterOf("tiers", {
    ...(from !== undefined && { evidence: from }),
    ...(by !== undefined && { by }),
  });
  const { evidence } = rater;
  const seenFor = oncePerMoment((question) => seenBy({ evidence, question }));

  const membersOf = (question: OrderQuestion): Members => {
    const { reps, ledger } = question;
    const seen = seenFor(question);
    const leadsOf = ({ place }: Candidate): number => seen[place]?.leads ?? 0;
    const ratingOf = rater.ratingsFor(question);
    const ratings: (Rating | undefined)[] = [];
    const compared: number[] = [];
    let active = 0;
    for (const candidate of reps) {
      const known = leadsOf(candidate) >= leastLeads ? ratingOf(candidate) : undefined;
      ratings.push(known);
      if (candidate.weight === 0 || candidate.rep.active === false) continue;
      active += 1;
      if (known !== undefined) compared.push(known.score);
    }
    // Whoever is rated first is not the best for it, nor does it have all leads of those of whom nothing is known yet.
    const cuts = compared.length * 2 > active ? cutsOf(compared, parts) : undefined;
    const before = reps.map((rep) => {
      const was = ledger.number(TIER, rep);
      return was > 0 ? withinTiers(last, was) : 0;
    });
    const now = before.map((was, place) => {
      const known = ratings[place];
      if (known === undefined || cuts === undefined) return was;
      return tierBy(known.score, cuts, was === 0 ? undefined : was, margin);
    });
    const tierAt = (place: number): number => now[place] || newcomerTier;
    return {
      tierOf: ({ place }) => tierAt(place),
      says: (rep) => {
        const reason =
          ratings[rep.place]?.says() ??
          `had ${leadsOf(rep).toFixed(0)} of ${leastLeads} leads to be rated by`;
        return `is of tier ${tierAt(rep.place)} (${reason})`;
      },
      changes: () => {
        const candidates = reps.filter(({ place }) => now[place] !== before[place]);
        const values = candidates.map(({ place }) => now[place] as number);
        return candidates.length === 0 ? [] : [{ name: TIER, candidates, values }];
      },
    };
  };
  return {
    literals: { parts, margin, leastLeads, newcomerTier, rating: rater.literals },
    membersFor: membersOf,
    ...(evidence.note === undefined ? {} : { note: evidence.note }),
  };
};
