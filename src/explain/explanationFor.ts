import type { Explanation } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import type { TextOptions } from "./explanationText.js";
import { leftOutText, type Manner, named, outcomeText, standsText, wayText } from "./words.js";

/** How a candidate stood, and, where it did not get the lead, who stood before it. */
const placeText = (explanation: Explanation, place: number, { nameOf, most }: Manner): string => {
  const { candidates, given, tie = [] } = explanation;
  const own = candidates[place];
  const first = candidates[0];
  if (own === undefined || first === undefined) return "";
  const stands = `place ${place + 1} of ${candidates.length}, ${standsText(own, candidates.length)}.`;
  if (given.includes(own.repId)) return stands;
  const ahead = tie.includes(own.repId)
    ? `It stands level with ${nameOf(first.repId)}, who comes first.`
    : `First is ${nameOf(first.repId)}, who ${standsText(first, candidates.length)}.`;
  return `${stands} ${own === first ? `The lead ${outcomeText(explanation, { nameOf, most })}.` : ahead}`;
};

/** What one part says of a rep; nothing where it was not on the roster. */
const lineFor = (explanation: Explanation, repId: RepId, manner: Manner): string | undefined => {
  const { candidates, leftOut } = explanation;
  const out = leftOut.find((each) => each.repId === repId);
  if (out !== undefined) return `${leftOutText(out, explanation)}.`;
  const place = candidates.findIndex((each) => each.repId === repId);
  return place < 0 ? undefined : placeText(explanation, place, manner);
};

const headFor = ({ leadId, status, given }: Explanation, repId: RepId, name: string): string => {
  if (!given.includes(repId)) return `${name} does not get lead ${named(leadId)}`;
  return `${name} ${status === "assigned" ? "gets" : "is asked about"} lead ${named(leadId)}`;
};

/**
 * What an explanation says to one rep: why it has the lead, or what stood in the way, one line for each
 * alternative that was asked.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", languages: ["en", "de"] }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0, languages: ["sv"] };
 * const explanation = unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })));
 * explanationFor(explanation, "ann");
 * // => "ann does not get lead l1: is left out by language: speaks en, de; the lead asks for sv."
 * ```
 *
 * @since 0.1.0
 */
export const explanationFor = (
  explanation: Explanation,
  repId: RepId,
  { nameOf = named }: Pick<TextOptions, "nameOf"> = {},
): string => {
  const manner = { nameOf, most: 20 };
  const head = headFor(explanation, repId, nameOf(repId));
  const lines = [...(explanation.before ?? []), explanation].flatMap((part) => {
    const line = lineFor(part, repId, manner);
    return line === undefined ? [] : [{ way: wayText(part), line }];
  });
  if (lines.length === 0) return `${head}: is not on the roster.`;
  if (lines.length === 1) return `${head}: ${lines.map(({ line }) => line).join("")}`;
  return [`${head}.`, ...lines.map(({ way, line }) => `In ${way}: ${line}`)].join("\n");
};
