import type { Filter, Owes } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { Candidate, Owed } from "../model/selector.js";
import { askOne, questionAbout } from "./askOne.js";
import { type Account, type Scene, takesTurns } from "./scene.js";

const NOBODY: readonly Owed[] = [];

const stricter = (a: Owes | undefined, b: Owes): Owes => {
  if (a === undefined) return b;
  const [limits, expiries] = [
    [a.mostLeads, b.mostLeads].filter((each) => each !== undefined),
    [a.expiresAfterMs, b.expiresAfterMs].filter((each) => each !== undefined),
  ];
  return {
    ...(limits.length === 0 ? {} : { mostLeads: Math.min(...limits) }),
    ...(expiries.length === 0 ? {} : { expiresAfterMs: Math.min(...expiries) }),
  };
};

/** What filters owe one rep; nothing where another leaves it out as well, none does, or it would have fallen behind in rank. */
const owedTo = (
  scene: Scene,
  account: Account,
  rep: Candidate,
  bestRanks: readonly number[] | undefined,
): Owes | undefined => {
  const question = questionAbout(scene, account, rep);
  let owes: Owes | undefined;
  let isBehind: boolean | undefined;
  for (const [at, filter] of scene.parts.filters.entries()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) {
      const best = bestRanks?.[at] ?? answer.rank;
      if (answer.rank !== best) isBehind ??= answer.rank > best;
    } else if (filter.owes === undefined) return undefined;
    else owes = stricter(owes, filter.owes);
  }
  return isBehind === true ? undefined : owes;
};

const isOwing = ({ owes }: Filter): boolean => owes !== undefined;

/**
 * Whoever would be in play if filters that owe left nobody out, and is not. Ranks count as far as the filters that let a rep
 * through give any: `bestRanks` are those of the candidates, filter by filter. Who is not active has left, and is owed nothing; nor is who takes no turns.
 */
export const owedIn = (
  scene: Scene,
  account: Account,
  passed: readonly Candidate[],
  tried: ReadonlySet<RepId>,
  bestRanks: readonly number[] | undefined,
): readonly Owed[] => {
  if (!scene.parts.filters.some(isOwing)) return NOBODY;
  const places = new Set(passed.map(({ place }) => place));
  return scene.roster.reps.flatMap((rep) => {
    if (places.has(rep.place) || tried.has(rep.id) || !takesTurns(rep)) return NOBODY;
    const owes = owedTo(scene, account, rep, bestRanks);
    return owes === undefined ? NOBODY : [{ rep, ...owes }];
  });
};
