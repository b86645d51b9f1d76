import { without } from "../../internal/without.js";
import type { AssignedPlace, DecisionBase } from "../../model/decision.js";
import type { Assign, Delivery, EventQuestion, Move, Refusal } from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import { NOT_DUE } from "../refusals.js";
import type { Terms } from "./options.js";
import { nextWakeMs, termFrom } from "./term.js";

/** A lead whose holder has not made first contact, and is waited for. */
export type Awaited = DecisionBase & AssignedPlace & Required<Pick<AssignedPlace, "dueAtMs" | "wakeAtMs">>;

const again = ({ repId, reminded = 0 }: Awaited, said: Pick<Assign, "dueAtMs" | "wakeAtMs">): Assign => ({
  status: "assigned",
  repId,
  counts: false,
  reminded: reminded + 1,
  ...said,
});

/** Of those who gave the lead up, the ones so long ago that they may have it again. */
const freed = ({ barLast }: Terms, tried: readonly RepId[]): readonly RepId[] =>
  barLast === undefined ? [] : tried.slice(0, Math.max(0, tried.length - barLast));

/** The move that a return would make, among those who may have the lead by these terms. */
const dealtOn = (terms: Terms, move: Move, holder: RepId, lapses: number): Move => {
  const { refund, ...others } = move;
  return {
    ...others,
    ...(terms.lapsed === "givesBack" ? { refund } : {}),
    silent: [holder],
    lapses,
    place: (ranking, candidate, tried) => {
      const free = freed(terms, tried);
      if (free.length > 0) ranking({ again: free });
      return move.place(ranking, candidate, without(tried, free));
    },
  };
};

/** The time is over: the lead is dealt on, kept by the only one who is left, or nobody's from now on. */
const onLapse = (
  terms: Terms,
  delivery: Delivery,
  question: EventQuestion,
  decision: Awaited,
): Move | Refusal => {
  const { event, nowMs, repOf } = question;
  const { repId, lapses: before = 0 } = decision;
  const lapses = before + 1;
  const returned = { id: event.id, atMs: event.atMs, type: "returned", repId } as const;
  const reply = delivery.on({ ...question, event: returned });
  if ("rule" in reply) return reply;
  const move = dealtOn(terms, reply, repId, lapses);
  if (terms.mostLapses !== undefined && lapses >= terms.mostLapses)
    return { ...move, place: () => ({ status: "unassigned", reason: "no-contact" }) };
  const holder = repOf(repId);
  const term = termFrom(terms, () => holder, nowMs);
  const isGone = holder === undefined || holder.active === false || term === undefined;
  if (terms.onlyOneLeft === "unassigned" || isGone) return move;
  return { ...move, ifNobody: { silent: [repId], lapses, place: () => again(decision, term) } };
};

/** The time of a lead that is waited for: too early, a reminder, or over. */
export const onDue = (
  terms: Terms,
  delivery: Delivery,
  question: EventQuestion,
  decision: Awaited,
): Move | Refusal => {
  const { event, nowMs } = question;
  const { dueAtMs, wakeAtMs } = decision;
  if (event.atMs < wakeAtMs) return NOT_DUE;
  if (nowMs >= dueAtMs) return onLapse(terms, delivery, question, decision);
  const said = { dueAtMs, wakeAtMs: nextWakeMs(terms, dueAtMs, nowMs) };
  return { place: () => again(decision, said) };
};
