import type { EpochMs } from "../model/instant.js";
import type { Candidate } from "../model/selector.js";
import type { Asked } from "./asking.js";
import { askOne, questionAbout } from "./askOne.js";
import { order } from "./ranking.js";
import type { Account, Scene } from "./scene.js";

/** So many moments that filters name are asked about for a rep, before they are taken never to agree: more than a week has days and nights. */
const MOST_MOMENTS = 16;

/** Nothing where one of them is not known. */
const laterOf = (a: EpochMs | undefined, b: EpochMs | undefined): EpochMs | undefined =>
  a === undefined || b === undefined ? undefined : Math.max(a, b);

/** Which filters leave a rep out at a moment, and the moment before which it cannot pass: nothing where one of them does not say. */
const leavingOut = (scene: Scene, account: Account, rep: Candidate) => {
  const question = questionAbout(scene, account, rep);
  const filters: number[] = [];
  let untilMs: EpochMs | undefined = scene.nowMs;
  for (const at of scene.parts.filters.keys()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) continue;
    filters.push(at);
    untilMs = laterOf(untilMs, answer.untilMs);
  }
  return { filters, untilMs };
};

/** A rep whom filters leave out now, and the moment at which it passes all of them, as far as they can say now. */
interface Awaited {
  readonly filters: readonly number[];
  readonly passesMs: EpochMs;
}

/**
 * Asks again at the moment that the filters name, since another may leave the rep out by then; nothing where they do not agree, or a
 * lead would go to and fro for ever between a desk that is open at night and a rep who works by day.
 */
const awaited = (scene: Scene, account: Account, rep: Candidate): Awaited | undefined => {
  const now = leavingOut(scene, account, rep);
  if (now.filters.length === 0 || now.untilMs === undefined) return undefined;
  let passesMs = now.untilMs;
  for (let asked = 1; asked < MOST_MOMENTS; asked += 1) {
    const then = leavingOut({ ...scene, nowMs: passesMs }, account, rep);
    if (then.untilMs === undefined) return undefined;
    if (then.filters.length === 0) return { filters: now.filters, passesMs };
    passesMs = then.untilMs;
  }
  return undefined;
};

/** Whether it is any use to wait for a rep: most selectors pass over whoever has weight 0. */
const takesTurns = (scene: Scene, account: Account, rep: Candidate): boolean =>
  rep.weight > 0 || order(scene, account, [rep]).length > 0;

/**
 * For each filter the earliest moment at which somebody passes whom it leaves out now, of those who may be asked and take turns;
 * worked out once, when asked for.
 */
export const earliestOf = (
  { scene, tried }: Asked,
  account: Account,
): ((at: number) => EpochMs | undefined) => {
  let known: readonly Awaited[] | undefined;
  const find = (): readonly Awaited[] => {
    const gone = new Set(tried);
    return scene.roster.reps.flatMap((rep) => {
      const found = gone.has(rep.id) ? undefined : awaited(scene, account, rep);
      return found !== undefined && takesTurns(scene, account, rep) ? [found] : [];
    });
  };
  return (at) => {
    known ??= find();
    let first: EpochMs | undefined;
    for (const { filters, passesMs } of known)
      if (filters.includes(at) && (first === undefined || passesMs < first)) first = passesMs;
    return first;
  };
};
