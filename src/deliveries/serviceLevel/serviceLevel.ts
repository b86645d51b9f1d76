import type { Decision } from "../../model/decision.js";
import type {
  Delivery,
  EventQuestion,
  Move,
  Placement,
  Refusal,
  StartQuestion,
} from "../../model/delivery.js";
import type { RepId } from "../../model/id.js";
import type { EpochMs } from "../../model/instant.js";
import type { Rep } from "../../model/rep.js";
import { type Awaited, onDue } from "./onDue.js";
import { demandDelivery, type ServiceLevelOptions, type Terms, termsOf } from "./options.js";
import { termFrom } from "./term.js";

/** First contact takes the waiting off a decision. */
const isAwaited = (decision: Decision): decision is Awaited =>
  decision.status === "assigned" && decision.dueAtMs !== undefined && decision.wakeAtMs !== undefined;

/** Whoever newly has the lead has from now on so long for first contact. */
const timed = (
  terms: Terms,
  placement: Placement,
  repOf: (repId: RepId) => Rep | undefined,
  nowMs: EpochMs,
): Placement =>
  placement?.status === "assigned"
    ? { ...placement, ...termFrom(terms, () => repOf(placement.repId), nowMs) }
    : placement;

/** Whoever comes in order, or is named, may have the lead. */
const amongCandidates =
  ({ candidate }: StartQuestion) =>
  (repId: RepId): Rep | undefined => {
    const found = candidate(repId);
    return found._tag === "Right" ? found.right.rep : undefined;
  };

/** The holder keeps the lead as it was: no new time begins. */
const keepsIt = ({ decision }: EventQuestion, { refund }: Move, placement: Placement): boolean =>
  placement?.status === "assigned" &&
  !placement.counts &&
  refund === undefined &&
  decision.status === "assigned" &&
  decision.repId === placement.repId;

/** The same for what comes of an event. */
const withTerms = (terms: Terms, question: EventQuestion, reply: Move | Refusal): Move | Refusal => {
  if (Object(reply).place === undefined) return reply;
  const move = reply as Move;
  const { ifNobody } = move;
  return {
    ...move,
    ...(ifNobody === undefined ? {} : { ifNobody: withTerms(terms, question, ifNobody) as Move }),
    place: (...asked) => {
      const placement = move.place(...asked);
      return keepsIt(question, move, placement)
        ? placement
        : timed(terms, placement, question.repOf, question.nowMs);
    },
  };
};

/**
 * Puts a time for first contact on a delivery: whoever newly has the lead is to make it (`worked`) before the time is over, is reminded
 * of it, and else loses the lead to the next.
 *
 * The time begins when a rep has the lead, be it pushed, accepted, claimed or moved by hand, and ends with `worked`. The decision says until when
 * (`dueAtMs`) and when to come back (`wakeAtMs`); the host comes back then with a `woken` event.
 *
 * | event of a lead whose holder has made no contact | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `woken`, `expired` before `wakeAtMs` | refused: `not-due` | nothing |
 * | at a reminder | the same holder, who is told (`reminded`) | nothing |
 * | at `dueAtMs` or later | taken away, and dealt on by the delivery as after a return | what the next turn costs; the price of the old stays paid unless the policy says otherwise (`lapsed`) |
 * | `worked` | the decision keeps when; nothing is waited for any more | nothing |
 *
 * Everything else is answered by the delivery itself.
 *
 * @remarks
 * - **Never twice in a row** while anybody else may have the lead: whoever let the time run out is not dealt it again, nor anybody who gave it up
 *   before; with `barLast: 1` only the last. Of those who are asked again, also who refused an offer.
 * - **The only one left** keeps the lead, is reminded, and has the same time again, whatever the filters say of it by now, as long as it is active
 *   on the roster. Where a filter has the lead wait, or the delivery has an end of its own for it, that goes before.
 * - **Order of events:** they are answered as they come. A first contact that is told before the lapse ends the time, also one that was made late; one that
 *   is told after it is refused as `not-holder`, also one that was made in time: name the rep in `worked`, or it counts for the next holder. What happens
 *   to the lead after `dueAtMs` and before the host has come back is no lapse.
 * - **Working minutes** are those of the holder's own hours and times off, as the roster has them when the time begins. Whoever does not work within 400 days has
 *   them by the clock. Reminders go by the clock.
 * - **Lapses** are counted in the decision, over all holders; `mostLapses` ends it with `unassigned` and the reason `no-contact`. Filters are told who was
 *   silent: {@link responsive}.
 * - **Strategies that change:** a lead that was given without a time goes on without one, and a time is no longer waited for once the strategy has none.
 * - **Errors:** a `RangeError` for times and numbers that are not whole or not above 0, for both times or none, for words that no option knows, and for
 *   what is no delivery.
 * - **Cost:** that of the delivery; a lapse costs what a return does. With `withinWorkingMinutes` O(days until then) for each new holder.
 *
 * @see Distribution Engine and Kubaru, which give such a lead to the next, and never to the same rep twice in a row
 *
 * @example
 * ```ts
 * const delivery = serviceLevel(assign(), { withinMs: 900_000, remindBeforeMs: [300_000] });
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation(), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const given = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const wake = (atMs: number) => ({ id: `woken at ${atMs}`, atMs, type: "woken" }) as const;
 * const told = unwrap(strategy.respond(lead, given.decision, wake(600_000), roster, given.state));
 * const late = unwrap(strategy.respond(lead, told.decision, wake(900_000), roster, told.state));
 * [wakeAtMsOf(given.decision), holderOf(told.decision), wakeAtMsOf(told.decision), holderOf(late.decision)];
 * // => [600_000, "ann", 900_000, "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const serviceLevel = (delivery: Delivery, options: ServiceLevelOptions): Delivery => {
  demandDelivery(delivery);
  const terms = termsOf(options);
  const { name, literals = null } = delivery;
  const begun = (question: StartQuestion, placement: Placement): Placement =>
    timed(terms, placement, amongCandidates(question), question.nowMs);
  return {
    name: "serviceLevel",
    literals: { ...terms, delivery: [name, literals] },
    start: (question) => begun(question, delivery.start(question)),
    ...(delivery.nobody === undefined
      ? {}
      : { nobody: (question) => begun(question, delivery.nobody?.(question) as Placement) }),
    on: (question) => {
      const { event, decision } = question;
      const isWake = event.type === "woken" || event.type === "expired";
      const reply =
        isWake && isAwaited(decision) ? onDue(terms, delivery, question, decision) : delivery.on(question);
      return withTerms(terms, question, reply);
    },
  };
};
