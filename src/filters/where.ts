import { demand } from "../internal/demand.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, FilterQuestion } from "../model/filter.js";
import { PASS } from "./pass.js";

/**
 * Keeps the reps for whom a condition of your own holds.
 *
 * The condition must be pure and answer `true` or `false`. Name and version stand for it in the strategy's
 * fingerprint, since source text says nothing reliable: give it a new version when you change what it does.
 *
 * @remarks
 * **Errors:** a `RangeError` when the name is empty; a problem that names the filter when the condition
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
 * @since 0.1.0
 */
export const where = (
  name: string,
  version: string | number,
  condition: (question: FilterQuestion) => boolean,
): Filter => {
  const isNamed = typeof name === "string" && name !== "";
  const isVersioned = typeof version === "string" || Number.isFinite(version);
  demand(
    isNamed && isVersioned && typeof condition === "function",
    "where: needs a name, a version and a condition",
  );
  const no: Exclusion = { passes: false, reason: `does not meet the condition ${shortened(name)}` };
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
