import { blame } from "../internal/blame.js";
import { quoted } from "../internal/quoted.js";
import { textOf } from "../internal/textOf.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import type { EpochMs } from "../model/instant.js";
import type { Candidate } from "../model/selector.js";
import { type Account, repOf, type Scene } from "./scene.js";

/** What the filters are asked about one rep. */
export const questionAbout = (scene: Scene, account: Account, candidate: Candidate): FilterQuestion => ({
  lead: scene.lead,
  rep: candidate.rep,
  standing: account.standing(candidate),
  nowMs: scene.nowMs,
  notes: account.notes(candidate),
  isByHand: scene.event?.type === "reassigned" && scene.event.to === candidate.id,
  isHolder: scene.before?.status === "assigned" && scene.before.repId === candidate.id,
  repOf: (repId) => repOf(scene, repId)?.rep,
  mostOwed: account.mostOwed,
});

/** Whether a filter that says until when names a moment to come. */
const isAhead = (untilMs: unknown, nowMs: EpochMs): boolean =>
  untilMs === undefined || (Number.isFinite(untilMs) && (untilMs as number) > nowMs);

/** Asks filter number `at`, and holds its answer to the contract. */
export const askOne = ({ parts }: Scene, at: number, question: FilterQuestion): Pass | Exclusion => {
  const { name, test } = parts.filters[at] as Filter;
  let given: Pass | Exclusion | undefined;
  let fault = "gave no pass with a rank nor an exclusion with a reason";
  try {
    given = test(question);
    if (given?.passes === true && typeof given.rank === "number" && given.rank >= 0) return given;
    if (given?.passes === false && typeof given.reason === "string" && given.reason !== "") {
      if (isAhead(given.untilMs, question.nowMs)) return given;
      fault = "gave an untilMs that is no moment after the question's";
    }
  } catch (thrown) {
    fault = textOf(thrown);
  }
  return blame(["filters", at, name], `${fault} (about rep ${quoted(question.rep.id)})`);
};
