import type { EpochMs } from "../model/instant.js";
import type { Candidate } from "../model/selector.js";
import type { Asked } from "./asking.js";
import { askOne, questionAbout } from "./askOne.js";
import { order } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

/** Until when a rep cannot pass, and whose doing that is, by the number of the filter. */
interface Wait {
  readonly untilMs: EpochMs;
  readonly by: readonly number[];
}

/** How long one rep is kept away; nothing for whom every filter lets through, or one leaves out for who knows how long. */
const waitFor = (scene: Scene, account: Account, rep: Candidate): Wait | undefined => {
  const question = questionAbout(scene, account, rep);
  const by: number[] = [];
  let untilMs = 0;
  for (const at of scene.parts.filters.keys()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) continue;
    if (answer.untilMs === undefined) return undefined;
    untilMs = Math.max(untilMs, answer.untilMs);
    by.push(at);
  }
  return by.length === 0 ? undefined : { untilMs, by };
};

/** Whether it is any use to wait for a rep: most selectors pass over whoever has weight 0. */
const takesTurns = (scene: Scene, account: Account, rep: Candidate): boolean =>
  rep.weight > 0 || order(scene, account, [rep]).length > 0;

/** What makes a lead wait. */
export interface Earliest {
  /** The earliest moment at which anybody who may be asked could pass, as far as filters say until when. */
  readonly earliestMs: EpochMs | undefined;
  /** The filters that leave any of them out, by number. */
  readonly by: ReadonlySet<number>;
}

const find = ({ scene, tried }: Asked, account: Account): Earliest => {
  const gone = new Set(tried);
  const by = new Set<number>();
  let earliestMs: EpochMs | undefined;
  for (const rep of scene.roster.reps) {
    const wait = gone.has(rep.id) ? undefined : waitFor(scene, account, rep);
    if (wait === undefined || !takesTurns(scene, account, rep)) continue;
    earliestMs = Math.min(earliestMs ?? wait.untilMs, wait.untilMs);
    for (const at of wait.by) by.add(at);
  }
  return { earliestMs, by };
};

/** Worked out once, when asked for. */
export const earliestOf = (asked: Asked, account: Account): (() => Earliest) => {
  let known: Earliest | undefined;
  return () => {
    known ??= find(asked, account);
    return known;
  };
};
