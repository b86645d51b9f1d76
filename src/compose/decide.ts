import * as E from "fp-ts/lib/Either.js";
import { decisionShape } from "../check/decision.js";
import { faultsOf, flag, moment, recordOf } from "../check/shape.js";
import type { Move, Placement } from "../model/delivery.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { DecideOptions } from "../model/strategy.js";
import { type Composed, faultsOfPairing, setScene } from "./setScene.js";
import { settle } from "./settle.js";

const NOBODY: Placement = { status: "unassigned", reason: "nobody-else" };

const optionsShape = recordOf({}, { nowMs: moment, earlier: decisionShape, explain: flag });

const faultsOfOptions =
  (options: DecideOptions) =>
  (lead: Lead | undefined): readonly Problem[] => {
    const faults = faultsOf("options", optionsShape, options);
    return faults.length > 0 ? faults : faultsOfPairing(["options", "earlier"], lead, options.earlier);
  };

/** Filters, selector and delivery are asked in turn about a lead that comes in. */
export const decide = (
  composed: Composed,
  lead: Lead,
  roster: Roster,
  state: State,
  options: DecideOptions = {},
): E.Either<Problems, Outcome> => {
  const set = setScene(composed, lead, roster, state, faultsOfOptions(options), () => ({
    nowMs: options.nowMs,
    before: options.earlier,
    explain: options.explain,
  }));
  if (E.isLeft(set)) return set;
  const { scene, state: read } = set.right;
  if (scene.before !== undefined && scene.before.status !== "unassigned") {
    return E.right({ decision: scene.before, state: read, effects: [] });
  }
  const { nowMs } = scene;
  const { delivery } = composed.parts;
  const place: Move["place"] = (ranking, candidate, tried) => {
    const question = { lead, nowMs, candidate, ranking, tried };
    return ranking().length > 0 ? delivery.start(question) : (delivery.nobody?.(question) ?? NOBODY);
  };
  return E.right(settle(scene, read, { place }));
};
