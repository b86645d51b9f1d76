import alea from "seedrandom/lib/alea.js";
import { DAY_MS, isIn, type Span } from "./calendar.js";
import type { Opportunity } from "./read.js";

/** An opportunity with the day on which it came in: one that can be replayed. */
export interface Deal extends Opportunity {
  readonly engagedAtMs: number;
}

export const isDeal = (opportunity: Opportunity): opportunity is Deal =>
  opportunity.engagedAtMs !== undefined;

/** A number for each deal that depends on its id alone, so the file's own order never matters. */
const drawOf = ({ id }: Opportunity): number => alea(`crm ${id}`)();

/**
 * The dated opportunities by day, shuffled within the day. The file keeps the deals of one agent together, which
 * would hand runs of like leads to whoever is next.
 */
export const streamOf = (opportunities: readonly Opportunity[]): readonly Deal[] =>
  opportunities
    .filter(isDeal)
    .map((deal) => ({ deal, draw: drawOf(deal) }))
    .sort((a, b) => a.deal.engagedAtMs - b.deal.engagedAtMs || a.draw - b.draw)
    .map(({ deal }) => deal);

/** From the first day on which a deal came in to the last, both within. */
export const spanOf = (stream: readonly Deal[]): Span => {
  const [first, last] = [stream[0], stream[stream.length - 1]];
  if (first === undefined || last === undefined) throw new Error("no opportunity has an engage_date");
  return { fromMs: first.engagedAtMs, toMs: last.engagedAtMs + DAY_MS };
};

/** The span cut after half of its days, not of its deals; of an odd number the second half has one more. */
export const halvesOf = ({ fromMs, toMs }: Span): readonly [Span, Span] => {
  const splitMs = fromMs + Math.floor((toMs - fromMs) / DAY_MS / 2) * DAY_MS;
  return [
    { fromMs, toMs: splitMs },
    { fromMs: splitMs, toMs },
  ];
};

export const engagedIn = (span: Span, stream: readonly Deal[]): readonly Deal[] =>
  stream.filter(({ engagedAtMs }) => isIn(span, engagedAtMs));

/** Whether a deal that came in before is still open on that morning. */
export const isOpenAt = ({ engagedAtMs, closedAtMs }: Deal, atMs: number): boolean =>
  engagedAtMs < atMs && (closedAtMs === undefined || closedAtMs >= atMs);
