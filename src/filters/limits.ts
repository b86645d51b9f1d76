import { andThen, oneOf, recordOf, type Shape } from "../check/shape.js";
import { copied } from "../limits/copied.js";
import { fullness } from "../limits/fullness.js";
import { limitRules } from "../limits/rules.js";
import { type LimitScope, scopeShape } from "../limits/scope.js";
import type { Exclusion, Filter } from "../model/filter.js";
import { type ExemptLead, exemptFrom, exemptShape } from "./exempt.js";
import { PASS } from "./pass.js";

/**
 * The options of {@link limits}.
 *
 * @since 0.1.0
 */
export interface LimitsOptions extends LimitScope {
  /** Leads that pass although there is no room, and are not counted. Absent: none. */
  readonly exempt?: readonly ExemptLead[];
  /** What becomes of a lead that nobody may have: `"park"` puts it aside until somebody has room, where that is known. Absent: `"exclude"`. */
  readonly whenFull?: "exclude" | "park";
}

const others = (): Shape => recordOf({}, { exempt: exemptShape, whenFull: oneOf("exclude", "park") });

const untilOf = ({ untilMs = 0 }: Exclusion): number => untilMs;

/** The lead waits for those whose limits are reached. */
const hold: NonNullable<Filter["hold"]> = ({ earliestMs }) => {
  const wakeAtMs = earliestMs();
  return wakeAtMs === undefined ? undefined : { reason: "limits-reached", wakeAtMs };
};

/**
 * Keeps the reps who had fewer leads than their limits allow, in windows of the calendar and in rolling ones.
 *
 * Without options each rep's own `limits` hold, counted over everything that strategies with this filter on this state give the rep, whatever their
 * ledgers. With a `name` those beside it hold: `each` for every rep, `total` for all of them together; leads are then counted under that name, by
 * whichever strategies use it. Several such filters may stand in one strategy, and all of them hold. A lead counts when a rep newly has it, by the strategy or by hand, and
 * goes on counting when it is returned or closed.
 *
 * @remarks
 * - **Offers:** open offers of the rep, other than for this lead, count as leads. For a `total` they do not, since nobody counts offers for all together; who says yes when the total is
 *   reached is refused.
 * - **Windows:** of the calendar of the limit's `timeZone`, else of the rep's schedule, else of the option, else of UTC; a day on which clocks change has 23 or 25
 *   hours. In a rolling window there are never more than `most` within less than `windowMs`.
 * - **Exempt:** nothing, unless `exempt` says so: such leads pass, and are not counted.
 * - **State:** three numbers for each rep and kind of window; for a rolling window up to `most` moments. Counting begins with the first lead after a limit is there, and anew in another time zone.
 * - **Late:** a lead that is decided late is counted where it belongs, in the newest window or the one before. Older windows are no longer known, and count as full.
 * - **Promise:** no limit is ever exceeded, under every order of events and moments; while moments never run back, nobody is left out without need.
 * - **Errors:** a `RangeError` for options that mean nothing: a limit of 0, a zone that the runtime does not know, a name without limits.
 * - **Cost:** O(limits) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [limits()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", limits: [{ most: 1, per: "day" }] }, { id: "bob" }] } as const;
 * let state = emptyState({ seed: "s" });
 * const takers = [0, 1, 2, 86_400_000, 86_400_001].map((receivedAtMs) => {
 *   const outcome = unwrap(strategy({ id: `l${receivedAtMs}`, receivedAtMs }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", "bob", "bob", "ann"]
 * ```
 *
 * @example
 * ```ts
 * const inbound = limits({ name: "inbound", each: [{ most: 1, windowMs: 3_600_000 }], total: [{ most: 2, per: "day" }] });
 * const strategy = compose({ ledger: "desk", filters: [inbound], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "bob", undefined]
 * ```
 *
 * @since 0.1.0
 */
export const limits = (options: LimitsOptions = {}): Filter => {
  const literals = copied("limits", andThen(scopeShape(), others()), options);
  const { name, exempt = [], whenFull } = literals;
  const rulesFor = limitRules(literals);
  const isExempt = exemptFrom(exempt);
  return {
    name: name === undefined ? "limits" : `limits ${name}`,
    literals,
    ...(whenFull === "park" ? { hold } : {}),
    test: (question) => {
      if (question.isHolder || (exempt.length > 0 && isExempt(question))) return PASS;
      let longest: Exclusion | undefined;
      for (const rule of rulesFor(question.rep)) {
        const full = fullness(rule, question);
        if (full !== undefined && (longest === undefined || untilOf(full) > untilOf(longest))) longest = full;
      }
      return longest ?? PASS;
    },
    note: (question) => {
      if (question.what !== "taken" || isExempt(question)) return [];
      const { rep, notes, nowMs } = question;
      return rulesFor(rep).map(({ limit, of, counter, note }) => ({
        name: note,
        of,
        values: counter.taken(of === "rep" ? notes.ofRep(note) : notes.ofAll(note), limit.most, nowMs),
      }));
    },
  };
};
