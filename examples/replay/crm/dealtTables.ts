import { jain } from "../../../src/index.js";
import { figure, index, percent, table } from "../table.js";
import type { ArmFigures } from "./control.js";
import type { Measured } from "./measure.js";
import { WON_FOR_LEVEL } from "./roster.js";
import type { Study } from "./study.js";

const orDash = (value: number | null, digits = 0): string => (value === null ? "-" : figure(value, digits));

const thousands = (usd: number): string => figure(usd / 1000);

/** How evenly each strategy dealt, by its own eligible sets. */
export const fairnessTable = (rows: readonly Measured[]): string =>
  table([
    ["", "given", "to nobody", "largest lag", "drought", "Jain", "counts", "weekly", "counts", "by chance"],
    ...rows.map(({ name, fairness, counts, week }) => [
      name,
      figure(fairness.leads - fairness.unassigned),
      figure(fairness.unassigned),
      orDash(fairness.largestLag, 2),
      orDash(fairness.longestDrought),
      index(fairness.jain),
      index(counts),
      index(week.overShare),
      index(week.counts),
      index(week.byChance),
    ]),
  ]);

/** What it would have meant for the reps' desks. */
export const deskTable = (rows: readonly Measured[]): string =>
  table([
    ["", "open, median", "most", "value, least", "most", "Jain", "to skilled", "of given"],
    ...rows.map(({ name, fairness, openMedian, openMost, values, skilled }) => [
      name,
      figure(openMedian, 1),
      figure(openMost),
      thousands(Math.min(...values)),
      thousands(Math.max(...values)),
      index(jain(values)),
      figure(skilled),
      percent(skilled / (fairness.leads - fairness.unassigned)),
    ]),
  ]);

/** How many reps reached each level, beside the leads that ask for the product. */
export const skillTable = ({ roster, crm, arriving }: Study): string => {
  const reached = (product: string, level: number): number =>
    roster.reps.filter(({ skills = {} }) => (skills[product] ?? 0) >= level).length;
  return table([
    ["product", "list price", ...WON_FOR_LEVEL.map((won, i) => `level ${i + 1} (${won} won)`), "leads"],
    ...[...crm.listPrices].map(([product, price]) => [
      product,
      figure(price),
      ...WON_FOR_LEVEL.map((_, i) => figure(reached(product, i + 1))),
      figure(arriving.filter((deal) => deal.product === product).length),
    ]),
  ]);
};

/** The experiment, arm by arm. */
export const armsTable = (arms: readonly ArmFigures[]): string =>
  table([
    ["arm", "leads", "to nobody", "largest lag", "to skilled", "ended", "won in history"],
    ...arms.map(({ name, fairness, skilled, won }) => [
      name,
      figure(fairness.leads),
      figure(fairness.unassigned),
      orDash(fairness.largestLag, 2),
      figure(skilled),
      figure(won.closed),
      index(won.rate),
    ]),
  ]);
