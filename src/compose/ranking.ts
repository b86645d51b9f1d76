import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import type { LeftOutCount } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { Candidate, Ranking } from "../model/selector.js";
import { blame, call } from "./blame.js";
import { askFilters, type Eligibility } from "./eligibility.js";
import type { Account, Scene } from "./scene.js";

/** Filters and selector have been asked: who may, and who comes first. */
export interface Ranked {
  readonly candidates: readonly Candidate[];
  readonly ranking: Ranking;
  readonly leftOut: readonly LeftOutCount[];
}

const NOBODY: Ranking = { length: 0, at: () => undefined };

/** Keeps, filter by filter in written order, the places of the least rank, and counts those that fall. */
const narrowed = (
  { ranks }: Eligibility,
  places: readonly number[],
): { readonly kept: readonly number[]; readonly fallen: readonly number[] } => {
  let kept = places;
  const fallen = ranks.map((rank) => {
    if (rank === undefined || kept.length === 0) return 0;
    const least = kept.reduce((min, place) => Math.min(min, rank[place] as number), Number.POSITIVE_INFINITY);
    const before = kept.length;
    kept = kept.filter((place) => rank[place] === least);
    return before - kept.length;
  });
  return { kept, fallen };
};

const order = (scene: Scene, account: Account, candidates: readonly Candidate[]): Ranking => {
  if (!isNonEmpty(candidates)) return NOBODY;
  const { selector } = scene.parts;
  const question = { lead: scene.lead, candidates, ledger: account.ledger, nowMs: scene.nowMs };
  const ranking = call(["selector", selector.name], () => selector.order(question));
  if (Number.isSafeInteger(ranking?.length) && ranking.length <= candidates.length) return ranking;
  return blame(["selector", selector.name], "gave no ranking of the candidates");
};

/** Counts whom each stage left out: by a no, by falling behind in rank, or by taking no turn. */
const rankedOf = (
  { parts }: Scene,
  eligibility: Eligibility,
  candidates: readonly Candidate[],
  ranking: Ranking,
  fallen: readonly number[] = [],
  turnless = 0,
): Ranked => {
  const byFilters = parts.filters.map(({ name }, f) => ({
    by: name,
    reps: (eligibility.leftOut[f] as number) + (fallen[f] ?? 0),
  }));
  const bySelector = { by: parts.selector.name, reps: turnless + candidates.length - ranking.length };
  return { candidates, ranking, leftOut: [...byFilters, bySelector] };
};

/**
 * Asks filters and selector who comes first. Should nobody of the best rank take a turn, the next rank is
 * asked, so that a preference never loses a lead.
 */
export const rank = (scene: Scene, account: Account, tried: ReadonlySet<RepId>): Ranked => {
  const eligibility = askFilters(scene, account, tried);
  if (eligibility.ranks.every((each) => each === undefined)) {
    return rankedOf(scene, eligibility, eligibility.passed, order(scene, account, eligibility.passed));
  }
  let open: readonly number[] = eligibility.passed.map((_, place) => place);
  let turnless = 0;
  for (;;) {
    const { kept, fallen } = narrowed(eligibility, open);
    const candidates = kept.map((place) => eligibility.passed[place] as Candidate);
    const ranking = order(scene, account, candidates);
    if (ranking.length > 0 || kept.length === open.length) {
      return rankedOf(scene, eligibility, candidates, ranking, fallen, turnless);
    }
    turnless += kept.length;
    const asked = new Set(kept);
    open = open.filter((place) => !asked.has(place));
  }
};
