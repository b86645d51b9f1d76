import * as E from "fp-ts/lib/Either.js";
import { quoted } from "../internal/quoted.js";
import { foldLog } from "../log/foldLog.js";
import type { Explanation } from "../model/explanation.js";
import type { LeadId } from "../model/id.js";
import type { Log } from "../model/log.js";
import type { Problems } from "../model/problem.js";
import type { Strategy } from "../model/strategy.js";

const notInLog = (leadId: LeadId): Problems => [
  { path: ["leadId"], message: `stands in no entry of the log: ${quoted(leadId)}` },
];

/**
 * Explains how a past lead was decided, by folding the log of inputs again.
 *
 * Returns one explanation for each time that filters and selector were asked about the lead: when it came in,
 * and each time that it was dealt on. A move by hand asks nobody, so it stands in the log and not here.
 *
 * @remarks
 * - **State:** nothing is kept but where each lead stands; the entries are read once, in their order.
 * - **Errors:** a lead that stands in no entry; an input that the strategy refuses, or an entry that is none, with its
 *   place in the log, wherever that is.
 * - **Promise:** the explanations are those of the decisions that were made, as long as strategy and log are the same.
 * - **Cost:** one decision for each entry.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation() });
 * const away = { reps: [{ id: "ann", presence: "away" }, { id: "bob" }] } as const;
 * const log = {
 *   first: emptyState({ seed: "s" }),
 *   entries: [
 *     { type: "lead", lead: { id: "l1", receivedAtMs: 0 }, roster: away },
 *     { type: "lead", lead: { id: "l2", receivedAtMs: 1 }, roster: away },
 *   ],
 * } as const;
 * const [explanation] = unwrap(explainFrom(strategy, log, "l2"));
 * [explanation?.given, explanation?.leftOut.map(({ reason }) => reason)]; // => [["bob"], ["is away"]]
 * ```
 *
 * @since 0.1.0
 */
export const explainFrom = (
  strategy: Strategy,
  log: Log,
  leadId: LeadId,
): E.Either<Problems, readonly Explanation[]> => {
  const explanations: Explanation[] = [];
  const folded = foldLog(strategy, log, {
    explain: (id) => id === leadId,
    each: ({ explanation }) => {
      if (explanation !== undefined) explanations.push(explanation);
    },
  });
  if (E.isLeft(folded)) return folded;
  return folded.right.leads.has(leadId) ? E.right(explanations) : E.left(notInLog(leadId));
};
