import type { Delivery, Placement, StartQuestion } from "../model/delivery.js";
import { type AfterwardsOptions, afterwards, afterwardsOptions } from "./afterwards/afterwards.js";

/**
 * Options of {@link assign}.
 *
 * @since 0.1.0
 */
export interface AssignOptions extends AfterwardsOptions {}

const toFirst = ({ ranking }: StartQuestion): Placement => {
  const first = ranking().at(0);
  return first === undefined
    ? { status: "unassigned", reason: "nobody-else" }
    : { status: "assigned", repId: first.id, counts: true };
};

/**
 * Pushes the lead to the first candidate, whose turn ends and is booked at once.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `closed` | closed, with its holder | a no-show gives the price back, any other result counts (`noShow`, `cancelled`, `disqualified`) |
 * | `merged` | closed, with its holder, as a duplicate | the price goes back (`merged`) |
 * | `returned`, `released` | dealt on among the others; `unassigned` when there is nobody else | the price goes back (`returned`, `released`), the next turn is booked |
 * | `reassigned` | goes to the named rep, if every filter lets it through | the price goes back (`reassignedAway`); the move by hand books nothing (`reassignedTo`) |
 * | `worked` | the decision keeps when first contact was made | nothing |
 * | `woken`, `expired` | one that nobody has, or that waited until now, is dealt | the turn is booked |
 * | `updated` | looked at again, as far as `lookAgainUntil` goes | the turn is booked; a holder who loses the lead gets its price back |
 *
 * The names are the rows of {@link LedgerPolicy} that say otherwise. Every other event, and every event of a closed lead, is refused with a rule and a reason, and changes nothing. A rep
 * who gave the lead up is not dealt it again.
 *
 * @remarks
 * - **Load:** the holder has one open lead until the lead is closed, returned or moved.
 * - **Promise:** each price given back loosens the bound of {@link rotation} on the owed side by one lead, so one
 *   rep gets at most `refundsPerRep` of them; later returns stay charged.
 * - **Errors:** a `RangeError` for a `refundsPerRep` that is no whole number or negative, for an unknown `lookAgainUntil`, and for a
 *   `policy` with an unknown row or value.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: assign() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const given = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const event = { id: "e1", atMs: 60_000, type: "returned" } as const;
 * const dealtOn = unwrap(strategy.respond(lead, given.decision, event, roster, given.state));
 * [holderOf(given.decision), holderOf(dealtOn.decision)]; // => ["ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const assign = (options: AssignOptions = {}): Delivery => {
  const settings = afterwardsOptions("assign", options);
  return {
    name: "assign",
    literals: { ...settings, policy: { ...settings.policy } },
    start: toFirst,
    on: afterwards(toFirst, settings),
  };
};
