import { decisionShape } from "../check/decision.js";
import { faultsOf } from "../check/shape.js";
import type { Decision } from "../model/decision.js";
import type { Problem } from "../model/problem.js";

const known = new WeakSet<Decision>();

/** Remembers a decision that was made here, so that it need not be read again. */
export const trust = (decision: Decision): Decision => {
  known.add(decision);
  return decision;
};

const NONE: readonly Problem[] = [];

/** What is wrong with what should be a decision; nothing is asked of one that was made here. */
export const faultsOfDecision = (name: string, decision: Decision): readonly Problem[] =>
  known.has(decision) ? NONE : faultsOf(name, decisionShape, decision);
