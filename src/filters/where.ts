import { demand } from "../internal/demand.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter } from "../model/filter.js";
import type { FilterQuestion } from "../model/filterQuestion.js";
import { PASS } from "./pass.js";

/**
 * The options of {@link where}.
 *
 * @since 0.1.0
 */
export interface WhereOptions {
  /** Why somebody is left out, after the rep's name: "is not senior enough for large deals". Absent: the condition's name. */
  readonly says?: string | undefined;
}

/**
 * Keeps the reps for whom a condition of your own holds.
 *
 * The condition must be pure and answer `true` or `false`. Name and version stand for it in the strategy's
 * fingerprint, since source text says nothing reliable: give it a new version when you change what it does.
 * What the option `says` are words alone: they change explanations and refusals, and no fingerprint.
 *
 * @remarks
 * **Errors:** a `RangeError` when the name is empty or `says` is blank; a problem that names the filter when the condition
 * throws or answers anything else (a promise, say, which would always count as true).
 *
 * @example
 * ```ts
 * const sameTier = where("sameTier", 1, ({ lead, rep }) => lead.segment !== "enterprise" || rep.tier === 1);
 * const strategy = compose({ ledger: "desk", filters: [sameTier], selector: rotation() });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1 }] };
 * const lead = { id: "l1", receivedAtMs: 0, segment: "enterprise" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @example
 * ```ts
 * const senior = where("senior", 1, ({ lead, rep }) => (lead.value ?? 0) < 50_000 || rep.tier === 1, {
 *   says: "is not senior enough for large deals",
 * });
 * const strategy = compose({ ledger: "desk", filters: [senior], selector: rotation() });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1 }] };
 * const lead = { id: "l1", receivedAtMs: 0, value: 90_000 };
 * const { explanation } = unwrap(strategy(lead, roster, emptyState({ seed: "s" }), { explain: true }));
 * explanation?.leftOut[0]?.reason; // => "is not senior enough for large deals"
 * ```
 *
 * @since 0.1.0
 */
export const where = (
  name: string,
  version: string | number,
  condition: (question: FilterQuestion) => boolean,
  { says }: WhereOptions = {},
): Filter => {
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(
    isNamed && isVersioned && typeof condition === "function",
    "where: needs a name, a version and a condition",
  );
  demand(
    says === undefined || (typeof says === "string" && says.trim() !== ""),
    "where: says must be words for the reason",
  );
  const no: Exclusion = { passes: false, reason: says ?? `does not meet the condition ${shortened(name)}` };
  return {
    name,
    literals: { version },
    test: (question) => {
      const holds: unknown = condition(question);
      if (holds !== true && holds !== false)
        throw new TypeError(`the condition answered neither true nor false`);
      return holds ? PASS : no;
    },
  };
};
