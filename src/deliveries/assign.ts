import { demand } from "../internal/demand.js";
import type { Decision } from "../model/decision.js";
import type { Delivery, EventQuestion, Move, Placement, Refund, Refusal } from "../model/delivery.js";
import type { LeadEvent } from "../model/event.js";
import type { RepId } from "../model/id.js";
import type { Ranking } from "../model/selector.js";

/**
 * Options of {@link assign}.
 *
 * @since 0.1.0
 */
export interface AssignOptions {
  /** How often one rep gets a lead's price back for a return or a no-show, on one ledger. Absent: 10. */
  readonly refundsPerRep?: number;
}

const toFirst = (ranking: Ranking): Placement => {
  const first = ranking.at(0);
  return first === undefined
    ? { status: "unassigned", reason: "nobody-else" }
    : { status: "assigned", repId: first.id, counts: true };
};

const refused = (reason: string, rule = "assign"): Refusal => ({ rule, reason });

/** What the holder paid goes back to it. */
const refundTo = (decision: Decision, mostPerRep: number): Refund | undefined =>
  decision.status === "assigned" ? { repId: decision.repId, price: decision.price, mostPerRep } : undefined;

/** Whoever holds the lead; nobody while it is not assigned. */
const holders = (decision: Decision): readonly RepId[] =>
  decision.status === "assigned" ? [decision.repId] : [];

type Of<T extends LeadEvent["type"]> = Extract<LeadEvent, { readonly type: T }>;

const onClosed = ({ decision }: EventQuestion, { result, value }: Of<"closed">, most: number): Move => ({
  refund: result === "no-show" ? refundTo(decision, most) : undefined,
  place: () => ({
    status: "closed",
    ...(decision.status === "assigned" ? { repId: decision.repId } : {}),
    result,
    ...(value === undefined ? {} : { value }),
  }),
});

const onReturned = ({ decision }: EventQuestion, most: number): Move | Refusal =>
  decision.status === "assigned"
    ? {
        refund: refundTo(decision, most),
        setAside: holders(decision),
        place: (ranking) => toFirst(ranking()),
      }
    : refused("nobody holds the lead");

const onReassigned = (question: EventQuestion, { to }: Of<"reassigned">, most: number): Move | Refusal => {
  const { decision, candidate } = question;
  if (decision.status === "assigned" && decision.repId === to)
    return refused("the rep holds the lead already");
  const found = candidate(to);
  if (found._tag === "Left") return refused(found.left.exclusion.reason, found.left.by);
  return {
    refund: refundTo(decision, most),
    setAside: holders(decision),
    place: () => ({ status: "assigned", repId: to, counts: false }),
  };
};

/**
 * Pushes the lead to the first candidate, whose turn ends and is booked at once.
 *
 * | event | what happens to the lead | what happens to the account |
 * |---|---|---|
 * | `closed` | closed, with its holder | a no-show gives the price back, any other result counts |
 * | `returned` | dealt on among the others; `unassigned` when there is nobody else | the price goes back, the next turn is booked |
 * | `reassigned` | goes to the named rep, if every filter lets it through | the price goes back; the move by hand books nothing |
 *
 * Every other event, and every event of a closed lead, is refused with a reason and changes nothing. A rep
 * who gave the lead up is not dealt it again.
 *
 * @remarks
 * - **Load:** the holder has one open lead until the lead is closed, returned or moved.
 * - **Promise:** each price given back loosens the bound of {@link rotation} on the owed side by one lead, so one
 *   rep gets at most `refundsPerRep` of them; later returns stay charged.
 * - **Errors:** a `RangeError` when `refundsPerRep` is not a whole number or is negative.
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
export const assign = ({ refundsPerRep = 10 }: AssignOptions = {}): Delivery => {
  demand(
    Number.isSafeInteger(refundsPerRep) && refundsPerRep >= 0,
    "assign: refundsPerRep must be a whole number",
  );
  return {
    name: "assign",
    literals: { refundsPerRep },
    start: ({ ranking }) => toFirst(ranking),
    on: (question) => {
      const { event, decision } = question;
      if (decision.status === "closed") return refused("the lead is closed");
      switch (event.type) {
        case "closed":
          return onClosed(question, event, refundsPerRep);
        case "returned":
          return onReturned(question, refundsPerRep);
        case "reassigned":
          return onReassigned(question, event, refundsPerRep);
        default:
          return refused("no offer is open");
      }
    },
  };
};
