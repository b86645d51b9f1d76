import { without } from "../../internal/without.js";
import type { Offer } from "../../model/decision.js";
import type { Placement, StartQuestion } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import { giveUp } from "./giveUp.js";
import type { Plan } from "./plan.js";
import { offeredPlace, type Progress } from "./progress.js";
import { filtersOf, ringFrom } from "./rings.js";

/** Progress, and who gave the lead up and is not asked for now. */
interface At extends Progress {
  readonly tried: readonly RepId[];
}

interface Chosen {
  readonly repIds: readonly RepId[];
  readonly waiting: readonly RepId[];
}

/** The next of the settled order who may have the lead, then of the order as it is now. */
const choose = (
  plan: Plan,
  { candidate, ranking }: StartQuestion,
  at: At,
  open: readonly Offer[],
  wanted: number,
): Chosen => {
  const filters = filtersOf(plan, at);
  const asked = new Set([...open.map(({ repId }) => repId), ...at.tried]);
  const repIds: RepId[] = [];
  let next = 0;
  for (; next < at.waiting.length && repIds.length < wanted; next += 1) {
    const repId = at.waiting[next] as RepId;
    if (asked.has(repId) || candidate(repId, filters)._tag === "Left") continue;
    asked.add(repId);
    repIds.push(repId);
  }
  const waiting: RepId[] = at.waiting.slice(next);
  if (repIds.length === wanted) return { repIds, waiting };
  const order = ranking({ filters });
  const most = plan.order === "fixed" ? plan.mostOffers - at.offersMade : wanted;
  for (let place = 0; place < order.length && repIds.length + waiting.length < most; place += 1) {
    const repId = order.at(place)?.id;
    if (repId === undefined || asked.has(repId)) continue;
    (repIds.length < wanted ? repIds : waiting).push(repId);
  }
  return { repIds, waiting };
};

/** The next ring, while there is one; then the next pass, over the last ring. */
const further = (plan: Plan, question: StartQuestion, at: At): At | undefined => {
  const ring = ringFrom(plan, question, at.ring + 1);
  if (ring !== undefined) return { ...at, ringEndsAtMs: undefined, ...ring, waiting: [] } as At;
  const last = ringFrom(plan, question, plan.rings.length - 1);
  const again = at.silent.length > 0 ? at.silent : at.declined;
  if (at.round >= plan.passes || again.length === 0 || last === undefined) return undefined;
  question.ranking({ filters: filtersOf(plan, last), again });
  const round = at.round + 1;
  return {
    ...last,
    round,
    offersMade: at.offersMade,
    declined: at.silent.length > 0 ? at.declined : [],
    silent: [],
    waiting: plan.reverse && round % 2 === 0 ? [...again].reverse() : [],
    tried: without(at.tried, again),
  };
};

/**
 * Fills up the open offers: from this ring, else from the next that has somebody, else from the next pass. While an
 * offer is open, nobody of a further ring or pass is asked.
 */
export const offerNext = (
  plan: Plan,
  question: StartQuestion,
  open: readonly Offer[],
  progress: Progress,
): Placement => {
  const { nowMs } = question;
  let at: At | undefined = { ...progress, tried: question.tried };
  let made = progress.offersMade;
  if (at.ringEndsAtMs !== undefined && at.ringEndsAtMs <= nowMs) at = further(plan, question, at);
  while (at !== undefined) {
    made = at.offersMade;
    const wanted = Math.min(plan.atOnce - open.length, plan.mostOffers - made);
    if (wanted <= 0 && open.length === 0) break;
    const { repIds, waiting } =
      wanted > 0 ? choose(plan, question, at, open, wanted) : { repIds: [], waiting: at.waiting };
    if (repIds.length + open.length > 0) {
      const untilMs = Math.min(nowMs + plan.answerMs, at.ringEndsAtMs ?? Number.POSITIVE_INFINITY);
      const { round } = at;
      const offers = repIds.map((repId): Offer => ({ repId, sinceMs: nowMs, untilMs, round }));
      const offersMade = made + offers.length;
      return offeredPlace([...open, ...offers], { ...at, offersMade, waiting }, plan);
    }
    at = further(plan, question, at);
  }
  return giveUp(plan, question, made > 0 || question.tried.length > 0, progress);
};
