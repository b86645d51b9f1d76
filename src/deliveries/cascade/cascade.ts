import type { Delivery } from "../../model/delivery.js";
import { afterGivingUp } from "../whenNobody/afterGivingUp.js";
import { onAccepted, onDeclined, onExpired, onReleased, sweeping } from "./answers.js";
import { begin } from "./begin.js";
import type { CascadeOptions } from "./options.js";
import { literalsOf, planOf } from "./plan.js";
import { findsInRings } from "./rings.js";
import { isSilentRace, onSilentRace } from "./silentRace.js";

/**
 * Offers the lead to one rep after another, in the selector's order, until one accepts.
 *
 * An offer is open from its `sinceMs` until just before its `untilMs`: at that very moment it is over. Every answer is
 * judged by its own moment against the offers as they stand, so of two acceptances the one that is answered first wins,
 * and a late one is refused. Whoever accepts must still pass every filter.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `accepted` | assigned; the other offers are withdrawn | the turn is booked among those in play |
 * | `declined` | the next is asked | the turn is booked, unless the policy says otherwise (`refused`) |
 * | `expired`, `woken` | offers that have run out are over, and the next are asked | each such turn is booked, unless the policy says otherwise (`timedOut`) |
 * | `released` | the open offer of the rep that it names is withdrawn, and the next is asked | nothing |
 *
 * Whatever happens to the lead, offers that have run out by then are over. All other events are answered as {@link assign} does, but
 * that a lead is offered anew where it would be dealt on. A decision that
 * waits says until when (`wakeAtMs`): the host comes back then with an `expired` event, or with `woken` for a lead put aside.
 *
 * @remarks
 * - **Who is next:** with `order: "fresh"` whoever comes first at the moment of the offer; with `"fixed"` the order of the moment
 *   when the ring began, and those who joined since at its end; whoever of it may have the lead is asked, also if its weight has
 *   become 0. Nobody whose turn has ended is asked twice in a pass.
 * - **Passes:** a further pass asks, over the last ring, those who were silent; once everybody who was asked has said no, all of
 *   them. With `reverse` every second pass goes backwards.
 * - **Rings** narrow by filters of their own and widen one after the other: when a ring's time is over, or nobody of it is left to
 *   ask. With `ringClock: "arrival"` the times are counted from the lead's arrival and must rise. An offer never outlasts its ring; one
 *   that the ring cuts short costs no turn where another ring follows, and its rep may be asked again there.
 * - **At the end** {@link WhenNobodyAccepts}: with `silentMayClaimForMs` those who did not answer race for the lead first, as in {@link race}, and
 *   whoever said no is out. A lead that is put aside is offered to everybody again when its time has come; woken early, to
 *   those who have not given it up.
 * - **Load:** each open offer counts for its rep, and for `capacity`. It books nothing: leads that come in meanwhile are offered to
 *   the same rep, unless a filter ranks by `standing.openOffers`.
 * - **Promise:** a turn is booked when it ends, so the bound of {@link rotation} holds while turns do not overlap; with b offers of
 *   all leads open at a time it is (2b+1)(n-1)/2 + b leads while the candidates stay the same. A rep that refuses what it does not like
 *   gains no share of the rest. With `"ignored"` it does.
 * - **Errors:** a `RangeError` for times and numbers that are not whole or not above 0, for a word that none of the options knows, for
 *   rings in which no offer could be answered, for a `whenNobody` of two ends, and for a parking after which every ring were over.
 * - **Cost:** one ranking for each answer that asks somebody, and one for each turn that is booked, so n silent offers at once cost n rankings; with `order: "fixed"` the
 *   decision keeps up to `mostOffers` ids.
 *
 * @see L. Svensson, "Strategy-proof allocation of indivisible goods", Social Choice and Welfare 16, 1999, on dictatorships in turn
 *
 * @example
 * ```ts
 * const delivery = cascade({ answerMs: 300_000 });
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation(), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const asked = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const no = { id: "e1", atMs: 60_000, type: "declined", repId: "ann" } as const;
 * const next = unwrap(strategy.respond(lead, asked.decision, no, roster, asked.state));
 * const yes = { id: "e2", atMs: 90_000, type: "accepted", repId: "bob" } as const;
 * const taken = unwrap(strategy.respond(lead, next.decision, yes, roster, next.state));
 * [next.decision.status, holderOf(taken.decision)]; // => ["offered", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const cascade = (options: CascadeOptions): Delivery => {
  const plan = planOf(options);
  const start = begin(plan);
  const others = afterGivingUp(start, plan);
  return {
    name: "cascade",
    literals: literalsOf(plan),
    start,
    nobody: start,
    on: (question) => {
      const { event, decision } = question;
      if (decision.status !== "offered") {
        const claimed = isSilentRace(decision) ? onSilentRace(plan, question, decision) : undefined;
        return claimed ?? others({ ...question, findsAnybody: () => findsInRings(plan, question) });
      }
      const answer = { plan, question, decision };
      switch (event.type) {
        case "accepted":
          return onAccepted(answer, event);
        case "declined":
          return onDeclined(answer, event);
        case "expired":
        case "woken":
          return onExpired(answer);
        case "released":
          return onReleased(answer, event);
        default:
          return sweeping(answer, others(question));
      }
    },
  };
};
