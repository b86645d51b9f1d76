import { demand } from "../../../internal/demand.js";
import { namingThrown } from "../../../internal/namingThrown.js";
import { quoted } from "../../../internal/quoted.js";
import { shortened } from "../../../internal/shortened.js";
import { type FitOptions, type FitQuestion, type FitTerm, pointsOf } from "./fitTerm.js";

/**
 * Options of {@link ownFit}.
 *
 * @since 0.1.0
 */
export interface OwnFitOptions extends FitOptions {
  /** What the term says of a candidate, after its name: "plays golf". Absent: "fits by" and the term's name. */
  readonly says?: (question: FitQuestion) => string;
}

/**
 * A term of {@link bestMatch} of your own: a number from 0, no fit, to 1.
 *
 * It must be pure. Name and version stand for it in the strategy's fingerprint, since source text says nothing
 * reliable: give it a new version when you change what it does. What it `says` is words alone, and asked for only
 * in explanations.
 *
 * @remarks **Errors:** a `RangeError` where name, version or fit is missing, and for points that are not above 0
 * and at most 1,000,000; a problem that names the selector and the term when the fit throws or is no number from 0
 * to 1.
 *
 * @example
 * ```ts
 * const golf = ownFit("golf", 1, ({ lead, rep }) => (lead.attributes?.["golf"] === true && rep.attributes?.["golf"] === true ? 1 : 0));
 * const strategy = compose({ ledger: "desk", filters: [], selector: bestMatch({ terms: [golf] }) });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", attributes: { golf: true } }] };
 * const lead = { id: "l1", receivedAtMs: 0, attributes: { golf: true } };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const ownFit = (
  name: string,
  version: string | number,
  fitOf: (question: FitQuestion) => number,
  options: OwnFitOptions = {},
): FitTerm => {
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(isNamed && isVersioned && typeof fitOf === "function", "ownFit: needs a name, a version and a fit");
  const points = pointsOf("ownFit", options);
  const { says = () => `fits by ${shortened(name)}` }: OwnFitOptions = Object(options);
  demand(typeof says === "function", "ownFit: says must be a function");
  const named = () => `the term ${quoted(shortened(name))}`;
  const namedFitOf = (question: FitQuestion): number => namingThrown(named, () => fitOf(question));
  return { name, literals: { version }, points, fitOf: namedFitOf, says };
};
