import { median } from "../spread.js";
import { DAY_MS, daysOf, type Span } from "./calendar.js";
import { groupBy } from "./groupBy.js";
import { correlation, deviation, mean, variance } from "./statistics.js";
import type { Deal } from "./stream.js";

/** How the deals came in, day by day. */
export interface Arrivals {
  readonly deals: number;
  readonly days: number;
  readonly emptyDays: number;
  readonly mean: number;
  readonly median: number;
  readonly deviation: number;
  readonly most: number;
  readonly mostOnMs: number;
  /** Variance over mean: 1 where they come by chance. */
  readonly fano: number;
  /** How like a day is to the next, over all days and over those on which anything came in. */
  readonly nextDay: number;
  readonly nextBusyDay: number;
  /** The part of the deals that came in on a Saturday or Sunday. */
  readonly weekend: number;
  /** How often the next deal of the file, or of the shuffled stream, is the same agent's. */
  readonly sameAgentInFile: number;
  readonly sameAgentInStream: number;
  readonly sameAgentByChance: number;
}

const pairsOf = <A>(values: readonly A[]): readonly (readonly [A, A])[] =>
  values.slice(1).map((next, i) => [values[i] ?? next, next]);

const isWeekend = ({ engagedAtMs }: Deal): boolean => [0, 6].includes(new Date(engagedAtMs).getUTCDay());

const sameAgent = (deals: readonly Deal[]): number =>
  mean(pairsOf(deals).map(([one, next]) => (one.agent === next.agent ? 1 : 0)));

/** `file`: the deals as the file has them; `stream`: the same, shuffled within the day. */
export const arrivalsOf = (span: Span, file: readonly Deal[], stream: readonly Deal[]): Arrivals => {
  const byDay = groupBy(stream, ({ engagedAtMs }) => String(engagedAtMs));
  const days = daysOf(span);
  const counts = days.map((day) => byDay.get(String(day))?.length ?? 0);
  const most = Math.max(...counts);
  const owned = [...groupBy(stream, ({ agent }) => agent).values()];
  return {
    deals: stream.length,
    days: (span.toMs - span.fromMs) / DAY_MS,
    emptyDays: counts.filter((count) => count === 0).length,
    mean: mean(counts),
    median: median(counts),
    deviation: deviation(counts),
    most,
    mostOnMs: days[counts.indexOf(most)] ?? Number.NaN,
    fano: variance(counts) / mean(counts),
    nextDay: correlation(pairsOf(counts)),
    nextBusyDay: correlation(pairsOf(counts.filter((count) => count > 0))),
    weekend: mean(stream.map((deal) => (isWeekend(deal) ? 1 : 0))),
    sameAgentInFile: sameAgent(file),
    sameAgentInStream: sameAgent(stream),
    sameAgentByChance: owned.reduce((sum, { length }) => sum + (length / stream.length) ** 2, 0),
  };
};
