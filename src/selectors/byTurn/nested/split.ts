import { compareCodeUnits } from "../../../internal/codeUnits.js";
import { creditsPerWeight } from "../../../internal/credits.js";
import { greatestCommonDivisor } from "../../../internal/greatestCommonDivisor.js";
import { type Ranked, rankByScore } from "../../../internal/rankByScore.js";
import type {
  Candidate,
  Candidates,
  LedgerView,
  OrderQuestion,
  Owed,
  Ranking,
  Selector,
} from "../../../model/selector.js";
import { chained, inARow } from "./chained.js";
import type { Nesting } from "./options.js";

/** A group that was asked for its order. */
interface Asked {
  /** Absent: that of the reps in no group. */
  readonly name: string | undefined;
  /** The total that keeps the group's account. */
  readonly account: string;
  /** What the selector within is asked. */
  readonly question: OrderQuestion;
  readonly ranking: Ranking;
}

/** One group as a lead finds it. */
export interface Group extends Asked {
  /** Whole; 0 where the group takes no turn. */
  readonly weight: number;
  /** What the group is owed, in credits: from before, and of this lead. */
  readonly before: number;
  readonly part: number;
}

/** A lead split among groups. */
export interface Split {
  /** All groups with a candidate. */
  readonly groups: readonly Group[];
  /** Those that take turns, in the order of their accounts. */
  readonly order: Ranked<Group>;
  readonly totalWeight: number;
  /** What the lead costs the group that takes it. */
  readonly price: number;
  /** The group by whose turn a candidate would have the lead: of its groups in whose order it stands, the one that is owed most. */
  readonly groupOf: (candidate: Candidate) => Group | undefined;
}

const DEFAULT_WEIGHT = 1000;

/**
 * One array of JSON behind a word: no two names are the same, whatever they are, and what follows belongs to the
 * group's own selector.
 */
const accountOf = (by: string, name: string | undefined): string =>
  `nested${JSON.stringify(name === undefined ? [by] : [by, name])}`;

/** The ledger as a group's own selector sees it: with columns and totals of its own. */
const within = (ledger: LedgerView, account: string): LedgerView => ({
  name: ledger.name,
  seed: ledger.seed,
  credit: ledger.credit,
  number: (column, candidate) => ledger.number(nameWithin(account, column), candidate),
  total: (name) => ledger.total(nameWithin(account, name)),
});

/** What a group's own selector calls so, as the ledger calls it. */
export const nameWithin = (account: string, name: string): string => `${account} ${name}`;

/** By name, those in no group last. */
const byName = ([a]: readonly [string | undefined, unknown], [b]: readonly [string | undefined, unknown]) =>
  a === undefined ? 1 : b === undefined ? -1 : compareCodeUnits(a, b);

/** The groups' members, in the order of their names. */
const membersIn = <A>(
  { groups, isTogether }: Nesting,
  items: readonly A[],
  candidateOf: (item: A) => Candidate,
): readonly (readonly [string | undefined, A[]])[] => {
  const members = new Map<string | undefined, A[]>();
  for (const item of items) {
    const names = groups.groupsOf(candidateOf(item).rep);
    for (const name of names.length > 0 ? names : isTogether ? [undefined] : []) {
      const known = members.get(name);
      if (known === undefined) members.set(name, [item]);
      else known.push(item);
    }
  }
  return [...members].sort(byName);
};

const thousandthsOf = (
  { isByMembers, weights }: Nesting,
  name: string | undefined,
  members: Candidates,
): number => {
  if (isByMembers) return members.reduce((sum, { weight }) => sum + weight, 0);
  return (name === undefined ? undefined : weights.get(name)) ?? DEFAULT_WEIGHT;
};

const claimOf = ({ before, part }: Group): number => before + part;

/** Whether a member stands in its group's order: read only where that leaves anybody out, and once. */
const orderedIn = (): ((group: Group, member: Candidate) => boolean) => {
  const known = new Map<Group, ReadonlySet<number>>();
  return (group, { place }) => {
    const { ranking, question } = group;
    if (ranking.length === question.candidates.length) return true;
    const places =
      known.get(group) ??
      new Set(Array.from({ length: ranking.length }, (_, i) => ranking.at(i)?.place ?? -1));
    known.set(group, places);
    return places.has(place);
  };
};

const ownerIn = (
  groups: readonly Group[],
  order: readonly Group[],
): ((member: Candidate) => Group | undefined) => {
  const owners = new Map<number, Group>();
  const taking = new Set(order);
  const isOrdered = orderedIn();
  const levelOf = (group: Group, member: Candidate): number =>
    taking.has(group) ? (isOrdered(group, member) ? 2 : 1) : 0;
  const isBefore = (one: Group, other: Group, member: Candidate): boolean => {
    const difference = levelOf(one, member) - levelOf(other, member);
    return difference === 0 ? claimOf(one) > claimOf(other) : difference > 0;
  };
  for (const group of groups) {
    for (const member of group.question.candidates) {
      const owner = owners.get(member.place);
      if (owner === undefined || isBefore(group, owner, member)) owners.set(member.place, group);
    }
  }
  return ({ place }) => owners.get(place);
};

/** The groups with a candidate, each with the order of its members. */
const askedIn = (nesting: Nesting, selector: Selector, question: OrderQuestion): readonly Asked[] => {
  const owedIn = new Map<string | undefined, Owed[]>(membersIn(nesting, question.owed, ({ rep }) => rep));
  return membersIn(nesting, question.candidates, (candidate) => candidate).map(([name, members]) => {
    const account = accountOf(nesting.groups.name, name);
    const candidates = members as unknown as Candidates;
    const owed = owedIn.get(name) ?? [];
    const inside = { ...question, candidates, owed, ledger: within(question.ledger, account) };
    return { name, account, question: inside, ranking: selector.order(inside) };
  });
};

/**
 * Splits a lead among the groups by the credit rule, one level up: the groups that take turns, and what each is
 * owed.
 */
export const splitOf = (nesting: Nesting, selector: Selector, question: OrderQuestion): Split => {
  const asked = askedIn(nesting, selector, question);
  const thousandths = asked.map(({ name, question, ranking }) =>
    ranking.length === 0 ? 0 : thousandthsOf(nesting, name, question.candidates),
  );
  const divisor = thousandths.reduce(
    (found, each) => (each === 0 ? found : greatestCommonDivisor(each, found)),
    0,
  );
  const weights = thousandths.map((each) => (each === 0 ? 0 : each / divisor));
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const perWeight = totalWeight === 0 ? 0 : creditsPerWeight(totalWeight);
  const groups = asked.map((group, i): Group => {
    const weight = weights[i] as number;
    return { ...group, weight, before: question.ledger.total(group.account), part: weight * perWeight };
  });
  const taking = groups.filter(({ weight }) => weight > 0);
  let owner: ((candidate: Candidate) => Group | undefined) | undefined;
  return {
    groups: taking,
    order: rankByScore(taking, taking.map(claimOf)),
    totalWeight,
    price: totalWeight * perWeight,
    groupOf: (candidate) => {
      owner ??= ownerIn(groups, taking);
      return owner(candidate);
    },
  };
};

/** How many take a turn: counted one by one only where somebody is in several groups. */
const lengthOf = ({ groups, order }: Split): number => {
  const all = groups.flatMap(({ question }) => question.candidates);
  if (new Set(all).size === all.length) return groups.reduce((sum, { ranking }) => sum + ranking.length, 0);
  return [...inARow(order)].length;
};

/** Group by group, each in its own order. */
export const rankingOf = (split: Split): Ranking => chained(split.order, lengthOf(split));
