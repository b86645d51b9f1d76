import * as E from "fp-ts/lib/Either.js";
import { faultsOf } from "../check/shape.js";
import { answer } from "../internal/blame.js";
import type { Strategy } from "../model/strategy.js";
import { decide } from "./decide.js";
import { fingerprintOf } from "./fingerprint.js";
import { momentShape } from "./moment.js";
import { checkParts, type Parts } from "./parts.js";
import { rank } from "./ranking.js";
import { respond } from "./respond.js";
import { openAccount } from "./scene.js";
import { type Composed, setScene } from "./setScene.js";

const candidatesOf =
  (composed: Composed): Strategy["candidates"] =>
  (lead, roster, state, options = {}) =>
    answer(() => {
      const set = setScene(
        composed,
        lead,
        roster,
        state,
        () => faultsOf("options", momentShape, options),
        () => ({ nowMs: options.nowMs }),
      );
      if (E.isLeft(set)) return set;
      const { scene, state: read } = set.right;
      return E.right(rank(scene, openAccount(scene, read), new Set()).candidates);
    });

/** Joins filters, a selector and a delivery. Knows no particular one of them. */
export const composeParts = (given: Parts): Strategy => {
  checkParts(given);
  const parts: Parts = { ...given, filters: [...given.filters] };
  const composed: Composed = { parts, fingerprint: fingerprintOf(parts) };
  const strategy = (...asked: Parameters<Strategy>) => answer(() => decide(composed, ...asked));
  return Object.assign(strategy, {
    respond: (...asked: Parameters<Strategy["respond"]>) => answer(() => respond(composed, ...asked)),
    candidates: candidatesOf(composed),
    fingerprint: composed.fingerprint,
  });
};
