import { demand } from "../internal/demand.js";
import type { Explanation } from "../model/explanation.js";
import type { RepId } from "../model/id.js";
import { leftOutText, listed, type Manner, named, outcomeText, standsText, wayText } from "./words.js";

/**
 * How an explanation is put into words.
 *
 * @since 0.1.0
 */
export interface TextOptions {
  /** What a rep is called. Absent: by its id. Reasons name no other rep, but for those of your own filters. */
  readonly nameOf?: (repId: RepId) => string;
  /** How many reps are told of in each part. Absent: 20. */
  readonly most?: number;
}

const cutAt = <A>(
  most: number,
  all: readonly A[],
  textOf: (one: A, i: number) => string,
): readonly string[] => {
  const lines = all.slice(0, most).map(textOf);
  return all.length > most ? [...lines, `... and ${all.length - most} more.`] : lines;
};

/** A tie decides where the first of those who stand level has the lead, and nobody else. */
const tieText = ({ tie = [], given }: Explanation, manner: Manner): readonly string[] => {
  const [first] = tie;
  if (first === undefined) return [];
  const isDecided = given.length === 1 && given[0] === first;
  const goes = isDecided ? `: the tie goes to ${manner.nameOf(first)}` : "";
  return [`${listed(tie, manner)} stand level${goes}.`];
};

const partText = (explanation: Explanation, isLast: boolean, manner: Manner): string => {
  const { leadId, path, candidates, leftOut } = explanation;
  const { nameOf, most } = manner;
  const way = path.length === 0 ? "" : ` (${wayText(explanation)})`;
  const goes = isLast
    ? `${outcomeText(explanation, manner)}${way}`
    : `finds nobody in ${wayText(explanation)}`;
  const { length } = candidates;
  return [
    `Lead ${named(leadId)} ${goes}.`,
    ...cutAt(most, candidates, (rep, i) => `${i + 1}. ${nameOf(rep.repId)} ${standsText(rep, length)}.`),
    ...tieText(explanation, manner),
    ...cutAt(most, leftOut, (rep) => `${nameOf(rep.repId)} ${leftOutText(rep, explanation)}.`),
  ].join("\n");
};

/**
 * An explanation in words that a sales rep understands, one line a rep.
 *
 * First where the lead goes, then the candidates best first, then the tie if there was one, then those left out.
 * Alternatives that were asked before come before, each with lines of its own.
 *
 * @remarks
 * **Errors:** a `RangeError` when `most` is not a whole number.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [language()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", languages: ["en", "de"] }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0, languages: ["sv"] };
 * const explanation = unwrap(explain(strategy, lead, roster, emptyState({ seed: "s" })));
 * explanationText(explanation).split("\n");
 * // => ["Lead l1 goes to bob.", "1. bob is the only one who may have it.", "ann is left out by language: speaks en, de; the lead asks for sv."]
 * ```
 *
 * @since 0.1.0
 */
export const explanationText = (
  explanation: Explanation,
  { nameOf = named, most = 20 }: TextOptions = {},
): string => {
  demand(Number.isInteger(most) && most >= 0, "explanationText: most must be a whole number");
  const before = (explanation.before ?? []).map((each) => partText(each, false, { nameOf, most }));
  return [...before, partText(explanation, true, { nameOf, most })].join("\n\n");
};
