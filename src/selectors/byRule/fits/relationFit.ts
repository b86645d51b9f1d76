import { demand } from "../../../internal/demand.js";
import { shortened } from "../../../internal/shortened.js";
import type { Json } from "../../../model/json.js";
import type { Lead } from "../../../model/lead.js";
import { type FitOptions, type FitTerm, nearness, pointsOf } from "./fitTerm.js";

/**
 * Options of {@link relationFit}.
 *
 * @since 0.1.0
 */
export interface RelationFitOptions extends FitOptions {
  /**
   * The attribute of the lead that holds the id of a rep, or a list of ids, best first. Absent: the lead's
   * `ownerId`.
   */
  readonly attribute?: string;
}

const idsIn = (value: Json | undefined): readonly Json[] =>
  typeof value === "string" ? [value] : Array.isArray(value) ? value : [];

const known = ({ attributes, ownerId }: Lead, attribute: string | undefined): readonly Json[] => {
  if (attribute === undefined) return ownerId === undefined ? [] : [ownerId];
  return idsIn(attributes?.[attribute]);
};

/**
 * A term of {@link bestMatch}: whether the rep has had to do with this customer before.
 *
 * 1 for the lead's `ownerId`; or, with `attribute`, 1 for the rep whose id stands there, and 1/n less for each
 * place behind on a list of n ids. 0 for everybody else, and for all where the lead says nothing, or something that
 * is no id. Ids are compared letter by letter.
 *
 * @remarks
 * - **Errors:** a `RangeError` for points that are not above 0 and at most 1,000,000, and for an attribute that is
 *   no text.
 * - **Cost:** O(ids on the list) for each candidate.
 *
 * Here the past is one reason among others. Where it settles the matter, take {@link owner}, {@link direct} or
 * {@link sticky}.
 *
 * @example
 * ```ts
 * const terms = [relationFit({ attribute: "metBefore", points: 2 }), experienceFit()];
 * const strategy = compose({ ledger: "desk", filters: [], selector: bestMatch({ terms }) });
 * const roster = { reps: [{ id: "ann", experience: 9 }, { id: "bob", experience: 1 }] };
 * const lead = { id: "l1", receivedAtMs: 0, complexity: 1, attributes: { metBefore: ["bob"] } };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const relationFit = (options: RelationFitOptions = {}): FitTerm => {
  const points = pointsOf("relationFit", options);
  const { attribute }: RelationFitOptions = Object(options);
  demand(attribute === undefined || typeof attribute === "string", "relationFit: attribute must be a text");
  return {
    name: attribute === undefined ? "relation" : `relation ${shortened(attribute)}`,
    literals: { attribute: attribute ?? null },
    points,
    fitOf: ({ lead, rep }) => {
      const ids = known(lead, attribute);
      return nearness(ids.indexOf(rep.id), ids.length);
    },
    says: ({ lead, rep }) =>
      known(lead, attribute).includes(rep.id) ? "knows the customer" : "does not know the customer",
  };
};
