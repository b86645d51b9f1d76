import { windowMsShape } from "../check/limit.js";
import { recordOf } from "../check/shape.js";
import { copied } from "../limits/copied.js";
import { rollingCounter } from "../limits/rollingCounter.js";
import type { Filter } from "../model/filter.js";
import { type ExemptLead, exemptFrom, exemptShape } from "./exempt.js";
import { PASS } from "./pass.js";
import { untilOf, untilText } from "./untilText.js";

/**
 * The options of {@link coolDown}.
 *
 * @since 0.1.0
 */
export interface CoolDownOptions {
  /** The least time between two leads that a rep takes, whole and above 0. */
  readonly pauseMs: number;
  /** Leads that pass although the time is not over, and begin none. Absent: none. */
  readonly exempt?: readonly ExemptLead[];
}

/**
 * Keeps the reps who have taken no lead within a time: between any two leads of a rep lies at least so much.
 *
 * The time begins when a rep newly has a lead, whether pushed, accepted, claimed or moved by hand, and goes on when the lead is returned or closed. It is counted over all
 * strategies on this state that ask for the same time.
 *
 * @remarks
 * - **Offers** that are open begin no time. Whoever says yes to a second one within the time is refused, and may say so again after it.
 * - **Late:** a lead that is decided late must lie as far from those that were taken after it; where that is no longer known, it is refused.
 * - **State:** up to 1,000 moments for each rep, mostly one or two.
 * - **Errors:** a `RangeError` for options that mean nothing.
 * - **Promise:** no two leads of a rep that are not exempt lie closer, under every order of events and moments.
 * - **Cost:** O(1) for each rep.
 *
 * For more than one lead in a time: {@link limits} with a `windowMs`.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [coolDown({ pauseMs: 600_000 })], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [0, 60_000, 120_000, 600_000].map((receivedAtMs) => {
 *   const outcome = unwrap(strategy({ id: `l${receivedAtMs}`, receivedAtMs }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", undefined, "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const coolDown = (options: CoolDownOptions): Filter => {
  const literals = copied("coolDown", recordOf({ pauseMs: windowMsShape }, { exempt: exemptShape }), options);
  const { pauseMs, exempt = [] } = literals;
  const isExempt = exemptFrom(exempt);
  const name = `coolDown ${pauseMs}`;
  const counter = rollingCounter(name, pauseMs);
  return {
    name: "coolDown",
    literals,
    test: (question) => {
      const { nowMs, notes, isHolder } = question;
      const freeMs = isHolder || isExempt(question) ? nowMs : counter.freeFrom(notes.ofRep(name), 1, nowMs);
      if (freeMs <= nowMs) return PASS;
      const reason = `has a pause between two leads ${untilText(freeMs)}`;
      return { passes: false, reason, has: nowMs, wants: freeMs, ...untilOf(freeMs) };
    },
    note: (question) => {
      const { what, nowMs, notes } = question;
      if (what !== "taken" || isExempt(question)) return [];
      return [{ name, of: "rep", values: counter.taken(notes.ofRep(name), 1, nowMs) }];
    },
  };
};
