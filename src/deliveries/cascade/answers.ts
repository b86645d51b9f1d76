import type { Offer } from "../../model/decision.js";
import type { EventQuestion, Move, Refusal } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import { dealtOn } from "../afterwards/deal.js";
import type { EventOf, Standing } from "../afterwards/of.js";
import { NOT_DUE, NOT_HELD, OFFER_NOT_BEGUN, OFFER_OVER, withoutOffer } from "../refusals.js";
import { offerNext } from "./offerNext.js";
import type { Plan } from "./plan.js";
import { progressOf } from "./progress.js";
import { filtersOf } from "./rings.js";

/** An event of a lead that is offered. */
export interface Answer {
  readonly plan: Plan;
  readonly question: EventQuestion;
  readonly decision: Standing<"offered">;
}

const idsOf = (offers: readonly Offer[]): readonly RepId[] => offers.map(({ repId }) => repId);

/** Offers that have run out by now. One that its ring cut short is no turn where another ring follows, in which its rep may be asked again. */
const lapsedIn = ({ plan, question, decision }: Answer) => {
  const over = decision.offers.filter(({ untilMs }) => untilMs <= question.event.atMs);
  const isLast = progressOf(decision, plan).ring === plan.rings.length - 1;
  const isCut = ({ sinceMs, untilMs }: Offer): boolean =>
    !isLast && untilMs === decision.ringEndsAtMs && untilMs < sinceMs + plan.answerMs;
  return { over, silent: idsOf(over.filter((offer) => !isCut(offer))) };
};

/** Turns that ended without acceptance: booked where the policy says that they count, else set aside. */
const ended = (
  { policy: { timedOut, refused } }: Plan,
  silent: readonly RepId[],
  declined: readonly RepId[],
): Pick<Move, "lost" | "setAside" | "silent"> => ({
  lost: [...(timedOut === "counts" ? silent : []), ...(refused === "counts" ? declined : [])],
  setAside: [...silent, ...declined],
  silent,
});

/** Whose offer the event answers, or why it answers none. */
const offerOf = ({ question: { event }, decision }: Answer, repId: RepId): Offer | Refusal => {
  const offer = decision.offers.find((each) => each.repId === repId);
  if (offer === undefined) return withoutOffer(decision, repId);
  if (event.atMs < offer.sinceMs) return OFFER_NOT_BEGUN;
  return event.atMs < offer.untilMs ? offer : OFFER_OVER;
};

const askOn = (
  answer: Answer,
  gone: readonly Offer[],
  wereSilent: readonly RepId[],
  saidNo: readonly RepId[],
): Move["place"] => {
  const { plan, question, decision } = answer;
  const open = decision.offers.filter((offer) => !gone.includes(offer));
  const progress = progressOf(decision, plan);
  const silent = [...progress.silent, ...wereSilent];
  const declined = [...progress.declined, ...saidNo];
  return dealtOn((start) => offerNext(plan, start, open, { ...progress, silent, declined }), question);
};

/** The lead is the rep's, if the filters still let it through. The other offers are withdrawn, and no turn is lost by it. */
export const onAccepted = (answer: Answer, { repId }: EventOf<"accepted">): Move | Refusal => {
  const { plan, question, decision } = answer;
  const offer = offerOf(answer, repId);
  if ("rule" in offer) return offer;
  const filters = filtersOf(plan, progressOf(decision, plan));
  const found = question.candidate(repId, filters);
  if (found._tag === "Left") return { rule: found.left.by, reason: found.left.exclusion.reason };
  return {
    ...ended(plan, lapsedIn(answer).silent, []),
    among: filters,
    place: () => ({ status: "assigned", repId, counts: true }),
  };
};

/** The turn is over, and the next is asked. */
export const onDeclined = (answer: Answer, { repId }: EventOf<"declined">): Move | Refusal => {
  const { plan, decision } = answer;
  const offer = offerOf(answer, repId);
  if ("rule" in offer) return offer;
  const { over, silent } = lapsedIn(answer);
  return {
    ...ended(plan, silent, [repId]),
    among: filtersOf(plan, progressOf(decision, plan)),
    place: askOn(answer, [...over, offer], silent, [repId]),
  };
};

/** An open offer to a rep who left or is away is withdrawn, and no turn is lost by it; the next are asked. */
export const onReleased = (answer: Answer, { repId }: EventOf<"released">): Move | Refusal => {
  const { plan, decision } = answer;
  const offer = decision.offers.find((each) => each.repId === repId);
  if (offer === undefined) return NOT_HELD;
  const { over, silent } = lapsedIn(answer);
  return {
    ...ended(plan, silent, []),
    setAside: [...silent, offer.repId],
    among: filtersOf(plan, progressOf(decision, plan)),
    place: askOn(answer, [...over, offer], silent, []),
  };
};

/** Whatever else happens to the lead: offers that have run out by then are over. */
export const sweeping = (answer: Answer, reply: Move | Refusal): Move | Refusal => {
  if ("rule" in reply) return reply;
  const { plan, decision } = answer;
  const { setAside = [], ...turns } = ended(plan, lapsedIn(answer).silent, []);
  const among = filtersOf(plan, progressOf(decision, plan));
  return { ...reply, ...turns, setAside: [...(reply.setAside ?? []), ...setAside], among };
};

/** Whose time is over has lost the turn, and the next are asked. */
export const onExpired = (answer: Answer): Move | Refusal => {
  const { plan, decision } = answer;
  const { over, silent } = lapsedIn(answer);
  if (over.length === 0) return NOT_DUE;
  return {
    ...ended(plan, silent, []),
    among: filtersOf(plan, progressOf(decision, plan)),
    place: askOn(answer, over, silent, []),
  };
};
