import * as E from "fp-ts/lib/Either.js";
import type { ReadonlyNonEmptyArray } from "fp-ts/lib/ReadonlyNonEmptyArray.js";
import { decisionShape } from "../check/decision.js";
import { leadShape } from "../check/lead.js";
import { faultsOf } from "../check/shape.js";
import { quoted } from "../internal/quoted.js";
import { textOf } from "../internal/textOf.js";
import type { Decision } from "../model/decision.js";
import type { Explanation } from "../model/explanation.js";
import type { EpochMs } from "../model/instant.js";
import type { Json } from "../model/json.js";
import type { Lead } from "../model/lead.js";
import type { DecideOptions, Strategy } from "../model/strategy.js";
import { type Alternative, checkAlternatives } from "./alternative.js";
import { answer, blame } from "./blame.js";
import { ascend, ascendProblems, descend, isMadeBy, trailOf } from "./descend.js";
import { fingerprint } from "./fingerprint.js";

/**
 * What a condition is asked.
 *
 * @since 0.1.0
 */
export interface LeadQuestion {
  readonly lead: Lead;
  readonly nowMs: EpochMs;
}

/** Strategies under names, and which of them a lead goes to. */
export interface Combination {
  readonly kind: string;
  readonly literals: Json;
  readonly alternatives: ReadonlyNonEmptyArray<Alternative>;
  /** Whoever is asked about the lead, in this order, until one finds somebody. */
  readonly choose: (question: LeadQuestion) => ReadonlyNonEmptyArray<Alternative>;
}

/** The decision made before, where the options can be read. */
const earlierIn = (options: DecideOptions | undefined): Decision | undefined => {
  try {
    return options?.earlier;
  } catch {
    return undefined;
  }
};

/** Chooses; where that fails because the lead is no lead, the first alternative is to say what is wrong with it. */
const chosenFor = (
  { kind, alternatives, choose }: Combination,
  lead: Lead,
  options: { readonly nowMs?: EpochMs } | undefined,
): ReadonlyNonEmptyArray<Alternative> => {
  try {
    return choose({ lead, nowMs: options?.nowMs ?? lead.receivedAtMs });
  } catch (thrown) {
    if (faultsOf("lead", leadShape, lead).length > 0) return [alternatives[0]];
    return blame([kind], textOf(thrown));
  }
};

const decideWith =
  (combination: Combination, own: string): ((...asked: Parameters<Strategy>) => ReturnType<Strategy>) =>
  (lead, roster, state, options) => {
    const { kind } = combination;
    let before: readonly Explanation[] = [];
    const known = earlierIn(options);
    const chosen = chosenFor(combination, lead, options);
    for (const [i, alternative] of chosen.entries()) {
      const as = descend(known, alternative, own);
      const result = alternative.strategy(
        lead,
        roster,
        state,
        as === known ? options : { ...options, earlier: as },
      );
      if (E.isLeft(result)) return E.left(ascendProblems(result.left, alternative));
      const outcome = ascend(result.right, alternative, own, { known, as }, before);
      if (outcome.decision.status !== "unassigned" || i === chosen.length - 1) return E.right(outcome);
      if (outcome.explanation !== undefined) before = trailOf(outcome.explanation);
    }
    return blame([kind], "chose nobody");
  };

/** The alternative that a decision's path names answers. */
const respondWith =
  ({ alternatives }: Combination, own: string): Strategy["respond"] =>
  (lead, decision, ...asked) => {
    const alternative = alternatives.find((each) => isMadeBy(decision, each));
    if (alternative === undefined) {
      if (faultsOf("decision", decisionShape, decision).length > 0)
        return alternatives[0].strategy.respond(lead, decision, ...asked);
      const names = alternatives.map(({ name }) => quoted(name)).join(", ");
      const message = `must name a branch of this strategy: ${names}`;
      return E.left([{ path: ["decision", "path", 0], message }]);
    }
    const as = descend(decision, alternative, own);
    const result = alternative.strategy.respond(lead, as, ...asked);
    return E.isLeft(result)
      ? E.left(ascendProblems(result.left, alternative))
      : E.right(ascend(result.right, alternative, own, { known: decision, as }));
  };

const candidatesWith =
  (combination: Combination): Strategy["candidates"] =>
  (lead, roster, state, options) => {
    const chosen = chosenFor(combination, lead, options);
    const finds = ({ strategy }: Alternative): boolean => {
      const result = strategy(lead, roster, state, options);
      return E.isLeft(result) || result.right.decision.status !== "unassigned";
    };
    const last = chosen[chosen.length - 1] ?? chosen[0];
    const alternative = chosen.length === 1 ? last : (chosen.find(finds) ?? last);
    const result = alternative.strategy.candidates(lead, roster, state, options);
    return E.isLeft(result) ? E.left(ascendProblems(result.left, alternative)) : result;
  };

/**
 * One strategy of several: each lead goes to those chosen for it, in order, until one finds somebody. Every one
 * is asked with the state as it was, so whoever finds nobody leaves no trace in it.
 */
export const combine = (combination: Combination): Strategy => {
  const { kind, literals, alternatives } = combination;
  checkAlternatives(kind, alternatives);
  const own = fingerprint([
    kind,
    literals,
    alternatives.map(({ name, strategy }) => [name, strategy.fingerprint]),
  ]);
  const decide = decideWith(combination, own);
  const respond = respondWith(combination, own);
  const candidates = candidatesWith(combination);
  return Object.assign((...asked: Parameters<Strategy>) => answer(() => decide(...asked)), {
    respond: (...asked: Parameters<Strategy["respond"]>) => answer(() => respond(...asked)),
    candidates: (...asked: Parameters<Strategy["candidates"]>) => answer(() => candidates(...asked)),
    fingerprint: own,
  });
};
