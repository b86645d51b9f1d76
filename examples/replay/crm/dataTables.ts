import { jainByChance, quantile } from "../spread.js";
import { figure, index, percent, table } from "../table.js";
import { DAY_MS, dateOf } from "./calendar.js";
import type { Study } from "./study.js";

const quartiles = (values: readonly number[], digits = 0): string =>
  [0.25, 0.5, 0.75].map((p) => figure(quantile(values, p), digits)).join(" / ");

const range = (values: readonly number[]): string =>
  `${figure(Math.min(...values), 3)} to ${figure(Math.max(...values), 3)}`;

/** How the deals came in. */
export const streamTable = ({ crm, span, arrivals }: Study): string =>
  table([
    ["the stream", ""],
    ["opportunities", figure(crm.opportunities.length)],
    [`  with a date, ${dateOf(span.fromMs)} to ${dateOf(span.toMs - DAY_MS)}`, figure(arrivals.deals)],
    ["days", figure(arrivals.days)],
    ["  without an arrival", figure(arrivals.emptyDays)],
    ["arrivals a day, mean", figure(arrivals.mean, 1)],
    ["  median", figure(arrivals.median)],
    ["  standard deviation", figure(arrivals.deviation, 1)],
    [`  most, on ${dateOf(arrivals.mostOnMs)}`, figure(arrivals.most)],
    ["  Fano factor", figure(arrivals.fano, 1)],
    ["  correlation with the next day", figure(arrivals.nextDay, 3)],
    ["  the same, days without an arrival left out", figure(arrivals.nextBusyDay, 3)],
    ["on a Saturday or Sunday", percent(arrivals.weekend)],
    ["the next deal is the same agent's, in the file", percent(arrivals.sameAgentInFile)],
    ["  shuffled within the day", percent(arrivals.sameAgentInStream)],
    ["  by chance", percent(arrivals.sameAgentByChance)],
  ]);

/** Who had them. */
export const agentsTable = ({ crm, owned: { all, fewest, byOffice }, open }: Study): string =>
  table([
    ["the agents, as it went", ""],
    ["agents with opportunities", figure(all.people)],
    ["  without any", figure(crm.offices.size - all.people)],
    ["opportunities per agent, mean", figure(all.mean)],
    ["  median", figure(all.median)],
    ["  fewest", figure(fewest)],
    ["  most", figure(all.most)],
    ["Jain", index(all.jain)],
    ["  by chance", index(jainByChance(all.tickets, all.people))],
    ...[...byOffice].map(([office, spread]) => [`  within ${office}`, index(spread.jain)]),
    ["Gini", index(all.gini)],
    ["top one", percent(all.topOneShare)],
    ["top six", percent(all.topFifthShare)],
    ["open per agent and evening from March on, quartiles", quartiles(open)],
    ["  most", figure(open.reduce((most, one) => Math.max(most, one), 0))],
  ]);

/** How they ended. */
export const outcomesTable = ({ outcomes }: Study): string =>
  table([
    ["the outcomes, as it went", ""],
    ["won", figure(outcomes.won)],
    ["lost", figure(outcomes.lost)],
    ["still open at the end", figure(outcomes.stillOpen)],
    ["win rate of those that ended", index(outcomes.winRate)],
    ["  closed in March, June, September or December", range(outcomes.winRatesEndingQuarters)],
    ["  closed in another month", range(outcomes.winRatesOfOtherMonths)],
    ["  by agent", range(outcomes.winRates)],
    ["  by agent, quartiles", quartiles(outcomes.winRates, 3)],
    ["  chi-square over agents, 29 by chance", figure(outcomes.chiSquare, 1)],
    ["days to win, quartiles", quartiles(outcomes.daysToWin)],
    ["days to lose, quartiles", quartiles(outcomes.daysToLose)],
    ["value won per agent, Jain", index(outcomes.valueJain)],
    ["  Gini", index(outcomes.valueGini)],
    ["value per closed deal, correlation with its list price", figure(outcomes.valueWithPrice, 2)],
    ["  with the win rate", figure(outcomes.valueWithWinRate, 2)],
  ]);
