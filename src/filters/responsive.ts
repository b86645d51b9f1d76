import { leastShape, windowMsShape } from "../check/limit.js";
import { recordOf } from "../check/shape.js";
import { counted } from "../internal/counted.js";
import { copied } from "../limits/copied.js";
import type { Filter } from "../model/filter.js";
import { PASS } from "./pass.js";
import { untilOf, untilText } from "./untilText.js";

/**
 * The options of {@link responsive}, whole and above 0.
 *
 * @since 0.1.0
 */
export interface ResponsiveOptions {
  /** So many silences in a row set a rep aside. */
  readonly silencesInARow: number;
  /** For so long after the last of them. */
  readonly forMs: number;
}

/** How many silences since the last word, and the moment of the latest. */
const SILENT = "silent";

/**
 * Sets aside for a time whoever let so many offers, or times for first contact, run out in a row.
 *
 * The row ends when the rep says yes to an offer, claims a lead or makes first contact; being given a lead does not end it. Once the time is over the rep is asked again, and set aside again by
 * the next silence, until it says a word. Silences are counted over all strategies on this state with this filter.
 *
 * @remarks
 * - **Silent** is whom {@link serviceLevel} takes a lead from, and whose offer from {@link cascade} ran out; not one whose offer its ring cut short, and none who said no.
 * - **All of them:** where everybody is set aside, nobody is left. With {@link prefer} around it the silent come last instead.
 * - **State:** two numbers for each rep who was silent last. Who is not on the roster is not heard of.
 * - **Late:** what comes late counts as at the latest moment that is known.
 * - **Errors:** a `RangeError` for options that mean nothing.
 * - **Cost:** O(1) for each rep.
 *
 * @example
 * ```ts
 * const delivery = cascade({ answerMs: 60_000 });
 * const filters = [responsive({ silencesInARow: 1, forMs: 3_600_000 })];
 * const strategy = compose({ ledger: "desk", filters, selector: rotation(), delivery });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const asked = unwrap(strategy(lead, roster, emptyState({ seed: "s" })));
 * const over = unwrap(strategy.respond(lead, asked.decision, { id: "e1", atMs: 60_000, type: "expired" }, roster, asked.state));
 * const whoMay = (nowMs: number) =>
 *   unwrap(strategy.candidates({ id: "l2", receivedAtMs: 0 }, roster, over.state, { nowMs })).map(({ id }) => id);
 * [whoMay(60_000), whoMay(3_660_000)]; // => [["bob"], ["ann", "bob"]]
 * ```
 *
 * @since 0.1.0
 */
export const responsive = (options: ResponsiveOptions): Filter => {
  const literals = copied(
    "responsive",
    recordOf({ silencesInARow: leastShape, forMs: windowMsShape }),
    options,
  );
  return {
    name: "responsive",
    literals,
    test: ({ nowMs, notes }) => {
      const [inARow = 0, lastMs = 0] = notes.ofRep(SILENT);
      const untilMs = lastMs + literals.forMs;
      if (inARow < literals.silencesInARow || nowMs >= untilMs) return PASS;
      const reason = `was silent ${counted(inARow, "time")} in a row, and is passed over ${untilText(untilMs)}`;
      return { passes: false, reason, has: inARow, wants: literals.silencesInARow, ...untilOf(untilMs) };
    },
    note: ({ what, saidYes, nowMs, notes }) => {
      const [inARow = 0, lastMs = 0] = notes.ofRep(SILENT);
      if (what === "silent")
        return [{ name: SILENT, of: "rep", values: [inARow + 1, Math.max(lastMs, nowMs)] }];
      return saidYes || what === "worked" ? [{ name: SILENT, of: "rep", values: [] }] : [];
    },
  };
};
