import type { RepId } from "../../../src/index.js";
import type { RepFairness } from "../../../src/measure/fairness.js";
import { jainByChance, median, quantile } from "../spread.js";
import { figure, index, percent, table } from "../table.js";
import { dateOf } from "./calendar.js";
import type { Week } from "./compare.js";
import { groupsReport } from "./groupsReport.js";
import { LARGEST_TEAM, type Study } from "./study.js";

const byId = (reps: readonly RepFairness[]): ReadonlyMap<RepId, RepFairness> =>
  new Map(reps.map((rep) => [rep.repId, rep]));

const dealtOut = ({ before, after, dealt, comparison }: Study): string => {
  const teamless = dealt.filter(({ ticket }) => ticket.team === undefined).length;
  const given = dealt.filter(({ repId }) => repId !== undefined).length;
  const { history, historyAmongEligible } = comparison;
  return [
    `${figure(dealt.length)} tickets from 2016-03-01 to 2016-05-31 (${before} before and ${after} after are left out).`,
    `${figure(given)} went to somebody of their team who was present; ${teamless} have no team, for ` +
      `${dealt.length - given - teamless} nobody of the team was present.`,
    `In truth ${figure(historyAmongEligible.leads)} of these ${figure(given)} went to somebody eligible, ` +
      `${figure(given - history.unassigned - historyAmongEligible.leads)} to somebody else, ` +
      `${history.unassigned} to nobody the log names.`,
  ].join("\n");
};

const perRep = ({ comparison: { rotation, history } }: Study): string => {
  const dealt = byId(rotation.reps);
  const went = byId(history.reps);
  const ids = [...new Set([...dealt.keys(), ...went.keys()])].sort(
    (a, b) => (went.get(b)?.leads ?? 0) - (went.get(a)?.leads ?? 0) || Number(a) - Number(b),
  );
  const cells = (rep: RepFairness | undefined): readonly string[] =>
    rep === undefined
      ? ["-", "-", "-", "-"]
      : [figure(rep.share, 1), figure(rep.leads), figure(rep.lag, 1), figure(rep.longestDrought)];
  return table([
    ["person", "share", "rotation", "lag", "drought", "share", "history", "lag", "drought"],
    ...ids.map((id) => [id, ...cells(dealt.get(id)), ...cells(went.get(id))]),
  ]);
};

const overall = ({ comparison }: Study): string =>
  table([
    ["", "tickets", "to nobody", "largest lag", "longest drought", "Jain"],
    ...(
      [
        ["rotation", comparison.rotation],
        ["history", comparison.history],
        ["history, to the eligible only", comparison.historyAmongEligible],
      ] as const
    ).map(([name, { leads, unassigned, largestLag, longestDrought, jain }]) => [
      name,
      figure(leads),
      figure(unassigned),
      largestLag === null ? "-" : figure(largestLag, 2),
      longestDrought === null ? "-" : figure(longestDrought),
      index(jain),
    ]),
  ]);

const perWeek = ({ weeks }: Study): string =>
  table([
    ["week of", "tickets", "rotation", "history", "rotation >= 1", "history >= 1", "counts", "by chance"],
    ...weeks.map((week) => [
      `${dateOf(week.mondayMs)}${week.isWhole ? "" : " *"}`,
      figure(week.tickets),
      index(week.rotation),
      index(week.history),
      index(week.rotationFromOneLead),
      index(week.historyFromOneLead),
      index(week.counts),
      index(week.countsByChance),
    ]),
  ]);

/** The median over the weeks that lie mostly in the window. */
export const medianOf = (weeks: readonly Week[], measure: (week: Week) => number | null): number =>
  median(weeks.filter(({ isWhole }) => isWhole).flatMap((week) => measure(week) ?? []));

const history = ({ history: spread, weeks, weeksOfLargestTeam, perPersonAndDay }: Study): string =>
  table([
    ["the tickets as they really went", ""],
    ["first assignees", figure(spread.people)],
    ["tickets per first assignee, mean", figure(spread.mean)],
    ["tickets per first assignee, median", figure(spread.median)],
    ["tickets per first assignee, most", figure(spread.most)],
    ["Jain of the counts", index(spread.jain)],
    ["  by chance", index(jainByChance(spread.tickets, spread.people))],
    ["Gini of the counts", index(spread.gini)],
    ["top one", percent(spread.topOneShare)],
    ["top fifth", percent(spread.topFifthShare)],
    ["Jain of the week's counts, median, all teams", index(medianOf(weeks, ({ counts }) => counts))],
    ["  by chance", index(medianOf(weeks, ({ countsByChance }) => countsByChance))],
    [
      `Jain of the week's counts, median, team ${LARGEST_TEAM}`,
      index(medianOf(weeksOfLargestTeam, ({ counts }) => counts)),
    ],
    ["tickets per person and day, median", figure(median(perPersonAndDay))],
    ["tickets per person and day, 90 % have at most", figure(quantile(perPersonAndDay, 0.9))],
    ["tickets per person and day, 99 % have at most", figure(quantile(perPersonAndDay, 0.99))],
    ["tickets per person and day, most", figure(quantile(perPersonAndDay, 1))],
  ]);

/** The study as text: per person first, the summary last, where a terminal stops. */
export const report = (study: Study): string =>
  [
    "Leads per person, by rotation and as they really went (lag: share less leads; drought: leads missed in a row)",
    perRep(study),
    "Jain's index by week (leads over fair share, among all eligible and among those with a share of a lead or\n" +
      "more; counts: tickets per person who really got any; * less than half of the working days)",
    perWeek(study),
    history(study),
    groupsReport(study.groups, LARGEST_TEAM),
    dealtOut(study),
    overall(study),
  ].join("\n\n");
