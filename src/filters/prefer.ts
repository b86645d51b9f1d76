import { demand } from "../internal/demand.js";
import type { Filter } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { Rep } from "../model/rep.js";
import { everybodyOf } from "./indexes/answers.js";

/** After whatever rank the filter gives. */
const LAST = Number.POSITIVE_INFINITY;

const indexOver =
  (index: NonNullable<Filter["index"]>) =>
  (reps: readonly Rep[]): FilterIndex => {
    const asked = index(reps);
    const rest = { rank: LAST, places: everybodyOf(reps) };
    return (question) => {
      const sets = asked(question);
      // Whoever stands in an earlier set has its rank, so the rest may be everybody.
      return sets && [...sets.filter(({ rank }) => rank < LAST), rest];
    };
  };

/**
 * Turns a filter into a preference: whom it lets through comes first, whom it excludes comes after all others
 * and is not lost.
 *
 * Whoever passes keeps its rank. Ranks are settled when every filter has been asked, in written order, so a
 * preference counts among those who passed all required filters, and only while somebody remains: if nobody
 * who takes a turn is preferred, the others are dealt to as if the preference were not there. Shares are over
 * those who remain. Of two preferences the one written first goes before; a preference of a preference is the same.
 *
 * @remarks
 * - **Errors:** a `RangeError` when it is given no filter.
 * - **Cost:** that of the filter.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [prefer(industry()), available()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", industries: ["retail"] }, { id: "bob", industries: ["health"] }] };
 * const holder = (asked: string) =>
 *   holderOf(unwrap(strategy({ id: "l1", receivedAtMs: 0, industry: asked }, roster, emptyState({ seed: "s" }))).decision);
 * [holder("health"), holder("steel")]; // => ["bob", "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const prefer = (filter: Filter): Filter => {
  const isFilter = typeof filter?.test === "function" && typeof filter.name === "string";
  demand(isFilter, "prefer: needs a filter (was it called?)");
  const { name, literals = null, test, index, note } = filter;
  return {
    name: `prefer ${name}`,
    literals: { filter: name, literals },
    ...(index === undefined ? {} : { index: indexOver(index) }),
    ...(note === undefined ? {} : { note }),
    test: (question) => {
      const answer = test(question);
      // An answer that is none goes on as it is, for the core to refuse.
      return answer?.passes === false && typeof answer.reason === "string"
        ? { passes: true, rank: LAST, reason: answer.reason }
        : answer;
    },
  };
};
