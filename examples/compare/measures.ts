import type { Run } from "./play.js";

/** One season of one selector in figures. */
export interface SeasonFigures {
  /** Deals won of 100 leads. */
  readonly won: number;
  /** Deals to be expected of 100 leads, by the chances of whoever got them: what was won, luck left aside. */
  readonly expected: number;
  /** What was won of a lead on average, in money. */
  readonly value: number;
  /** Deals to be expected of 100 leads less than if each had gone to the best of those who might have had it then. */
  readonly regret: number;
  readonly largestLag: number;
  readonly jain: number;
  /** The least that anybody had of its fair share: 1 is the whole. */
  readonly leastShare: number;
  readonly longestDrought: number;
  /** Leads that nobody got. */
  readonly nobody: number;
}

export type MeasureName = keyof SeasonFigures;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export const figuresOf = ({ fates, fairness }: Run): SeasonFigures => {
  const per100 = (values: readonly number[]): number => (100 * sum(values)) / fates.length;
  const won = fates.filter(({ isWon }) => isWon);
  return {
    won: per100(won.map(() => 1)),
    expected: per100(fates.map(({ rate }) => rate)),
    value: per100(won.map(({ arrival }) => arrival.lead.value ?? 0)) / 100,
    regret: per100(fates.map(({ rate, bestRate }) => bestRate - rate)),
    largestLag: fairness.largestLag ?? 0,
    jain: fairness.jain ?? 0,
    leastShare: Math.min(...fairness.reps.map(({ leads, share }) => leads / share)),
    longestDrought: fairness.longestDrought ?? 0,
    nobody: fairness.unassigned,
  };
};
