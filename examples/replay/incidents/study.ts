import type { State } from "../../../src/index.js";
import { countsOf, type Spread, spreadOf } from "../spread.js";
import { dayOf, WINDOW } from "./calendar.js";
import { byWeek, type Comparison, compare, type Week } from "./compare.js";
import { type GroupWeek, groupWeeks } from "./groups.js";
import { rostersOf } from "./presence.js";
import type { LogRow, Ticket } from "./read.js";
import { type Dealt, ledgerPerTeam, ledgerPerTeamAndWeek, replay, takersBy } from "./replay.js";

/** Everything that is known once the tickets have been dealt out. */
export interface Study {
  /** Tickets before and after the window, which are left out. */
  readonly before: number;
  readonly after: number;
  readonly dealt: readonly Dealt[];
  readonly state: State;
  readonly comparison: Comparison;
  readonly weeks: readonly Week[];
  /** The weeks of team 70 alone, which has half of the tickets. */
  readonly weeksOfLargestTeam: readonly Week[];
  /** How the tickets really spread over their first assignees. */
  readonly history: Spread;
  /** Tickets that one person really got on one day, for each person and day with any. */
  readonly perPersonAndDay: readonly number[];
  /** Each team and week with a ticket that anybody could have, by each of the ways of dealing. */
  readonly groups: readonly GroupWeek[];
}

export const LARGEST_TEAM = "70";

const isBefore = ({ openedAtMs }: Ticket): boolean => openedAtMs < WINDOW.fromMs;

const isAfter = ({ openedAtMs }: Ticket): boolean => openedAtMs >= WINDOW.toMs;

const perPersonAndDay = (tickets: readonly Ticket[]): readonly number[] => {
  const days = new Set(tickets.map(({ openedAtMs }) => dayOf(openedAtMs)));
  return [...days].flatMap((day) =>
    countsOf(
      tickets.filter(({ openedAtMs }) => dayOf(openedAtMs) === day).map(({ firstAssignee }) => firstAssignee),
    ),
  );
};

/** The ways of dealing that are compared by group and week. */
export const WAY = {
  oneLedger: "rotation, one ledger",
  perTeam: "one per team",
  perTeamAndWeek: "one per team and week",
  history: "history",
} as const;

/** `say` hears what is being done, since it takes some time. */
export const studyOf = (
  all: readonly Ticket[],
  log: readonly LogRow[],
  say: (what: string) => void = () => {},
): Study => {
  const tickets = all.filter((ticket) => !isBefore(ticket) && !isAfter(ticket));
  const rosterAt = rostersOf(log);
  say("dealing the tickets out on one ledger");
  const { dealt, state } = replay(tickets, rosterAt);
  say("dealing them out on a ledger for each team");
  const perTeam = takersBy(ledgerPerTeam, tickets, rosterAt);
  say("dealing them out on a ledger for each team and week");
  const perTeamAndWeek = takersBy(ledgerPerTeamAndWeek, tickets, rosterAt);
  say("looking for the best in hindsight of each team and week");
  const ways = new Map([
    [WAY.oneLedger, dealt.map(({ repId }) => repId)],
    [WAY.perTeam, perTeam],
    [WAY.perTeamAndWeek, perTeamAndWeek],
    [WAY.history, tickets.map(({ firstAssignee }) => firstAssignee)],
  ]);
  const groups = groupWeeks(dealt, ways);
  say("measuring");
  return {
    before: all.filter(isBefore).length,
    after: all.filter(isAfter).length,
    dealt,
    state,
    comparison: compare(dealt),
    weeks: byWeek(dealt),
    weeksOfLargestTeam: byWeek(dealt.filter(({ ticket }) => ticket.team === LARGEST_TEAM)),
    history: spreadOf(tickets.map(({ firstAssignee }) => firstAssignee)),
    perPersonAndDay: perPersonAndDay(tickets),
    groups,
  };
};
