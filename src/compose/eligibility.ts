import { textOf } from "../internal/textOf.js";
import type { LeftOut } from "../model/delivery.js";
import type { Exclusion, Filter, FilterQuestion, Pass } from "../model/filter.js";
import type { RepId } from "../model/id.js";
import type { Candidate } from "../model/selector.js";
import { blame } from "./blame.js";
import type { Account, Scene } from "./scene.js";

/** Everybody whom all filters let through, how each filter ranked them, and how many each left out. */
export interface Eligibility {
  readonly passed: readonly Candidate[];
  /** `ranks[f][i]` is the rank of `passed[i]` by filter f; absent where the filter gave everybody rank 0. */
  readonly ranks: readonly (readonly number[] | undefined)[];
  readonly leftOut: readonly number[];
}

/** A filter's answer to one rep, held to the contract. */
const ask = ({ test }: Filter, question: FilterQuestion): Pass | Exclusion => {
  const given = test(question);
  if (given?.passes === true && typeof given.rank === "number" && given.rank >= 0) return given;
  if (given?.passes === false && typeof given.reason === "string") return given;
  throw new TypeError("gave no pass with a rank nor an exclusion with a reason");
};

/** The first filter, in written order, that says no; nothing where every filter lets the rep through. */
const firstNo = (
  scene: Scene,
  account: Account,
  rep: Candidate,
  ranks: number[],
): { readonly by: number; readonly exclusion: Exclusion } | undefined => {
  const { filters } = scene.parts;
  const question = { lead: scene.lead, rep: rep.rep, standing: account.standing(rep), nowMs: scene.nowMs };
  let asked = 0;
  try {
    for (; asked < filters.length; asked += 1) {
      const answer = ask(filters[asked] as Filter, question);
      if (!answer.passes) return { by: asked, exclusion: answer };
      ranks[asked] = answer.rank;
    }
    return undefined;
  } catch (thrown) {
    const about = `${textOf(thrown)} (about rep ${JSON.stringify(rep.id)})`;
    return blame(["filters", asked, (filters[asked] as Filter).name], about);
  }
};

/** Asks every filter about every rep who has not had this lead. */
export const askFilters = (scene: Scene, account: Account, tried: ReadonlySet<RepId>): Eligibility => {
  const { filters } = scene.parts;
  if (filters.length === 0 && tried.size === 0) return { passed: scene.roster.reps, ranks: [], leftOut: [] };
  const passed: Candidate[] = [];
  const ranks: (number[] | undefined)[] = filters.map(() => undefined);
  const leftOut = filters.map(() => 0);
  const given = filters.map(() => 0);
  for (const rep of scene.roster.reps) {
    if (tried.has(rep.id)) continue;
    const no = firstNo(scene, account, rep, given);
    if (no !== undefined) {
      leftOut[no.by] = (leftOut[no.by] as number) + 1;
      continue;
    }
    for (let f = 0; f < given.length; f += 1) {
      const rank = given[f] as number;
      if (ranks[f] === undefined && rank > 0) ranks[f] = passed.map(() => 0);
      ranks[f]?.push(rank);
    }
    passed.push(rep);
  }
  return { passed, ranks, leftOut };
};

/** Why one rep may not have the lead; nothing where every filter lets it through. */
export const exclusionOf = (scene: Scene, account: Account, rep: Candidate): LeftOut | undefined => {
  const no = firstNo(scene, account, rep, []);
  if (no === undefined) return undefined;
  return { repId: rep.id, by: (scene.parts.filters[no.by] as Filter).name, exclusion: no.exclusion };
};
