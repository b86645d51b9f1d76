import { zoneShape } from "../check/schedule.js";
import { recordOf } from "../check/shape.js";
import { copied } from "../limits/copied.js";
import { quotaRules } from "../limits/rules.js";
import type { Filter, Pass } from "../model/filter.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import { PASS } from "./pass.js";

/**
 * The options of {@link quotas}.
 *
 * @since 0.1.0
 */
export interface QuotasOptions {
  /** IANA; whose calendar counts where neither the quota nor the rep's schedule says. Absent: "UTC". */
  readonly timeZone?: string;
}

const NO_QUOTA: Pass = { passes: true, rank: 1, reason: "has no quota" };
const HAS_HAD_IT: Pass = { passes: true, rank: 1, reason: "has had its quota" };

/**
 * Puts first whoever is short of one of its `quotas` in the window that the moment lies in. Nobody is left out.
 *
 * A rep who has had its least in every window comes after, and so does one without quotas. Leads are counted as by {@link limits}: over everything that strategies with this filter
 * on this state give the rep; open offers other than for this lead count as had. Among those who are short the selector chooses; {@link usage} tells a selector of your own how much is missing.
 *
 * @remarks
 * - **State:** three numbers for each rep and kind of window.
 * - **Late:** of a window too long ago to be known, nothing is missing.
 * - **Errors:** a `RangeError` for a time zone that the runtime does not know.
 * - **Cost:** O(quotas) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [quotas()], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", quotas: [{ least: 2, per: "week" }] }] } as const;
 * let state = emptyState({ seed: "s" });
 * const takers = ["l1", "l2", "l3"].map((id) => {
 *   const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["bob", "bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const quotas = (options: QuotasOptions = {}): Filter => {
  const literals = copied("quotas", recordOf({}, { timeZone: zoneShape }), options);
  const rulesFor = quotaRules(literals);
  return {
    name: "quotas",
    literals,
    test: ({ rep, notes, standing, nowMs }: FilterQuestion) => {
      const rules = rulesFor(rep);
      const isShort = rules.some(({ limit: { least }, counter, note }) => {
        const had = counter.had(notes.ofRep(note), nowMs);
        return had !== undefined && had + standing.openOffers < least;
      });
      if (isShort) return PASS;
      return { ...(rules.length === 0 ? NO_QUOTA : HAS_HAD_IT) };
    },
    note: ({ what, rep, notes, nowMs }) =>
      (what === "taken" ? rulesFor(rep) : []).map(({ limit, counter, note }) => ({
        name: note,
        of: "rep",
        values: counter.taken(notes.ofRep(note), limit.least, nowMs),
      })),
  };
};
