import * as E from "fp-ts/lib/Either.js";
import { decisionShape } from "../check/decision.js";
import { faultsOf, flag, moment, recordOf } from "../check/shape.js";
import { call } from "../internal/blame.js";
import type { Lead } from "../model/lead.js";
import type { Outcome } from "../model/outcome.js";
import type { Problem, Problems } from "../model/problem.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";
import type { DecideOptions } from "../model/strategy.js";
import { explained } from "./explanation.js";
import { rank } from "./ranking.js";
import { openAccount } from "./scene.js";
import { type Composed, faultsOfPairing, setScene } from "./setScene.js";
import { settle } from "./settle.js";
import { isOldNews, unassigned } from "./unassigned.js";

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
  const account = openAccount(scene, read);
  const tried = new Set(scene.before?.tried);
  const ranked = rank(scene, account, tried);
  if (ranked.ranking.length === 0) {
    const outcome = unassigned(scene, read, ranked);
    return E.right({ ...outcome, ...explained(scene, account, tried, ranked, outcome.decision) });
  }
  const { delivery } = composed.parts;
  const question = { lead, ranking: ranked.ranking, nowMs: scene.nowMs };
  const place = () => call(["delivery", delivery.name], () => delivery.start(question));
  const outcome = settle(scene, read, { place }, { known: ranked });
  const { decision, state: after } = outcome;
  return E.right(
    after === read && isOldNews(scene.before, decision) ? { ...outcome, decision: scene.before } : outcome,
  );
};
