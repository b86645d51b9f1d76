import { leastShape } from "../check/limit.js";
import { oneOf, recordOf } from "../check/shape.js";
import { counted } from "../internal/counted.js";
import { copied } from "../limits/copied.js";
import type { Filter } from "../model/filter.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import type { Note } from "../model/notes.js";
import { type ExemptLead, exemptFrom, exemptShape } from "./exempt.js";
import { PASS } from "./pass.js";

/**
 * The options of {@link finishFirst}.
 *
 * @since 0.1.0
 */
export interface FinishFirstOptions {
  /** So many unfinished leads at once, whole and above 0. */
  readonly most: number;
  /** When a lead is finished: with first contact, or when it is closed. A lead that the rep has no more is finished too. */
  readonly until: "worked" | "closed";
  /** Leads that pass although there is no room. They are unfinished like all others. Absent: none. */
  readonly exempt?: readonly ExemptLead[];
}

/** How many leads are held without first contact, of all that strategies with this filter gave. */
const UNWORKED = "unworked";

/** No more than are open: what was told of a rep who was not on the roster went by unheard. */
const unworked = ({ notes, standing }: Pick<FilterQuestion, "notes" | "standing">): number =>
  Math.min(notes.ofRep(UNWORKED)[0] ?? 0, standing.openLeads);

const noted = (count: number): readonly Note[] => [
  { name: UNWORKED, of: "rep", values: count > 0 ? [count] : [] },
];

const note: NonNullable<Filter["note"]> = (question) => {
  const { what, isWorked, notes } = question;
  if (what === "taken") return noted(unworked(question) + 1);
  const isFinished = what === "worked" || (what === "released" && !isWorked);
  return isFinished ? noted((notes.ofRep(UNWORKED)[0] ?? 0) - 1) : [];
};

/**
 * Keeps the reps who have fewer than so many unfinished leads: whoever has them must finish one before it takes another.
 *
 * Finished is a lead with which first contact was made (`until: "worked"`, counted from the events), or one that is closed, returned, moved or taken away (both). Open leads
 * are the roster's `openLeads` where given, else what the state counts. Open offers count as unfinished leads; an offer of this very lead does not.
 *
 * @remarks
 * - **Units:** leads, whatever they weigh. By effort, and with a number for each rep: {@link capacity}.
 * - **State:** one number for each rep who has such a lead, over all strategies on this state with this filter; none with `until: "closed"`. Counting begins with the first lead that is given with it.
 * - **Promise:** as long as the state's count of open leads is the one used, and but for exempt leads, no rep ever comes to have more, under every order of events.
 * - **Who left the roster** is not heard of: what becomes of its leads meanwhile is put right by their number. It never has fewer places than that leaves.
 * - **Errors:** a `RangeError` for options that mean nothing.
 * - **Cost:** O(1) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [finishFirst({ most: 1, until: "worked" })], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }] };
 * const [first, second] = [{ id: "l1", receivedAtMs: 0 }, { id: "l2", receivedAtMs: 1 }];
 * const given = unwrap(strategy(first, roster, emptyState({ seed: "s" })));
 * const full = unwrap(strategy(second, roster, given.state));
 * const worked = unwrap(strategy.respond(first, given.decision, { id: "e1", atMs: 2, type: "worked" }, roster, full.state));
 * const again = unwrap(strategy(second, roster, worked.state, { nowMs: 3, earlier: full.decision }));
 * [holderOf(full.decision), holderOf(again.decision)]; // => [undefined, "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const finishFirst = (options: FinishFirstOptions): Filter => {
  const shape = recordOf({ most: leastShape, until: oneOf("worked", "closed") }, { exempt: exemptShape });
  const literals = copied("finishFirst", shape, options);
  const { most, until, exempt = [] } = literals;
  const isExempt = exemptFrom(exempt);
  const isByContact = until === "worked";
  return {
    name: "finishFirst",
    literals,
    test: (question) => {
      const { openLeads, openOffers } = question.standing;
      const unfinished = isByContact ? unworked(question) : openLeads;
      const has = unfinished + openOffers;
      if (has < most || question.isHolder || isExempt(question)) return PASS;
      const offers = openOffers > 0 ? ` and ${counted(openOffers, "open offer")}` : "";
      const leads = isByContact
        ? `${counted(unfinished, "lead")} without first contact`
        : counted(unfinished, "open lead");
      return { passes: false, reason: `holds ${leads}${offers}; at most ${most}`, has, wants: most };
    },
    ...(isByContact ? { note } : {}),
  };
};
