import type { Rep, RepId, Roster } from "../../../src/index.js";
import { DAY_MS, daysOf, type Span } from "./calendar.js";
import { groupBy } from "./groupBy.js";
import type { Crm } from "./read.js";
import { type Deal, engagedIn, isOpenAt } from "./stream.js";

/** Deals of one product won by the end of the first half for level 1, 2 and 3. */
export const WON_FOR_LEVEL: readonly number[] = [1, 5, 10];

const levelOf = (won: number): number => WON_FOR_LEVEL.filter((least) => won >= least).length;

/** Won, and known to be by then: what is still open teaches nothing. */
export const isWonBy = (atMs: number, { stage, closedAtMs }: Deal): boolean =>
  stage === "Won" && closedAtMs !== undefined && closedAtMs < atMs;

/** Product to level, by the deals won within the span. */
const skillsOf = ({ toMs }: Span, own: readonly Deal[]): Readonly<Record<string, number>> => {
  const won = own.filter((deal) => isWonBy(toMs, deal));
  const byProduct = groupBy(won, ({ product }) => product);
  return Object.fromEntries([...byProduct].map(([product, deals]) => [product, levelOf(deals.length)]));
};

/** The most deals that were open at once on an evening of the span. */
const peakOf = (span: Span, deals: readonly Deal[]): number =>
  Math.max(...daysOf(span).map((day) => deals.filter((deal) => isOpenAt(deal, day + DAY_MS)).length));

/**
 * Everybody who engaged a deal in the learning span, with what that span tells about them and nothing later: skills by
 * deals won, weight by deals engaged, capacity by the most held at once. The office is their team's.
 */
export const rosterOf = (learning: Span, stream: readonly Deal[], { offices }: Crm): Roster => {
  const known = engagedIn(learning, stream);
  const repOf = (id: RepId): Rep => {
    const own = known.filter(({ agent }) => agent === id);
    return {
      id,
      regions: [offices.get(id) ?? "none"],
      skills: skillsOf(learning, own),
      weight: own.length,
      capacity: peakOf(learning, own),
    };
  };
  return { reps: [...new Set(known.map(({ agent }) => agent))].sort().map(repOf) };
};
