import { type Fairness, fairnessOf, type Roster } from "../../../src/index.js";
import { groupBy } from "./groupBy.js";
import { isSkilled } from "./leads.js";
import { toSkilled } from "./measure.js";
import { winRate } from "./outcomes.js";
import type { Dealt } from "./replay.js";
import type { Deal } from "./stream.js";

/** Of the deals that ended, the part that was won: in history, by whoever had them. */
export interface Won {
  readonly closed: number;
  readonly rate: number;
}

const wonOf = (deals: readonly Deal[]): Won => {
  const ended = deals.filter(({ closedAtMs }) => closedAtMs !== undefined);
  return { closed: ended.length, rate: winRate(ended) };
};

/** How far apart two rates are, in standard errors: within 2 either way is what chance gives. */
export const standardErrors = (one: Won, other: Won): number => {
  const overall = (one.rate * one.closed + other.rate * other.closed) / (one.closed + other.closed);
  return (one.rate - other.rate) / Math.sqrt(overall * (1 - overall) * (1 / one.closed + 1 / other.closed));
};

/** Did agents who had the skill win more often? The negative control: in this data nobody wins more than chance gives. */
export interface Control {
  readonly skilled: Won;
  readonly unskilled: Won;
}

export const controlOf = ({ reps }: Roster, deals: readonly Deal[]): Control => {
  const byId = new Map(reps.map((rep) => [rep.id, rep]));
  const hadSkill = (deal: Deal): boolean => {
    const rep = byId.get(deal.agent);
    return rep !== undefined && isSkilled(rep, deal);
  };
  return {
    skilled: wonOf(deals.filter(hadSkill)),
    unskilled: wonOf(deals.filter((deal) => !hadSkill(deal))),
  };
};

/** One arm of the experiment. */
export interface ArmFigures {
  readonly name: string;
  readonly fairness: Fairness;
  readonly skilled: number;
  /** How its leads ended in history: nothing that the arm did. */
  readonly won: Won;
}

export const armsOf = (roster: Roster, dealt: readonly Dealt[]): readonly ArmFigures[] =>
  [...groupBy(dealt, ({ path }) => path[0] ?? "")].map(([name, own]) => ({
    name,
    fairness: fairnessOf(own),
    skilled: toSkilled(roster, own),
    won: wonOf(own.map(({ deal }) => deal)),
  }));
