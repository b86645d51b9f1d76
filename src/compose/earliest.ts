import type { EpochMs } from "../model/instant.js";
import type { Candidate } from "../model/selector.js";
import type { Asked } from "./asking.js";
import { askOne, questionAbout } from "./askOne.js";
import type { Account, Scene } from "./scene.js";

/** The moment before which one rep cannot pass; nothing for whom every filter lets through, or one leaves out for who knows how long. */
const untilMsOf = (scene: Scene, account: Account, rep: Candidate): EpochMs | undefined => {
  const question = questionAbout(scene, account, rep);
  let last: EpochMs | undefined;
  for (const at of scene.parts.filters.keys()) {
    const answer = askOne(scene, at, question);
    if (answer.passes) continue;
    if (answer.untilMs === undefined) return undefined;
    last = Math.max(last ?? 0, answer.untilMs);
  }
  return last;
};

/** The earliest moment at which anybody who may be asked could pass, as far as filters say until when; worked out once, when asked for. */
export const earliestOf = ({ scene, tried }: Asked, account: Account): (() => EpochMs | undefined) => {
  let known: { readonly earliestMs: EpochMs | undefined } | undefined;
  const find = (): EpochMs | undefined => {
    const gone = new Set(tried);
    let first: EpochMs | undefined;
    for (const rep of scene.roster.reps) {
      const untilMs = gone.has(rep.id) ? undefined : untilMsOf(scene, account, rep);
      if (untilMs !== undefined && (first === undefined || untilMs < first)) first = untilMs;
    }
    return first;
  };
  return () => {
    known ??= { earliestMs: find() };
    return known.earliestMs;
  };
};
