import { isNonEmpty } from "fp-ts/lib/ReadonlyArray.js";
import { blame, call } from "../internal/blame.js";
import type { LeftOutCount } from "../model/decision.js";
import type { RepId } from "../model/id.js";
import type { Candidate, Owed, Ranking } from "../model/selector.js";
import { askFilters, type Eligibility } from "./eligibility.js";
import { owedIn } from "./owed.js";
import { questionFor } from "./questionFor.js";
import type { Account, Scene } from "./scene.js";

/** Filters and selector have been asked: who may, and who comes first. */
export interface Ranked {
  readonly candidates: readonly Candidate[];
  readonly ranking: Ranking;
  /** Who is owed a part of the lead without being a candidate. */
  readonly owed: readonly Owed[];
  readonly leftOut: readonly LeftOutCount[];
  /** The places of those who take a turn, of all whom the filters let through, where the best rank had none. */
  readonly takers?: ReadonlySet<number>;
}

/** Keeps, filter by filter in written order, the places of the least rank, and counts those that fall. */
const narrowed = (
  { ranks }: Eligibility,
  places: readonly number[],
): { readonly kept: readonly number[]; readonly fallen: readonly number[] } => {
  let kept = places;
  const fallen = ranks.map((rank) => {
    if (rank === undefined || kept.length === 0) return 0;
    const least = kept.map((place) => rank[place] as number).reduce((min, each) => Math.min(min, each));
    const before = kept.length;
    kept = kept.filter((place) => rank[place] === least);
    return before - kept.length;
  });
  return { kept, fallen };
};

const isRanking = (given: Ranking | undefined, most: number): boolean =>
  typeof given?.at === "function" &&
  Number.isInteger(given.length) &&
  given.length >= 0 &&
  given.length <= most;

/** Those who take a turn, by the selector. */
export const order = (
  scene: Scene,
  account: Account,
  candidates: readonly Candidate[],
  owed: readonly Owed[] = [],
): Ranking => {
  if (!isNonEmpty(candidates)) return candidates;
  const { selector } = scene.parts;
  const question = questionFor(scene, account, { candidates, owed });
  const ranking = call(["selector", selector.name], () => selector.order(question));
  if (isRanking(ranking, candidates.length)) return ranking;
  return blame(["selector", selector.name], "gave no ranking of the candidates");
};

/** Counts whom each stage left out: by a no, by falling behind in rank, or by taking no turn. */
const rankedOf = (
  { parts }: Scene,
  eligibility: Eligibility,
  candidates: readonly Candidate[],
  owed: readonly Owed[],
  ranking: Ranking,
  fallen: readonly number[] = [],
  turnless = 0,
): Ranked => {
  const byFilters = parts.filters.map(({ name }, f) => ({
    by: name,
    reps: (eligibility.leftOut[f] as number) + (fallen[f] ?? 0),
  }));
  const bySelector = { by: parts.selector.name, reps: turnless + candidates.length - ranking.length };
  return { candidates, ranking, owed, leftOut: [...byFilters, bySelector] };
};

/** The places of those who take a turn: a set, since a ranking may leave anybody out. */
const takersIn = (ranking: Ranking): ReadonlySet<number> =>
  new Set(Array.from({ length: ranking.length }, (_, i) => ranking.at(i)?.place ?? -1));

/**
 * Asks filters and selector who comes first. Should nobody of the best rank take a turn, the best rank among
 * those who do is asked, so that a preference never loses a lead.
 */
export const rank = (scene: Scene, account: Account, tried: ReadonlySet<RepId>): Ranked => {
  const eligibility = askFilters(scene, account, tried);
  const { passed } = eligibility;
  const owedBeside = (place: number | undefined) => {
    const bestRanks = place === undefined ? undefined : eligibility.ranks.map((rank) => rank?.[place] ?? 0);
    return owedIn(scene, account, passed, tried, bestRanks);
  };
  if (eligibility.ranks.every((each) => each === undefined)) {
    const owed = owedBeside(passed.length === 0 ? undefined : 0);
    return rankedOf(scene, eligibility, passed, owed, order(scene, account, passed, owed));
  }
  const among = (places: readonly number[]): Ranked => {
    const { kept, fallen } = narrowed(eligibility, places);
    const candidates = kept.map((place) => passed[place] as Candidate);
    const turnless = passed.length - places.length;
    const owed = owedBeside(kept[0]);
    const ranking = order(scene, account, candidates, owed);
    return rankedOf(scene, eligibility, candidates, owed, ranking, fallen, turnless);
  };
  const places = passed.map((_, place) => place);
  const best = among(places);
  if (best.ranking.length > 0) return best;
  const all = order(scene, account, passed, best.owed);
  if (all.length === 0) return rankedOf(scene, eligibility, passed, best.owed, all);
  const takers = takersIn(all);
  return { ...among(places.filter((place) => takers.has((passed[place] as Candidate).place))), takers };
};
