import type { Json } from "../../../model/json.js";
import type { Booking, Candidate, OrderQuestion, Selector } from "../../../model/selector.js";

/** Who is of which tier at one moment. */
export interface Members {
  /** The smaller the better. */
  readonly tierOf: (rep: Candidate) => number;
  /** Why, a sentence without a subject. */
  readonly says: (rep: Candidate) => string;
  /** What is to be remembered of it from now on. */
  readonly changes?: () => NonNullable<Booking["columns"]>;
}

/** Says who is of which tier. */
export interface Membership extends Pick<Selector, "note"> {
  readonly literals: Json;
  readonly membersFor: (question: OrderQuestion) => Members;
}

const tierText = (tier: number): string =>
  tier === Number.POSITIVE_INFINITY ? "is of no tier" : `is of tier ${tier}`;

/** By a number that each rep has, such as its own `tier`; whoever has none comes last. */
export const byNumber = (literals: Json, numberOf: (rep: Candidate) => number | undefined): Membership => {
  const tierOf = (rep: Candidate): number => numberOf(rep) ?? Number.POSITIVE_INFINITY;
  const members: Members = { tierOf, says: (rep) => tierText(tierOf(rep)) };
  return { literals, membersFor: () => members };
};

/** The number of one of so many tiers: the nearest, and the next lower tier for whatever lies between two. */
export const withinTiers = (tiers: number, number = tiers): number =>
  Math.min(tiers, Math.max(1, Math.ceil(number)));
