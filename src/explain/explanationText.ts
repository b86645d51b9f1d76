import { demand } from "../internal/demand.js";
import type { Explanation, RankedRep } from "../model/explanation.js";
import type { RepId } from "../model/id.js";

/**
 * How an explanation is put into words.
 *
 * @since 0.1.0
 */
export interface TextOptions {
  /** What a rep is called. Absent: by its id. */
  readonly nameOf?: (repId: RepId) => string;
  /** How many reps are told of in each part. Absent: 20. */
  readonly most?: number;
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;

const outcomeText = ({ status, given }: Explanation, nameOf: (repId: RepId) => string): string => {
  const names = listed(given.map(nameOf));
  switch (status) {
    case "assigned":
      return `goes to ${names}`;
    case "offered":
      return `is offered to ${names}`;
    case "pooled":
      return `may be claimed by ${names}`;
    case "parked":
      return "is put aside";
    case "unassigned":
      return "goes to nobody";
    case "closed":
      return "is closed";
  }
};

const tieText = ({ tie = [] }: Explanation, nameOf: (repId: RepId) => string): readonly string[] =>
  tie.length === 0
    ? []
    : [`${listed(tie.map(nameOf))} stand level: the tie goes to ${nameOf(tie[0] ?? "")}.`];

const cut = <A>(
  all: readonly A[],
  most: number,
  textOf: (one: A, i: number) => string,
): readonly string[] => {
  const lines = all.slice(0, most).map(textOf);
  return all.length > most ? [...lines, `... and ${all.length - most} more.`] : lines;
};

const candidateText = ({ merit }: RankedRep): string => (merit === undefined ? "may have it" : merit.says);

const partText = (explanation: Explanation, nameOf: (repId: RepId) => string, most: number): string => {
  const { path, candidates, leftOut } = explanation;
  const branch = path.length === 0 ? "" : ` (${path.join(" / ")})`;
  return [
    `Lead ${explanation.leadId} ${outcomeText(explanation, nameOf)}${branch}.`,
    ...cut(candidates, most, (rep, i) => `${i + 1}. ${nameOf(rep.repId)} ${candidateText(rep)}.`),
    ...tieText(explanation, nameOf),
    ...cut(leftOut, most, ({ repId, by, reason }) => `${nameOf(repId)} is left out by ${by}: ${reason}.`),
  ].join("\n");
};

const optionsOf = ({ nameOf = (repId) => repId, most = 20 }: TextOptions): Required<TextOptions> => {
  demand(Number.isInteger(most) && most >= 0, "explanationText: most must be a whole number");
  return { nameOf, most };
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
 * // => ["Lead l1 goes to bob.", "1. bob is owed 1.00 leads: 1.00 of this one, 0.00 from before.", "ann is left out by language: speaks en, de; the lead asks for sv."]
 * ```
 *
 * @since 0.1.0
 */
export const explanationText = (explanation: Explanation, options: TextOptions = {}): string => {
  const { nameOf, most } = optionsOf(options);
  return [...(explanation.before ?? []), explanation]
    .map((each) => partText(each, nameOf, most))
    .join("\n\n");
};

const lineFor = (explanation: Explanation, repId: RepId, nameOf: (repId: RepId) => string): string => {
  const { leadId, given, candidates, leftOut } = explanation;
  const out = leftOut.find((each) => each.repId === repId);
  if (out !== undefined) return `${nameOf(repId)} is left out of lead ${leadId} by ${out.by}: ${out.reason}.`;
  const place = candidates.findIndex((each) => each.repId === repId);
  const own = candidates[place];
  if (own === undefined) return `${nameOf(repId)} was not on the roster when lead ${leadId} was dealt.`;
  const stands = `place ${place + 1} of ${candidates.length}, ${candidateText(own)}.`;
  if (given.includes(repId)) {
    const gets = explanation.status === "assigned" ? "gets" : "is asked about";
    return `${nameOf(repId)} ${gets} lead ${leadId}: ${stands}`;
  }
  const [first] = candidates;
  const against =
    first === undefined || first === own ? "" : ` First is ${nameOf(first.repId)}: ${candidateText(first)}.`;
  return `${nameOf(repId)} does not get lead ${leadId}: ${stands}${against}`;
};

/**
 * The lines of an explanation that one rep asks about: why it has the lead, or what stood in the way.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const explanation = unwrap(explain(strategy, { id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * explanationFor(explanation, "cyd"); // => "cyd was not on the roster when lead l1 was dealt."
 * ```
 *
 * @since 0.1.0
 */
export const explanationFor = (
  explanation: Explanation,
  repId: RepId,
  { nameOf = (id) => id }: Pick<TextOptions, "nameOf"> = {},
): string => lineFor(explanation, repId, nameOf);
