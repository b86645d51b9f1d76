import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { Json } from "../../../model/json.js";
import type {
  Candidate,
  Candidates,
  OrderQuestion,
  Owed,
  Ranking,
  Selector,
} from "../../../model/selector.js";
import { aboutTiers, asRep } from "./asReps.js";
import type { Members, Membership } from "./membership.js";

/** What makes a selector that goes tier by tier. */
export interface Levels {
  readonly membership: Membership;
  /** Says which tier comes first, asked about tiers as if they were reps. */
  readonly turns: Selector;
  /** What a tier counts where they take turns. */
  readonly weightOf: (tier: number) => number;
  /** The options that shaped all this, beside who is of which tier. */
  readonly literals: Json;
}

/** One tier as a lead finds it. */
interface Tier {
  /** Among those that take turns. Absent: nobody of it takes one. */
  readonly as?: Candidate;
  /** What the selector within is asked. */
  readonly question: OrderQuestion;
  readonly ranking: Ranking;
}

/** A lead's candidates by tier. */
export interface Split {
  readonly members: Members;
  /** Every tier with a candidate. */
  readonly tierOf: (candidate: Candidate) => Tier | undefined;
  /** Those in which somebody takes a turn, best first. */
  readonly order: readonly Tier[];
  /** What was asked about those; nothing where nobody takes a turn. */
  readonly asked: OrderQuestion | undefined;
}

const byTier = <A>(
  items: readonly A[],
  { tierOf }: Members,
  candidateOf: (item: A) => Candidate,
): ReadonlyMap<number, readonly A[]> => {
  const tiers = new Map<number, A[]>();
  for (const item of items) {
    const tier = tierOf(candidateOf(item));
    const known = tiers.get(tier);
    if (known === undefined) tiers.set(tier, [item]);
    else known.push(item);
  }
  return tiers;
};

/**
 * Parts a lead's candidates into tiers, asks the selector within about each, and then whose turn it is of those
 * in which anybody takes one.
 */
export const splitOf = (
  { membership, turns, weightOf }: Levels,
  within: Selector,
  question: OrderQuestion,
): Split => {
  const members = membership.membersFor(question);
  const owedIn: ReadonlyMap<number, readonly Owed[]> = byTier(question.owed, members, ({ rep }) => rep);
  const groups = [...byTier(question.candidates, members, (candidate) => candidate)];
  const tiers = new Map<number, Tier>();
  const taking: Tier[] = [];
  for (const [tier, candidates] of groups.sort(([a], [b]) => a - b)) {
    const inside = {
      ...question,
      candidates: candidates as unknown as Candidates,
      owed: owedIn.get(tier) ?? [],
    };
    const asked = { question: inside, ranking: within.order(inside) };
    const takes = asked.ranking.length > 0;
    const found = takes ? { ...asked, as: asRep(tier, weightOf(tier), taking.length) } : asked;
    if (takes) taking.push(found);
    tiers.set(tier, found);
  }
  const reps = taking.flatMap(({ as }) => as ?? []);
  const asked = isNonEmpty(reps) ? aboutTiers(question, reps) : undefined;
  const ranking = asked === undefined ? [] : turns.order(asked);
  const order = Array.from({ length: ranking.length }, (_, i) => taking[ranking.at(i)?.place ?? -1] as Tier);
  return { members, tierOf: (candidate) => tiers.get(members.tierOf(candidate)), order, asked };
};
