import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { hourOf, isMostlyInWindow, mondayOf, WINDOW } from "../../examples/replay/incidents/calendar.js";
import { groupWeeks } from "../../examples/replay/incidents/groups.js";
import { enough, groupLines } from "../../examples/replay/incidents/groupsReport.js";
import { presenceOf, rostersOf, teamsOf } from "../../examples/replay/incidents/presence.js";
import { type LogRow, readLog, readTickets, type Ticket } from "../../examples/replay/incidents/read.js";
import {
  ledgerPerTeam,
  ledgerPerTeamAndWeek,
  replay,
  takersBy,
} from "../../examples/replay/incidents/replay.js";
import { medianOf, report } from "../../examples/replay/incidents/report.js";
import { type Study, studyOf, WAY } from "../../examples/replay/incidents/study.js";
import { jainByChance, median, quantile, spreadOf } from "../../examples/replay/spread.js";
import { table } from "../../examples/replay/table.js";
import { CREDITS_PER_LEAD } from "../../src/index.js";
import { isShared, needing, sharedPath } from "../support/shared.js";

const INCIDENTS = "data/incidents";

const atHour = (hour: number): number => Date.UTC(2016, 2, 7, hour, 30);

const row = (hour: number, team: string | undefined, assignee: string | undefined): LogRow => ({
  atMs: atHour(hour),
  team,
  assignee,
});

describe("replay, by eye", () => {
  it("reads a ticket, empty fields as missing and ids as text", () => {
    const head = "incident,opened_at,first_group,first_assignee\n";
    expect(readTickets(`${head}0000047,2016-03-07T09:30,70,\n`)).toStrictEqual([
      { incident: "0000047", openedAtMs: atHour(9), team: "70", firstAssignee: undefined },
    ]);
    expect(() => readTickets("incident,opened_at\n1,2016-03-07T09:30\n")).toThrow('no column "first_group"');
    expect(() => readLog("at,group,assignee\n,70,1\n")).toThrow('nothing in "at"');
  });

  it("puts a person into every team beside which the log ever shows it", () => {
    const teams = teamsOf([
      row(9, "70", "1"),
      row(9, "56", undefined),
      row(9, undefined, "2"),
      row(30, "56", "1"),
    ]);
    expect([...teams].map(([id, of]) => [id, [...of]])).toStrictEqual([["1", ["70", "56"]]]);
  });

  it("takes a person for present in the hour of an act and the two beside it", () => {
    const present = presenceOf([row(9, undefined, "1")]);
    const hours = [7, 8, 9, 10, 11].map((hour) => present.get(hourOf(atHour(hour)))?.has("1") ?? false);
    expect(hours).toStrictEqual([false, true, true, true, false]);
  });

  it("has one roster an hour, of everybody with a team", () => {
    const rosterAt = rostersOf([row(9, "70", "1"), row(14, "70", "2")]);
    expect(rosterAt(atHour(10))).toBe(rosterAt(atHour(10) + 60_000));
    expect(rosterAt(atHour(10)).reps.map(({ id, presence }) => [id, presence])).toStrictEqual([
      ["1", "online"],
      ["2", "offline"],
    ]);
  });

  it("deals among the present members of the team, and a ticket without a team to nobody", () => {
    const log = [row(9, "70", "1"), row(9, "70", "2"), row(9, "56", "3"), row(20, "70", "4")];
    const ticket = (incident: string, team: string | undefined): Ticket => ({
      incident,
      team,
      openedAtMs: atHour(9),
      firstAssignee: undefined,
    });
    const tickets = [
      ticket("a", "70"),
      ticket("b", "70"),
      ticket("c", undefined),
      ticket("d", "56"),
      ticket("e", "9"),
    ];
    const { dealt } = replay(tickets, rostersOf(log));
    expect(dealt.map(({ repId }) => repId)).toStrictEqual(["1", "2", undefined, "3", undefined]);
    expect(dealt[0]?.candidates.map(({ id }) => id)).toStrictEqual(["1", "2"]);
  });

  it("deals on the account that a ticket belongs to", () => {
    const log = ["70", "56"].flatMap((team) => [row(9, team, "1"), row(9, team, "2")]);
    const ticket = (incident: string, team: string, days = 0): Ticket => ({
      incident,
      team,
      openedAtMs: atHour(9),
      firstAssignee: undefined,
      ...(days === 0 ? {} : { openedAtMs: atHour(9 + 24 * days) }),
    });
    const nextWeek = log.map((one) => ({ ...one, atMs: one.atMs + 7 * 24 * 3_600_000 }));
    const rosterAt = rostersOf([...log, ...nextWeek]);
    const tickets = [ticket("a", "70"), ticket("b", "56"), ticket("c", "70", 7), ticket("d", "70", 7)];
    expect(replay(tickets, rosterAt).dealt.map(({ repId }) => repId)).toStrictEqual(["1", "2", "1", "2"]);
    expect(takersBy(ledgerPerTeam, tickets, rosterAt)).toStrictEqual(["1", "1", "2", "1"]);
    expect(takersBy(ledgerPerTeamAndWeek, tickets, rosterAt)).toStrictEqual(["1", "1", "1", "2"]);
  });

  it("measures each group and week by itself beside the best in hindsight", () => {
    const log = [row(9, "70", "1"), row(9, "70", "2"), row(9, "56", "1")];
    const tickets = ["70", "70", "56", "9"].map((team, i) => ({
      incident: `t${i}`,
      team,
      openedAtMs: atHour(9),
      firstAssignee: "1",
    }));
    const { dealt } = replay(tickets, rostersOf(log));
    const ways = new Map([["history", tickets.map(({ firstAssignee }) => firstAssignee)]]);
    const groups = groupWeeks(dealt, ways);
    expect(groups.map(({ team, tickets: count, best }) => [team, count, best.jain])).toStrictEqual([
      ["70", 2, 1],
      ["56", 1, 1],
    ]);
    expect(groups.map((group) => group.ways.get("history"))).toStrictEqual([
      { jain: 0.5, ofBest: 0.5, furthest: 1, fromOneLead: 0.5 },
      { jain: 1, ofBest: 1, furthest: 0, fromOneLead: 1 },
    ]);
    expect(enough(groups, "history")).toBe(1);
    expect(groupLines(groups).split("\n")).toHaveLength(4);
  });

  it("begins a week on Monday and counts one whose working days lie mostly in the window", () => {
    expect(mondayOf(Date.UTC(2016, 2, 13, 23, 59))).toBe(Date.UTC(2016, 2, 7));
    expect(mondayOf(Date.UTC(2016, 2, 14))).toBe(Date.UTC(2016, 2, 14));
    const mondays = [Date.UTC(2016, 1, 29), Date.UTC(2016, 4, 23), Date.UTC(2016, 4, 30)];
    expect(mondays.map(isMostlyInWindow)).toStrictEqual([true, true, false]);
  });

  it("describes how counts spread, and what chance would give", () => {
    expect(spreadOf(["a", "a", "a", "b", undefined])).toMatchObject({
      tickets: 4,
      people: 2,
      mean: 2,
      median: 2,
      most: 3,
      jain: 0.8,
      gini: 0.25,
      topOneShare: 0.75,
    });
    expect([median([3, 1, 2]), quantile([0, 10], 0.9), jainByChance(100, 1)]).toStrictEqual([2, 9, 1]);
  });

  it("aligns a table", () => {
    expect(
      table([
        ["a", "bb"],
        ["ccc", "1"],
      ]),
    ).toBe("a    bb\n-------\nccc   1");
  });
});

describe.skipIf(!isShared(INCIDENTS))(needing(INCIDENTS, "replay of the incidents"), () => {
  let log: readonly LogRow[];
  let study: Study;

  beforeAll(() => {
    const text = (name: string): string => readFileSync(sharedPath(`${INCIDENTS}/${name}`), "utf8");
    log = readLog(text("incident_assignments.csv"));
    study = studyOf(readTickets(text("incidents.csv")), log);
  }, 300_000); // half a minute, more where coverage is counted or the machine is busy

  it("finds the stream and the people that the description of the data names", () => {
    expect([study.before, study.dealt.length, study.after]).toStrictEqual([207, 24_437, 274]);
    const teams = [...teamsOf(log).values()].map(({ size }) => size);
    expect([teams.length, median(teams), Math.max(...teams)]).toStrictEqual([234, 4, 38]);
  });

  it("returns the figures of the description when fed with the historical assignments", () => {
    const { history } = study;
    expect([history.people, Math.round(history.mean), history.median, history.most]).toStrictEqual([
      202, 118, 45, 3040,
    ]);
    expect(history.jain).toBeCloseTo(0.151, 3);
    expect(history.gini).toBeCloseTo(0.7, 3);
    expect(history.topOneShare).toBeCloseTo(0.127, 3);
    expect(history.topFifthShare).toBeCloseTo(0.7, 2);
    expect(jainByChance(history.tickets, history.people)).toBeCloseTo(0.992, 3);
    const perDay = [0.5, 0.9, 0.99, 1].map((p) => Math.round(quantile(study.perPersonAndDay, p)));
    expect(perDay).toStrictEqual([2, 8, 44, 135]);
  });

  it("returns the weekly figures as medians over the thirteen weeks that lie mostly in the window", () => {
    expect([study.weeks.length, study.weeks.filter(({ isWhole }) => isWhole).length]).toStrictEqual([14, 13]);
    expect(medianOf(study.weeks, ({ counts }) => counts)).toBeCloseTo(0.177, 3);
    expect(medianOf(study.weeksOfLargestTeam, ({ counts }) => counts)).toBeCloseTo(0.127, 3);
    expect(medianOf(study.weeks, ({ countsByChance }) => countsByChance)).toBeCloseTo(0.93, 2);
  });

  it("gives every ticket that anybody may have to somebody of its team who acts in the hours around it", () => {
    const teams = teamsOf(log);
    const acts = new Set(log.map(({ assignee, atMs }) => `${assignee} ${hourOf(atMs)}`));
    const mayHave = (id: string, { team, openedAtMs }: Ticket): boolean =>
      team !== undefined &&
      teams.get(id)?.has(team) === true &&
      [-1, 0, 1].some((beside) => acts.has(`${id} ${hourOf(openedAtMs) + beside}`));
    let given = 0;
    for (const { ticket, candidates, repId } of study.dealt) {
      const eligible = [...teams.keys()].filter((id) => mayHave(id, ticket));
      expect(candidates.map(({ id }) => id)).toStrictEqual(eligible.sort());
      expect(repId === undefined).toBe(eligible.length === 0);
      if (repId === undefined) continue;
      expect(eligible).toContain(repId);
      given += 1;
    }
    expect(given).toBe(24_021);
    expect(study.dealt.filter(({ ticket }) => ticket.openedAtMs < WINDOW.fromMs)).toStrictEqual([]);
  });

  it("keeps every account of the ledger within (n-1)/2 leads, in sum at zero, and equal to the lag measured", () => {
    const { ids, ledgers } = study.state;
    const credits = ledgers[0]?.credits ?? [];
    expect([ids.length, credits.length]).toStrictEqual([234, 234]);
    expect(credits.reduce((sum, credit) => sum + credit, 0)).toBe(0);
    for (const credit of credits)
      expect(2 * Math.abs(credit)).toBeLessThanOrEqual((ids.length - 1) * CREDITS_PER_LEAD);
    for (const { repId, lag } of study.comparison.rotation.reps)
      expect(lag).toBeCloseTo((credits[ids.indexOf(repId)] ?? Number.NaN) / CREDITS_PER_LEAD, 6);
  });

  it("keeps everybody within two leads of a fair share, where history strayed by more than two thousand", () => {
    const { rotation, history, historyAmongEligible } = study.comparison;
    expect(rotation).toMatchObject({ leads: 24_021, unassigned: 0 });
    expect(history).toMatchObject({ leads: 24_021, unassigned: 542 });
    expect(historyAmongEligible).toMatchObject({ leads: 21_579, unassigned: 0 });
    expect(rotation.largestLag).toBeLessThan(2);
    expect(history.largestLag).toBeGreaterThan(2000);
    expect(historyAmongEligible.largestLag).toBeGreaterThan(2000);
    expect(rotation.longestDrought).toBeLessThan((history.longestDrought ?? 0) / 5);
  });

  it("is more even than history in every week, and nearly even among those with a share of a lead or more", () => {
    for (const { rotation, history, rotationFromOneLead, historyFromOneLead } of study.weeks) {
      expect(rotation).toBeGreaterThan(history ?? Number.NaN);
      expect(rotationFromOneLead).toBeGreaterThan(0.97);
      expect(historyFromOneLead).toBeLessThan(0.6);
    }
  });

  it("finds the best in hindsight of each team and week, which nothing beats within the eligible sets", () => {
    const { groups } = study;
    expect([groups.length, new Set(groups.map(({ team }) => team)).size]).toStrictEqual([723, 68]);
    expect(groups.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(24_021);
    for (const { best, ways } of groups) {
      expect(best.ofBest).toBe(1);
      for (const way of [WAY.oneLedger, WAY.perTeam, WAY.perTeamAndWeek])
        expect(ways.get(way)?.ofBest).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it("reaches 95 % of that best in as many group-weeks as the description says, which is short of the goal", () => {
    const counts = Object.values(WAY).map((way) => enough(study.groups, way));
    expect(counts).toStrictEqual([137, 240, 425, 91]);
    const furthest = (way: string): number =>
      Math.max(...study.groups.map(({ ways }) => ways.get(way)?.furthest ?? Number.NaN));
    expect(furthest(WAY.perTeam)).toBeLessThan(1.65);
    expect(furthest(WAY.perTeamAndWeek)).toBeLessThan(1.12);
    expect(Math.max(...study.groups.map(({ best }) => best.furthest))).toBe(11);
    const starving = study.groups.filter(({ best }) => best.fromOneLead === 0);
    expect([
      starving.length,
      study.groups.filter(({ best }) => best.fromOneLead !== null).length,
    ]).toStrictEqual([35, 405]);
  });

  it("prints what its README shows", () => {
    const readme = readFileSync(
      new URL("../../examples/replay/incidents/README.md", import.meta.url),
      "utf8",
    );
    const shown = (/^```text\n([^`]+)^```$/m.exec(readme)?.[1] ?? "")
      .split("\n")
      .filter((line) => line !== "...");
    const lines = new Set(report(study).split("\n"));
    expect(shown.length).toBeGreaterThan(80);
    expect(shown.filter((line) => !lines.has(line))).toStrictEqual([]);
  });

  it("prints a line for everybody and the comparison", () => {
    const lines = report(study).split("\n");
    expect(
      lines.filter((line) => /^\d+ /.test(line) && line.trim().split(/ {2,}/).length === 9),
    ).toHaveLength(208);
    expect(lines).toContain(
      "one per team and week reached 95 % of the hindsight best in 425 of 723 group-weeks (58.8 %); the goal of 90 % is not reached.",
    );
    expect(lines.at(-3)).toMatch(/^rotation +24,021 +0 +1\.16 +70 +0\.859$/);
    expect(lines.at(-2)).toMatch(/^history +24,021 +542 +2,138\.24 +748 +0\.063$/);
  });
});
