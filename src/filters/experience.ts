import { noPlaces } from "../internal/placeSet.js";
import type { Exclusion, Filter, Pass } from "../model/filter.js";
import type { FilterIndex } from "../model/filterIndex.js";
import type { Rep } from "../model/rep.js";
import { alike, everybodyOf, passing } from "./indexes/answers.js";
import { addAtLeast, levelsFrom } from "./indexes/levels.js";
import { PASS } from "./pass.js";
import { type WhenUnknown, whenUnknownOf } from "./whenUnknown.js";

const indexFor =
  (unknown: Pass | Exclusion) =>
  (reps: readonly Rep[]): FilterIndex => {
    const everybody = everybodyOf(reps);
    const levels = levelsFrom(
      reps.map(({ experience = 0 }, place) => [place, experience]),
      reps.length,
    );
    return ({ lead: { complexity } }) => {
      if (complexity === undefined) return alike(everybody, unknown);
      const places = noPlaces(reps.length);
      addAtLeast(places, levels, complexity);
      return passing(places);
    };
  };

/**
 * Keeps the reps whose experience is at least the lead's complexity.
 *
 * Both are numbers on one scale of your own. A rep without `experience` has 0, so it gets the leads of
 * complexity 0 and no others.
 *
 * @remarks
 * - **Unknown:** a lead without a complexity follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(1) for each rep; for a whole roster O(reps / 32) for each level of experience.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [experience()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", experience: 1 }, { id: "bob", experience: 4 }] };
 * const lead = { id: "l1", receivedAtMs: 0, complexity: 3 };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const experience = (options: WhenUnknown = {}): Filter => {
  const { literals, unknown } = whenUnknownOf("experience", "a complexity", options);
  return {
    name: "experience",
    literals,
    index: indexFor(unknown),
    test: ({ lead: { complexity }, rep: { experience: has = 0 } }) => {
      if (complexity === undefined) return unknown;
      if (has >= complexity) return PASS;
      const reason = `has experience ${has}; the lead needs ${complexity}`;
      return { passes: false, reason, has, wants: complexity };
    },
  };
};
