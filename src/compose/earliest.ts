import type { FilterQuestion } from "../model/filter.js";
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

/** So often filters are asked in turn about the moments that they name, before they are taken never to agree. */
const MOST_MOMENTS = 16;

/** Until when filters leave a rep out who is asked about at one moment; nothing where one of them cannot say. */
const waitAt = (scene: Scene, question: FilterQuestion): Wait | undefined => {
  const by: number[] = [];
  let untilMs = question.nowMs;
  for (const at of scene.parts.filters.keys()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) continue;
    if (answer.untilMs === undefined) return undefined;
    untilMs = Math.max(untilMs, answer.untilMs);
    by.push(at);
  }
  return { untilMs, by };
};

/**
 * How long one rep is kept away; nothing for whom every filter lets through, or one leaves out for who knows how long. Asked again
 * about the moment that comes out, as long as another filter says no then: else a lead would go to and fro for ever between a desk
 * that opens at night and a rep who works by day. Not asked again where somebody else passes at `firstMs`, no later.
 */
const waitFor = (scene: Scene, account: Account, rep: Candidate, firstMs: EpochMs): Wait | undefined => {
  const question = questionAbout(scene, account, rep);
  const now = waitAt(scene, question);
  if (now === undefined || now.by.length === 0) return undefined;
  let { untilMs } = now;
  for (let moments = 0; moments < MOST_MOMENTS; moments += 1) {
    if (untilMs >= firstMs) return { untilMs, by: now.by };
    const then = waitAt(scene, { ...question, nowMs: untilMs });
    if (then === undefined) return undefined;
    if (then.by.length === 0) return { untilMs, by: now.by };
    untilMs = then.untilMs;
  }
  return undefined;
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
  let firstMs = Number.POSITIVE_INFINITY;
  for (const rep of scene.roster.reps) {
    const wait = gone.has(rep.id) ? undefined : waitFor(scene, account, rep, firstMs);
    if (wait === undefined || !takesTurns(scene, account, rep)) continue;
    firstMs = Math.min(firstMs, wait.untilMs);
    for (const at of wait.by) by.add(at);
  }
  return { earliestMs: firstMs < Number.POSITIVE_INFINITY ? firstMs : undefined, by };
};

/** Worked out once, when asked for. */
export const earliestOf = (asked: Asked, account: Account): (() => Earliest) => {
  let known: Earliest | undefined;
  return () => {
    known ??= find(asked, account);
    return known;
  };
};
