import { append } from "fp-ts/lib/ReadonlyArray.js";
import { call } from "../internal/blame.js";
import { demand } from "../internal/demand.js";
import type { Strategy } from "../model/strategy.js";
import type { Alternative } from "./alternative.js";
import type { LeadQuestion } from "./combination.js";
import { combine } from "./combine.js";

/**
 * A strategy for the leads for which a condition holds.
 *
 * @since 0.1.0
 */
export interface Case extends Alternative {
  /** Stands for the condition in the fingerprint: give it a new one when you change what the condition does. */
  readonly version: string | number;
  /** Pure; answers `true` or `false`. */
  readonly when: (question: LeadQuestion) => boolean;
}

const holds = ({ name, when }: Case, question: LeadQuestion): boolean =>
  call(["branch", name], () => {
    const answer: unknown = when(question);
    if (answer === true || answer === false) return answer;
    throw new TypeError("the condition answered neither true nor false");
  });

/**
 * The first condition that holds for the lead decides which strategy it goes to.
 *
 * Conditions are asked in written order, about the lead and the moment alone. A lead for which none holds goes
 * to `otherwise`, so none is ever lost between them. The choice is made once: what happens to the lead later is
 * answered by the branch on the decision's `path`, even if the lead has changed.
 *
 * @remarks
 * - **Errors:** a `RangeError` for a case without a name, a version or a condition, and for two of one name. A condition
 *   that throws, or answers neither `true` nor `false`, gives a problem that names it.
 * - **Promise:** the decision is the one that the chosen strategy alone would have made, with the branch's name
 *   before its path. Branches whose strategies name the same ledger share its account.
 * - **Cost:** the conditions before the one that holds, and the strategy chosen.
 *
 * @example
 * ```ts
 * const hunters = compose({ ledger: "hunters", filters: [role()], selector: rotation() });
 * const desk = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const strategy = branch({
 *   cases: [{ name: "hot", version: 1, when: ({ lead }) => lead.temperature === "hot", strategy: hunters }],
 *   otherwise: { name: "rest", strategy: desk },
 * });
 * const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * [decision.path, holderOf(decision)]; // => [["rest"], "ann"]
 * ```
 *
 * @since 0.1.0
 */
export const branch = (given: {
  readonly cases: readonly Case[];
  readonly otherwise: Alternative;
}): Strategy => {
  const { cases, otherwise }: typeof given = Object(given);
  demand(Array.isArray(cases), "branch: the cases must be a list");
  demand(typeof otherwise === "object" && otherwise !== null, "branch: otherwise is missing");
  for (const each of cases) {
    const { version, when }: Partial<Case> = Object(each);
    const isVersioned = typeof version === "string" || Number.isFinite(version);
    demand(isVersioned && typeof when === "function", "branch: a case needs a version and a condition");
  }
  const asked = cases.map((each) => ({ ...each }));
  const rest = { ...otherwise };
  return combine({
    kind: "branch",
    literals: asked.map(({ version }) => version),
    alternatives: append<Alternative>(rest)(asked),
    choose: (question) => [asked.find((each) => holds(each, question)) ?? rest],
  });
};
