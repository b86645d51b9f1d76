import * as E from "fp-ts/lib/Either.js";
import { isRecord } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { Explanation } from "../model/explanation.js";
import type { Lead } from "../model/lead.js";
import type { Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { DecideOptions, Strategy } from "../model/strategy.js";

const NOTHING_DECIDED: Problems = [
  {
    path: ["options", "earlier"],
    message: "stands, so nothing was decided: explain from what came before it",
  },
];

const NOT_EXPLAINED: Problems = [{ path: ["strategy"], message: "gives no explanation" }];

/**
 * Says why a lead went where it went: for each rep the first stage that left it out, or its place in the order.
 *
 * The reasoning is that of the very decision that the strategy makes of these inputs, so give it the state from
 * *before* the decision that you ask about. Nothing is booked. `options.explain` puts the same into the
 * outcome of a decision as it is made. {@link explanationText} turns it into words.
 *
 * @remarks
 * - **Order:** those left out by id, each with the first filter, in written order, that says no; then whoever fell
 *   behind in a preference; then, by the selector's name, who takes no turn. Candidates best first.
 * - **Errors:** those of the strategy; an `earlier` decision that stands, since nothing is decided then.
 * - **Cost:** every filter about every rep, and the whole order: more than a decision, and nobody pays who does not ask.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", languages: ["en", "de"] }, { id: "bob" }] };
 * const { leftOut } = unwrap(explain(strategy, { id: "l1", receivedAtMs: 0, languages: ["sv"] }, roster, emptyState({ seed: "s" })));
 * leftOut.map(({ repId, by, reason }) => [repId, by, reason]); // => [["ann", "language", "speaks en, de; the lead asks for sv"]]
 * ```
 *
 * @since 0.1.0
 */
export const explain = (
  strategy: Strategy,
  lead: Lead,
  roster: Roster,
  state: State,
  options: Omit<DecideOptions, "explain"> = {},
): E.Either<Problems, Explanation> =>
  answer(() => {
    const result = strategy(lead, roster, state, isRecord(options) ? { ...options, explain: true } : options);
    if (E.isLeft(result)) return result;
    const { explanation, decision } = result.right;
    if (explanation !== undefined) return E.right(explanation);
    return E.left(decision === options.earlier ? NOTHING_DECIDED : NOT_EXPLAINED);
  });
