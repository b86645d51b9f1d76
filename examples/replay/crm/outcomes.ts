import { gini, jain } from "../../../src/index.js";
import { DAY_MS, dateOf } from "./calendar.js";
import { groupBy } from "./groupBy.js";
import type { Crm, Opportunity } from "./read.js";
import { correlation, mean } from "./statistics.js";

/** A deal that was won or lost. */
export interface Ended extends Opportunity {
  readonly closedAtMs: number;
}

const hasEnded = (opportunity: Opportunity): opportunity is Ended => opportunity.closedAtMs !== undefined;

export const endedOf = (opportunities: readonly Opportunity[]): readonly Ended[] =>
  opportunities.filter(hasEnded);

export const isWon = ({ stage }: Opportunity): boolean => stage === "Won";

/** The part of them that was won. */
export const winRate = (ended: readonly Opportunity[]): number =>
  mean(ended.map((one) => (isWon(one) ? 1 : 0)));

/** How the deals ended, in all and by agent. */
export interface Outcomes {
  readonly won: number;
  readonly lost: number;
  readonly stillOpen: number;
  readonly winRate: number;
  /** Days from coming in to the end, deal by deal. */
  readonly daysToWin: readonly number[];
  readonly daysToLose: readonly number[];
  /** By month of closing, of those that end a quarter and of the others: only whole quarters compare. */
  readonly winRatesEndingQuarters: readonly number[];
  readonly winRatesOfOtherMonths: readonly number[];
  /** By agent. */
  readonly winRates: readonly number[];
  /** How far apart these are, where 1 for each agent but one is what chance gives. */
  readonly chiSquare: number;
  readonly valueJain: number | null;
  readonly valueGini: number | null;
  /** Value won per closed deal, agent by agent, against the mean list price of the same deals, and the win rate. */
  readonly valueWithPrice: number;
  readonly valueWithWinRate: number;
}

const daysToEnd = (ended: readonly Ended[]): readonly number[] =>
  ended.map(({ engagedAtMs, closedAtMs }) => (closedAtMs - (engagedAtMs ?? Number.NaN)) / DAY_MS);

const monthOf = ({ closedAtMs }: Ended): string => dateOf(closedAtMs).slice(0, 7);

const endsQuarter = ({ closedAtMs }: Ended): boolean => new Date(closedAtMs).getUTCMonth() % 3 === 2;

const byMonth = (ended: readonly Ended[]): readonly number[] =>
  [...groupBy(ended, monthOf).values()].map(winRate);

export const outcomesOf = ({ opportunities, listPrices }: Crm): Outcomes => {
  const ended = endedOf(opportunities);
  const overall = winRate(ended);
  const byAgent = [...groupBy(ended, ({ agent }) => agent).values()];
  const values = byAgent.map((own) => own.reduce((sum, { wonValue }) => sum + wonValue, 0));
  const valuesPerDeal = byAgent.map((own, i) => (values[i] ?? 0) / own.length);
  const priceOf = ({ product }: Ended): number => listPrices.get(product) ?? Number.NaN;
  const apart = (own: readonly Ended[]): number =>
    (own.length * (winRate(own) - overall) ** 2) / (overall * (1 - overall));
  return {
    won: ended.filter(isWon).length,
    lost: ended.filter((one) => !isWon(one)).length,
    stillOpen: opportunities.filter(({ stage }) => stage === "Engaging").length,
    winRate: overall,
    daysToWin: daysToEnd(ended.filter(isWon)),
    daysToLose: daysToEnd(ended.filter((one) => !isWon(one))),
    winRatesEndingQuarters: byMonth(ended.filter(endsQuarter)),
    winRatesOfOtherMonths: byMonth(ended.filter((one) => !endsQuarter(one))),
    winRates: byAgent.map(winRate),
    chiSquare: byAgent.reduce((sum, own) => sum + apart(own), 0),
    valueJain: jain(values),
    valueGini: gini(values),
    valueWithPrice: correlation(byAgent.map((own, i) => [valuesPerDeal[i] ?? 0, mean(own.map(priceOf))])),
    valueWithWinRate: correlation(byAgent.map((own, i) => [valuesPerDeal[i] ?? 0, winRate(own)])),
  };
};
