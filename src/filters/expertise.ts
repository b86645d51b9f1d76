import { listed } from "../internal/listed.js";
import { levelOf, type Need, needsOf } from "../internal/needs.js";
import { keepPlaces, noPlaces } from "../internal/placeSet.js";
import { shortened } from "../internal/shortened.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex, PlaceSet } from "../model/filterIndex.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf, NOBODY, passing } from "./indexes/answers.js";
import { addAtLeast } from "./indexes/levels.js";
import { levelsBySkill } from "./indexes/levelsBySkill.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const excluded = (skills: Rep["skills"], short: readonly Need[]): Exclusion => {
  const levels = short.map(([skill]): Need => [skill, levelOf(skills, skill)]);
  const has = listed(levels, ([skill, level]) =>
    level === 0 ? `no ${shortened(skill)}` : `${shortened(skill)} ${level}`,
  );
  const wants = listed(short, ([skill, least]) => `${shortened(skill)} ${least}`);
  return {
    passes: false,
    reason: `has ${has}; the lead needs ${wants}`,
    has: Object.fromEntries(levels),
    wants: Object.fromEntries(short),
  };
};

const indexFor =
  (unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const bySkill = levelsBySkill(reps);
    return ({ lead }) => {
      const needs = needsOf(lead);
      if (needs.length === 0) return alike(everybody, unknown);
      const asked = needs.filter(([, least]) => least > 0);
      let kept: PlaceSet | undefined;
      for (const [skill, least] of asked) {
        const levels = bySkill.get(skill);
        if (levels === undefined) return NOBODY;
        const able = noPlaces(reps.length);
        addAtLeast(able, levels, least);
        if (kept !== undefined) keepPlaces(able, kept);
        kept = able;
      }
      return passing(kept ?? everybody);
    };
  };

/**
 * Keeps the reps who have every skill that the lead needs, each at its least level.
 *
 * A skill that a rep does not list counts as level 0, so a need of level 0 asks for nothing. Skills are
 * compared letter by letter.
 *
 * @remarks
 * - **Unknown:** a lead without needs follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(needs of the lead) for each rep; for a whole roster O(reps / 32) for each need and level.
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
  const { literals, unknown } = whenUnknownOf("expertise", "needs", options);
  return {
    name: "expertise",
    literals,
    index: indexFor(unknown),
    test: ({ lead, rep }) => {
      const needs = needsOf(lead);
      if (needs.length === 0) return unknown;
      const short = needs.filter(([skill, least]) => levelOf(rep.skills, skill) < least);
      return short.length === 0 ? PASS : excluded(rep.skills, short);
    },
  };
};
