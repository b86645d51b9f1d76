import { handsOn } from "../../internal/handsOn.js";
import type { Decision, LeftOutCount } from "../../model/decision.js";
import type { Explanation } from "../../model/explanation.js";
import type { Outcome } from "../../model/outcome.js";
import type { Strategy } from "../../model/strategy.js";
import { bytes, throughStore } from "../json.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const asked = (
  strategy: Strategy,
  { step, lead, stateBefore, decisionBefore }: Played,
): ReturnType<Strategy> =>
  step.type === "lead" || decisionBefore === undefined
    ? strategy(lead, step.roster, stateBefore, { explain: true })
    : strategy.respond(
        lead,
        decisionBefore,
        (step as Extract<typeof step, { type: "event" }>).event,
        step.roster,
        stateBefore,
        { explain: true },
      );

/** Reps by the stage that left them out, stages of one name together. */
const totals = (counts: readonly LeftOutCount[]): string => {
  const sums = new Map<string, number>();
  for (const { by, reps } of counts) if (reps > 0) sums.set(by, (sums.get(by) ?? 0) + reps);
  return bytes([...sums].sort());
};

const insistCounts = (
  { leftOut, candidates }: Explanation,
  decision: Decision,
  tried: readonly string[],
  reps: number,
): void => {
  insist(leftOut.length + candidates.length === reps, "an explanation forgets somebody of the roster");
  insist(
    candidates.length === decision.candidates,
    "an explanation has other candidates than the decision counts",
  );
  const told = leftOut.filter(({ repId }) => !tried.includes(repId)).map(({ by }) => ({ by, reps: 1 }));
  insist(
    totals(told) === totals(decision.leftOut),
    "an explanation leaves out others than the decision counts",
  );
  insist(
    leftOut.every(({ reason }) => reason !== ""),
    "somebody is left out without a reason",
  );
};

const insistOrder = ({ candidates, tie }: Explanation): void => {
  const scores = candidates.flatMap(({ merit }) => (merit === undefined ? [] : [merit.score]));
  insist(
    scores.every((score, i) => i === 0 || score <= (scores[i - 1] as number)),
    "a smaller score stands before a larger one",
  );
  const best = candidates.filter(({ merit }) => merit !== undefined && merit.score === scores[0]);
  insist(
    best.length < 2 ? tie === undefined : bytes(tie) === bytes(best.map(({ repId }) => repId)),
    "a tie is not told as it is",
  );
};

/** A lead that stays with its holder keeps the standing of the turn that gave it. */
const isKept = (before: Decision | undefined, after: Decision): boolean =>
  before?.status === "assigned" && after.status === "assigned" && before.repId === after.repId;

const insistWinner = (
  { candidates }: Explanation,
  decision: Decision,
  before: Decision | undefined,
): void => {
  if (decision.status !== "assigned" || decision.price === 0 || isKept(before, decision)) return;
  const winner = candidates.find(({ repId }) => repId === decision.repId);
  if (winner === undefined) return;
  const { merit, adjusted: _, ...standing } = winner;
  insist(bytes(standing) === bytes(decision.standing), "a winner stands elsewhere than the decision says");
  insist(
    merit === undefined || merit.share === decision.share,
    "a winner's share is not that of the decision",
  );
};

/** For a lead that comes in the strategy itself says who may have it. */
const insistCandidates = (
  strategy: Strategy,
  { step, lead, stateBefore }: Played,
  { candidates, leftOut }: Explanation,
  decision: Decision,
): void => {
  if (step.type !== "lead" || "ring" in decision || "group" in decision) return;
  const asked = strategy.candidates(lead, step.roster, stateBefore);
  const may = new Set(asked._tag === "Right" ? asked.right.map(({ id }) => id) : []);
  const selector = decision.leftOut.at(-1)?.by;
  insist(
    candidates.every(({ repId }) => may.has(repId)),
    "an explanation ranks somebody who may not have the lead",
  );
  // A lead that waits, or that goes to whom the end names, may have been asked about among fewer, such as a ring.
  const isInOrder = decision.status === "assigned" && decision.share > 0;
  insist(
    !isInOrder || leftOut.every(({ repId, by }) => by === selector || !may.has(repId)),
    "an explanation leaves out somebody who may have the lead",
  );
};

const holdsFor = (strategy: Strategy, played: Played): void => {
  const again = asked(strategy, played);
  const { step, result, decisionBefore } = played;
  insist(again._tag === result._tag, "asking for an explanation changed the answer");
  if (again._tag === "Left" || result._tag === "Left") return;
  const { explanation, ...outcome }: Outcome = again.right;
  insist(bytes(outcome) === bytes(result.right), "asking for an explanation changed the outcome");
  insist(result.right.explanation === undefined, "an explanation came unasked");
  insist(step.type !== "lead" || explanation !== undefined, "a decision was not explained");
  if (explanation === undefined) return;
  const { decision } = outcome;
  insist(
    bytes(throughStore(throughStore(explanation))) === bytes(explanation),
    "an explanation is not plain JSON",
  );
  insist(
    explanation.leadId === decision.leadId && explanation.status === decision.status,
    "an explanation is of another decision",
  );
  insist(bytes(explanation.path) === bytes(decision.path), "an explanation follows another path");
  if (decision !== decisionBefore) {
    const { ledger, strategy: by, atMs } = explanation;
    insist(
      ledger === decision.ledger && by === decision.strategy && atMs === decision.atMs,
      "an explanation is of another ledger, strategy or moment",
    );
  }
  insist(bytes(explanation.given) === bytes(handsOn(decision)), "an explanation gives the lead to others");
  const known = new Set(step.roster.reps.map(({ id }) => id));
  const tried = explanation.leftOut.flatMap(({ by, repId }) => (by === "tried" ? [repId] : []));
  insist(
    tried.every((repId) => known.has(repId)),
    "an explanation names a stranger",
  );
  insistCounts(explanation, decision, tried, known.size);
  insistOrder(explanation);
  insistWinner(explanation, decision, decisionBefore);
  insistCandidates(strategy, played, explanation, decision);
};

/**
 * An explanation says what the decision did: the same winner, candidates, numbers left out, order, ties and share;
 * and asking for it changes nothing.
 *
 * @since 0.1.0
 */
export const explained = lawOfScenarios(
  "explained",
  "Explanations never disagree with decisions, and asking for them changes nothing.",
  (strategy, scenario) => {
    for (const played of play(strategy, scenario)) holdsFor(strategy, played);
  },
);
