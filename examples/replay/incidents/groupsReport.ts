import { median } from "../spread.js";
import { figure, index, percent, table } from "../table.js";
import { dateOf } from "./calendar.js";
import type { GroupWeek, Reached } from "./groups.js";

/** A way reaches a group-week if it comes to that part of the best. */
export const ENOUGH = 0.95;

/** The part of the group-weeks in which a rotation was meant to reach it. */
export const GOAL = 0.9;

/** Group-weeks by their tickets, up to and with these. */
const SIZES = [1, 5, 20, 100, Number.POSITIVE_INFINITY] as const;

const BEST = "the best itself";

const reachedIn = (groups: readonly GroupWeek[], way: string): readonly Reached[] =>
  groups.flatMap(({ best, ways }) => (way === BEST ? best : (ways.get(way) ?? [])));

const waysOf = (groups: readonly GroupWeek[]): readonly string[] => [...(groups[0]?.ways.keys() ?? [])];

const isEnough = ({ ofBest }: Reached): boolean => ofBest >= ENOUGH;

/** In how many group-weeks the way reached enough of the best. */
export const enough = (groups: readonly GroupWeek[], way: string): number =>
  reachedIn(groups, way).filter(isEnough).length;

const outOf = (part: number, whole: number): string => `${part} of ${whole}`;

const ticketsIn = (groups: readonly GroupWeek[]): number =>
  groups.reduce((sum, { tickets }) => sum + tickets, 0);

const summary = (groups: readonly GroupWeek[]): string =>
  table([
    ["", "reached", "", "with tickets", "of best, median", "all within one", "even, shares >= 1"],
    ...[...waysOf(groups), BEST].map((way) => {
      const all = reachedIn(groups, way);
      const shares = all.flatMap(({ fromOneLead }) => fromOneLead ?? []);
      return [
        way,
        outOf(enough(groups, way), all.length),
        percent(enough(groups, way) / all.length),
        percent(ticketsIn(groups.filter((_group, i) => isEnough(all[i] as Reached))) / ticketsIn(groups)),
        index(median(all.map(({ ofBest }) => ofBest))),
        outOf(all.filter(({ furthest }) => furthest <= 1).length, all.length),
        outOf(shares.filter((jain) => jain >= ENOUGH).length, shares.length),
      ];
    }),
  ]);

const bySize = (groups: readonly GroupWeek[]): string =>
  table([
    ["tickets", "group-weeks", "best, median", ...waysOf(groups)],
    ...SIZES.map((most, i) => {
      const least = (SIZES[i - 1] ?? 0) + 1;
      const some = groups.filter(({ tickets }) => tickets >= least && tickets <= most);
      const range =
        least === most
          ? `${least}`
          : most === Number.POSITIVE_INFINITY
            ? `${least} or more`
            : `${least} to ${most}`;
      return [
        range,
        figure(some.length),
        index(median(some.map(({ best }) => best.jain ?? 0))),
        ...waysOf(groups).map((way) => outOf(enough(some, way), some.length)),
      ];
    }),
  ]);

/** Every group-week in a line of its own: what was best, and what each way reached, with its part of the best. */
export const groupLines = (groups: readonly GroupWeek[]): string =>
  table([
    ["team", "week of", "tickets", "best", ...waysOf(groups).flatMap((way) => [way, "of best"])],
    ...groups.map(({ team, mondayMs, tickets, best, ways }) => [
      team,
      dateOf(mondayMs),
      figure(tickets),
      index(best.jain),
      ...[...ways.values()].flatMap(({ jain, ofBest }) => [index(jain), index(ofBest)]),
    ]),
  ]);

const verdict = (groups: readonly GroupWeek[], way: string): string => {
  const part = enough(groups, way) / groups.length;
  return (
    `${way} reached ${ENOUGH * 100} % of the hindsight best in ${outOf(enough(groups, way), groups.length)} ` +
    `group-weeks (${percent(part)}); the goal of ${GOAL * 100} % is ${part >= GOAL ? "reached" : "not reached"}.`
  );
};

/** The group-weeks as text: the largest team by week, then all by size, the summary, and the verdict. */
export const groupsReport = (groups: readonly GroupWeek[], largestTeam: string): string =>
  [
    `Jain's index in team ${largestTeam}, by week, beside the best in hindsight`,
    groupLines(groups.filter(({ team }) => team === largestTeam)),
    `Group-weeks in which ${ENOUGH * 100} % of the best was reached, by the tickets in them`,
    bySize(groups),
    `All group-weeks (reached: ${ENOUGH * 100} % of the best; with tickets: the part of all tickets that came in those;\n` +
      "all within one: nobody ends the week further than one ticket from a fair share; even, shares >= 1: Jain's\n" +
      `index of ${ENOUGH} or more among those with a share of a ticket or more)`,
    summary(groups),
    waysOf(groups)
      .filter((way) => way !== "history")
      .map((way) => verdict(groups, way))
      .join("\n"),
  ].join("\n\n");
