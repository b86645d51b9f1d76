import * as E from "fp-ts/lib/Either.js";
import { decisionShape } from "../check/decision.js";
import { faultsOf } from "../check/shape.js";
import { answer, blame, call } from "../internal/blame.js";
import { quoted } from "../internal/quoted.js";
import type { Decision } from "../model/decision.js";
import type { LeadEvent } from "../model/event.js";
import type { Explanation } from "../model/explanation.js";
import type { Outcome } from "../model/outcome.js";
import type { Problems } from "../model/problem.js";
import type { DecideOptions, Strategy } from "../model/strategy.js";
import { type Alternative, checkAlternatives } from "./alternative.js";
import { type Combination, chosenFor } from "./combination.js";
import {
  ascend,
  ascendProblems,
  descend,
  type Given,
  handOver,
  isHandedOver,
  isMadeBy,
  trailOf,
} from "./descend.js";
import { fingerprint } from "./fingerprint.js";

/** The decision made before, where the options can be read. */
const earlierIn = (options: DecideOptions | undefined): Decision | undefined => {
  try {
    return options?.earlier;
  } catch {
    return undefined;
  }
};

const isUpdate = (event: LeadEvent): boolean => {
  try {
    return event.type === "updated";
  } catch {
    return false;
  }
};

/** An alternative's own answer, held to the contract. */
const asked = <A>({ name }: Alternative, ask: () => E.Either<Problems, A>): E.Either<Problems, A> =>
  call([name], () => {
    const result: E.Either<Problems, A> | undefined = ask();
    if (result?._tag === "Right") return result;
    if (result?._tag === "Left" && result.left.every(({ path }) => Array.isArray(path))) return result;
    throw new TypeError("gave neither an outcome nor problems with paths");
  });

const ascended = (
  result: E.Either<Problems, Outcome>,
  alternative: Alternative,
  own: string,
  given: Given,
  before: readonly Explanation[] = [],
): E.Either<Problems, Outcome> =>
  E.isLeft(result)
    ? E.left(ascendProblems(result.left, alternative, given))
    : E.right(call([alternative.name], () => ascend(result.right, alternative, own, given, before)));

/** Asks those chosen in turn, until one has an answer that stands. */
const inTurn = (
  { kind }: Combination,
  chosen: readonly Alternative[],
  ask: (alternative: Alternative, before: readonly Explanation[]) => E.Either<Problems, Outcome>,
  stands: (outcome: Outcome, alternative: Alternative) => boolean,
): E.Either<Problems, Outcome> => {
  let before: readonly Explanation[] = [];
  for (const [i, alternative] of chosen.entries()) {
    const outcome = ask(alternative, before);
    if (E.isLeft(outcome) || stands(outcome.right, alternative) || i === chosen.length - 1) return outcome;
    const { explanation } = outcome.right;
    if (explanation !== undefined) before = trailOf(explanation);
  }
  return blame([kind], "chose nobody");
};

const isFound = ({ decision }: Outcome): boolean => decision.status !== "unassigned";

const decideWith =
  (combination: Combination, own: string): ((...given: Parameters<Strategy>) => ReturnType<Strategy>) =>
  (lead, roster, state, options) => {
    const known = earlierIn(options);
    const ask = (alternative: Alternative, before: readonly Explanation[]) => {
      const as = descend(known, alternative, own);
      const inner = as === known ? options : { ...options, earlier: as };
      const result = asked(alternative, () => alternative.strategy(lead, roster, state, inner));
      return ascended(result, alternative, own, { known, as }, before);
    };
    return inTurn(combination, chosenFor(combination, lead, options), ask, isFound);
  };

/**
 * An update is answered by those chosen for the lead as it is now, in turn. Whoever made the decision and keeps to
 * it ends the asking; that it knows nobody else does not.
 */
const updateWith =
  (combination: Combination, own: string): Strategy["respond"] =>
  (lead, decision, event, ...others) => {
    const ask = (alternative: Alternative, before: readonly Explanation[]) => {
      const as = handOver(decision, alternative, own);
      const result = asked(alternative, () => alternative.strategy.respond(lead, as, event, ...others));
      return ascended(result, alternative, own, { known: decision, as }, before);
    };
    const stands = (outcome: Outcome, alternative: Alternative): boolean =>
      outcome.refusal === undefined
        ? isFound(outcome)
        : isMadeBy(decision, alternative) && outcome.refusal.rule !== "nobody-else";
    return inTurn(
      combination,
      chosenFor(combination, lead, { nowMs: Math.max(event.atMs, decision.atMs) }),
      ask,
      stands,
    );
  };

/** The alternative that a decision's path names answers; an update chooses again. */
const respondWith =
  (combination: Combination, own: string): Strategy["respond"] =>
  (lead, decision, ...others) => {
    const { alternatives } = combination;
    const alternative = alternatives.find((each) => isMadeBy(decision, each));
    if (isUpdate(others[0]) && (alternative !== undefined || isHandedOver(decision)))
      return updateWith(combination, own)(lead, decision, ...others);
    if (alternative === undefined) {
      if (faultsOf("decision", decisionShape, decision).length > 0)
        return asked(alternatives[0], () => alternatives[0].strategy.respond(lead, decision, ...others));
      const names = alternatives.map(({ name }) => quoted(name)).join(", ");
      const message = `must name a branch of this strategy: ${names}`;
      return E.left([{ path: ["decision", "path", 0], message }]);
    }
    const as = descend(decision, alternative, own);
    const result = asked(alternative, () => alternative.strategy.respond(lead, as, ...others));
    return ascended(result, alternative, own, { known: decision, as });
  };

const candidatesWith =
  (combination: Combination): Strategy["candidates"] =>
  (lead, roster, state, options) => {
    const chosen = chosenFor(combination, lead, options);
    const moment = options?.nowMs === undefined ? {} : { nowMs: options.nowMs };
    const finds = (alternative: Alternative): boolean => {
      const result = asked(alternative, () => alternative.strategy(lead, roster, state, moment));
      return E.isLeft(result) || result.right.decision.status !== "unassigned";
    };
    const last = chosen[chosen.length - 1] ?? chosen[0];
    const alternative = chosen.length === 1 ? last : (chosen.find(finds) ?? last);
    const result = asked(alternative, () => alternative.strategy.candidates(lead, roster, state, options));
    const given = { known: undefined, as: undefined };
    return E.isLeft(result) ? E.left(ascendProblems(result.left, alternative, given)) : result;
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
  return Object.assign((...given: Parameters<Strategy>) => answer(() => decide(...given)), {
    respond: (...given: Parameters<Strategy["respond"]>) => answer(() => respond(...given)),
    candidates: (...given: Parameters<Strategy["candidates"]>) => answer(() => candidates(...given)),
    fingerprint: own,
  });
};
