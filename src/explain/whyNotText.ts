import { explanationFor } from "./explanationFor.js";
import type { TextOptions } from "./explanationText.js";
import type { WhyNot } from "./whyNot.js";
import { named } from "./words.js";

/**
 * The answer to "why not me?" in words: what stood in the way, and each change that would have done.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [expertise()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", skills: { crm: 1 } }, { id: "bob", skills: { crm: 5 } }] };
 * const lead = { id: "l1", receivedAtMs: 0, needs: { crm: 3 } };
 * whyNotText(unwrap(whyNot(strategy, "ann", lead, roster, emptyState({ seed: "s" })))).split("\n");
 * // => ["ann does not get lead l1: is left out by expertise: has crm 1; the lead needs crm 3.", "It would have, with skill crm at 3 instead of 1."]
 * ```
 *
 * @since 0.1.0
 */
export const whyNotText = (
  { repId, won, changes, explanation }: WhyNot,
  { nameOf = named }: Pick<TextOptions, "nameOf"> = {},
): string => {
  const why = explanationFor(explanation, repId, { nameOf });
  if (won || explanation.isHidden === true) return why;
  const [first, ...rest] = changes.map(({ says }) => says);
  if (first === undefined) return `${why}\nNo change of one kind would have been enough.`;
  return [why, `It would have, with ${first}.`, ...rest.map((says) => `Or with ${says}.`)].join("\n");
};
