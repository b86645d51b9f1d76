import type { LeftOut } from "../model/delivery.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import { blame, call } from "./blame.js";
import type { Account, Scene } from "./scene.js";

/** Everybody whom all filters let through, how each filter ranked them, and how many each left out. */
export interface Eligibility {
  readonly passed: readonly Candidate[];
  /** `ranks[f][i]` is the rank of `passed[i]` by filter f; absent where the filter gave everybody rank 0. */
  readonly ranks: readonly (readonly number[] | undefined)[];
  readonly leftOut: readonly number[];
}

const answerOf = (
  filters: readonly Filter[],
  f: number,
  scene: Scene,
  account: Account,
  rep: Candidate,
): Pass | Exclusion => {
  const { test, name } = filters[f] as Filter;
  const path = ["filters", f, name];
  const question = { lead: scene.lead, rep: rep.rep, standing: account.standing(rep), nowMs: scene.nowMs };
  const given = call(path, () => test(question));
  if (given?.passes === false || (given?.passes === true && given.rank >= 0)) return given;
  return blame(path, "answered neither a pass with a rank nor an exclusion");
};

/** Asks every filter about every rep, in written order; the first that says no is the one that counts. */
export const askFilters = (scene: Scene, account: Account, tried: ReadonlySet<RepId>): Eligibility => {
  const { filters } = scene.parts;
  const passed: Candidate[] = [];
  const ranks: (number[] | undefined)[] = filters.map(() => undefined);
  const leftOut = filters.map(() => 0);
  const given: number[] = filters.map(() => 0);
  for (const rep of scene.roster.reps) {
    if (tried.has(rep.id)) continue;
    let asked = 0;
    for (; asked < filters.length; asked += 1) {
      const reply = answerOf(filters, asked, scene, account, rep);
      if (!reply.passes) break;
      given[asked] = reply.rank;
    }
    if (asked < filters.length) {
      leftOut[asked] = (leftOut[asked] as number) + 1;
      continue;
    }
    given.forEach((rank, f) => {
      if (ranks[f] === undefined && rank > 0) ranks[f] = passed.map(() => 0);
      ranks[f]?.push(rank);
    });
    passed.push(rep);
  }
  return { passed, ranks, leftOut };
};

/** The first filter that leaves one rep out, with its reason; nothing where every filter lets it through. */
export const exclusionOf = (scene: Scene, account: Account, rep: Candidate): LeftOut | undefined => {
  const { filters } = scene.parts;
  for (let f = 0; f < filters.length; f += 1) {
    const reply = answerOf(filters, f, scene, account, rep);
    if (!reply.passes) return { repId: rep.id, by: (filters[f] as Filter).name, exclusion: reply };
  }
  return undefined;
};
