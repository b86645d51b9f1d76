import type { Run } from "./play.js";

/** Every figure of a season, by the name of its column. */
export const measures = {
  won: { title: "won per 100 leads", digits: 2 },
  value: { title: "value per lead", digits: 0 },
  regret: { title: "regret per 100 leads", digits: 2 },
  largestLag: { title: "largest lag", digits: 1 },
  jain: { title: "Jain", digits: 3 },
  longestDrought: { title: "longest drought", digits: 0 },
  nobody: { title: "nobody got", digits: 1 },
} as const;

export type MeasureName = keyof typeof measures;

export const measureNames = Object.keys(measures) as readonly MeasureName[];

/** One season of one selector in figures. */
export type SeasonFigures = Readonly<Record<MeasureName, number>>;

export const figuresOf = ({ fates, fairness }: Run): SeasonFigures => {
  const [leads, won] = [fates.length, fates.filter(({ isWon }) => isWon)];
  const missed = fates.reduce((sum, { rate, bestRate }) => sum + bestRate - rate, 0);
  return {
    won: (100 * won.length) / leads,
    value: won.reduce((sum, { arrival }) => sum + (arrival.lead.value ?? 0), 0) / leads,
    regret: (100 * missed) / leads,
    largestLag: fairness.largestLag ?? 0,
    jain: fairness.jain ?? 0,
    longestDrought: fairness.longestDrought ?? 0,
    nobody: fairness.unassigned,
  };
};
