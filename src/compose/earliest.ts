import type { EpochMs } from "../model/instant.js";
import type { Candidate } from "../model/selector.js";
import type { Asked } from "./asking.js";
import { askOne, questionAbout } from "./askOne.js";
import { order } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

/** So many moments that filters name are asked about for a rep, before they are taken never to agree: more than a week has days and nights. */
const MOST_MOMENTS = 16;

/** Which filters leave a rep out at a moment, and the moment before which it cannot pass. */
interface LeftOut {
  readonly rep: Candidate;
  readonly filters: readonly number[];
  readonly untilMs: EpochMs;
}

/** Nothing where one of the filters does not say until when. */
const leftOutAt = (scene: Scene, account: Account, rep: Candidate, nowMs: EpochMs): LeftOut | undefined => {
  const question = questionAbout({ ...scene, nowMs }, account, rep);
  const filters: number[] = [];
  let untilMs = nowMs;
  for (const at of scene.parts.filters.keys()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) continue;
    if (answer.untilMs === undefined) return undefined;
    filters.push(at);
    untilMs = Math.max(untilMs, answer.untilMs);
  }
  return { rep, filters, untilMs };
};

/**
 * Asks again at the moment that the filters name, since another may leave the rep out by then; nothing where they do not agree, or a
 * lead would go to and fro for ever between a desk that is open at night and a rep who works by day.
 */
const passesAt = (scene: Scene, account: Account, { rep, untilMs }: LeftOut): EpochMs | undefined => {
  let passesMs = untilMs;
  for (let asked = 1; asked < MOST_MOMENTS; asked += 1) {
    const then = leftOutAt(scene, account, rep, passesMs);
    if (then === undefined || then.filters.length === 0) return then && passesMs;
    passesMs = then.untilMs;
  }
  return undefined;
};

/** Whether it is any use to wait for a rep: most selectors pass over whoever has weight 0. */
const takesTurns = (scene: Scene, account: Account, rep: Candidate): boolean =>
  rep.weight > 0 || order(scene, account, [rep]).length > 0;

/** Whoever cannot pass for longest is asked about last, and again only where some filter has nobody who passes sooner. */
const find = ({ scene, tried }: Asked, account: Account): ReadonlyMap<number, EpochMs> => {
  const gone = new Set(tried);
  const leftOut = scene.roster.reps
    .flatMap((rep) => (gone.has(rep.id) ? [] : (leftOutAt(scene, account, rep, scene.nowMs) ?? [])))
    .sort((a, b) => a.untilMs - b.untilMs);
  const first = new Map<number, EpochMs>();
  for (const one of leftOut) {
    const isSooner = (ms: EpochMs) => (at: number) => ms < (first.get(at) ?? Number.POSITIVE_INFINITY);
    if (!one.filters.some(isSooner(one.untilMs)) || !takesTurns(scene, account, one.rep)) continue;
    const passesMs = passesAt(scene, account, one);
    if (passesMs === undefined) continue;
    for (const at of one.filters.filter(isSooner(passesMs))) first.set(at, passesMs);
  }
  return first;
};

/**
 * For each filter the earliest moment at which somebody passes whom it leaves out now, of those who may be asked and take turns;
 * worked out once, when asked for.
 */
export const earliestOf = (asked: Asked, account: Account): ((at: number) => EpochMs | undefined) => {
  let known: ReadonlyMap<number, EpochMs> | undefined;
  return (at) => {
    known ??= find(asked, account);
    return known.get(at);
  };
};
