import { remember } from "../internal/remember.js";
import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const needsOf = remember((lead: Lead) => Object.entries(lead.needs ?? {}));

const levelOf = (skills: Readonly<Record<string, number>> | undefined, skill: string): number =>
  skills !== undefined && Object.hasOwn(skills, skill) ? (skills[skill] as number) : 0;

/**
 * Keeps the reps who have every skill that the lead needs, each at its least level.
 *
 * A skill that a rep does not list counts as level 0, so a need of level 0 asks for nothing. Skills are
 * compared letter by letter.
 *
 * @remarks
 * - **Unknown:** a lead without needs follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(needs of the lead) for each rep.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [expertise()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", skills: { crm: 2 } }, { id: "bob", skills: { crm: 4, sql: 1 } }] };
 * const lead = { id: "l1", receivedAtMs: 0, needs: { crm: 3 } };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const expertise = (options: WhenUnknown = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("expertise", options);
  return {
    name: "expertise",
    literals,
    test: ({ lead, rep }) => {
      const needs = needsOf(lead);
      if (needs.length === 0) return unknown;
      const short = needs.find(([skill, least]) => levelOf(rep.skills, skill) < least);
      if (short === undefined) return PASS;
      const [skill, least] = short;
      return {
        passes: false,
        reason: `skill ${skill} too low`,
        has: levelOf(rep.skills, skill),
        wants: least,
      };
    },
  };
};
