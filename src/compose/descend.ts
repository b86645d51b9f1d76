import { map } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { decisionShape } from "../check/decision.js";
import { faultsOf } from "../check/shape.js";
import { isBlind } from "../internal/isBlind.js";
import type { Decision } from "../model/decision.js";
import type { Explanation } from "../model/explanation.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Alternative } from "./alternative.js";
import { veiled } from "./veiled.js";

/** The path of what should be a decision; nothing where it has none that can be read. */
const pathOf = (decision: Decision | undefined): readonly string[] | undefined => {
  try {
    const path: unknown = decision?.path;
    return Array.isArray(path) ? path : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the decision was made by the alternative of that name. */
export const isMadeBy = (decision: Decision, { name }: Alternative): boolean =>
  pathOf(decision)?.[0] === name;

/**
 * The decision as the alternative knows it: without the first step of its path, and by its own strategy. That
 * another found nobody is no answer of this one's, so it goes down under a fingerprint that none has. What stands,
 * or cannot be read, goes on as it is.
 */
export const descend = <D extends Decision | undefined>(
  decision: D,
  alternative: Alternative,
  fingerprint: string,
): D => {
  if (decision === undefined) return decision;
  if (isMadeBy(decision, alternative)) {
    const isOurs = decision.strategy === fingerprint;
    const strategy = isOurs ? alternative.strategy.fingerprint : decision.strategy;
    return { ...decision, path: decision.path.slice(1), strategy };
  }
  const isOthers =
    faultsOf("decision", decisionShape, decision).length === 0 && decision.status === "unassigned";
  return isOthers ? { ...decision, path: [], strategy: "" } : decision;
};

/** Whether the decision comes from another alternative, to be looked at by this one. */
export const isHandedOver = (decision: Decision): boolean => pathOf(decision)?.length === 0;

/** The decision as an alternative gets it that is to look at it anew, whoever made it and wherever the lead stands. */
export const handOver = (decision: Decision, alternative: Alternative, fingerprint: string): Decision =>
  isMadeBy(decision, alternative)
    ? descend(decision, alternative, fingerprint)
    : { ...decision, path: [], strategy: "" };

const ascendOne = <D extends Decision | Explanation>(of: D, name: string, fingerprint: string): D => ({
  ...of,
  path: [name, ...of.path],
  strategy: fingerprint,
});

/** An explanation and those of the alternatives before it, as one list. */
export const trailOf = ({ before = [], ...last }: Explanation): readonly Explanation[] => [...before, last];

const ascendAll = (explanation: Explanation, name: string, fingerprint: string): readonly Explanation[] =>
  trailOf(explanation).map((each) => ascendOne(each, name, fingerprint));

const joinedTrail = (trail: readonly Explanation[]): { readonly explanation?: Explanation } => {
  const last = trail[trail.length - 1];
  if (last === undefined) return {};
  const before = trail.slice(0, -1);
  return { explanation: before.length === 0 ? last : { ...last, before } };
};

/** What an alternative was given in place of a decision that was known before. */
export interface Given {
  readonly known: Decision | undefined;
  readonly as: Decision | undefined;
}

/** The outcome as the whole strategy tells it; `before` explains the alternatives that found nobody. */
export const ascend = (
  { decision, explanation, ...rest }: Outcome,
  { name }: Alternative,
  fingerprint: string,
  { known, as }: Given,
  before: readonly Explanation[] = [],
): Outcome => {
  const earlier = isBlind(decision) ? before.map(veiled) : before;
  const told = explanation === undefined ? [] : [...earlier, ...ascendAll(explanation, name, fingerprint)];
  const isKnown = known !== undefined && decision === as;
  return {
    ...rest,
    decision: isKnown ? known : ascendOne(decision, name, fingerprint),
    ...joinedTrail(told),
  };
};

const PATHS = ["decision.path", "options.earlier.path"];

/** A step of a path that was shortened on the way down, by its full place. */
const lengthened = ({ path, message }: Problem): Problem => {
  const at = path.indexOf("path") + 1;
  const step = path[at];
  if (typeof step !== "number" || !PATHS.includes(path.slice(0, at).join("."))) return { path, message };
  return { path: [...path.slice(0, at), step + 1, ...path.slice(at + 1)], message };
};

/** The problems as seen from outside: a part is named with its branch. */
export const ascendProblems = (problems: Problems, { name }: Alternative, { known, as }: Given): Problems =>
  map((problem: Problem) => {
    const { path, message } = problem;
    if (path[0] === "strategy") return { path: ["strategy", name, ...path.slice(1)], message };
    return known === as ? problem : lengthened(problem);
  })(problems);
