import type { Limit, Quota } from "../model/limit.js";
import type { Rep } from "../model/rep.js";
import type { Counter } from "./counter.js";
import { counterOf } from "./counterOf.js";
import type { LimitScope } from "./scope.js";

/** One limit or quota as it holds for a rep: whose leads it counts, with what, and where the count is noted. */
export interface Rule<L> {
  readonly limit: L;
  readonly of: "rep" | "all";
  readonly counter: Counter;
  readonly note: string;
}

type RulesFor<L> = (rep: Rep) => readonly Rule<L>[];

const UTC = "UTC";

const NO_LIMITS: readonly never[] = [];

const isAmong = ({ tiers, teams }: LimitScope, { tier, teams: ofRep = [] }: Rep): boolean =>
  (tiers === undefined || (tier !== undefined && tiers.includes(tier))) &&
  (teams === undefined || ofRep.some((team) => teams.includes(team)));

const ruleOf =
  <L extends Limit | Quota>(name: string, of: "rep" | "all", otherZone: string) =>
  (limit: L): Rule<L> => {
    const counter = counterOf(limit, otherZone);
    return { limit, of, counter, note: `${name} ${counter.kind}` };
  };

const zoneOf = ({ schedule }: Rep, timeZone = UTC): string => schedule?.timeZone ?? timeZone;

/** The limits that hold for a rep: each of them, whichever the strategy or the rep brings. */
export const limitRules = (scope: LimitScope): RulesFor<Limit> => {
  const { name, each = NO_LIMITS, total = NO_LIMITS, timeZone } = scope;
  if (name === undefined)
    return (rep) => (rep.limits ?? NO_LIMITS).map(ruleOf("limits", "rep", zoneOf(rep, timeZone)));
  const ofAll = total.map(ruleOf<Limit>(`limits ${name}`, "all", timeZone ?? UTC));
  return (rep) =>
    isAmong(scope, rep)
      ? [...each.map(ruleOf<Limit>(`limits ${name}`, "rep", zoneOf(rep, timeZone))), ...ofAll]
      : NO_LIMITS;
};

/** The quotas of a rep. */
export const quotaRules =
  ({ timeZone }: Pick<LimitScope, "timeZone">): RulesFor<Quota> =>
  (rep) =>
    (rep.quotas ?? NO_LIMITS).map(ruleOf<Quota>("quotas", "rep", zoneOf(rep, timeZone)));
