import type { State } from "../../src/index.js";
import { dayOf, WINDOW } from "./calendar.js";
import { byWeek, type Comparison, compare, type Week } from "./compare.js";
import { rostersOf } from "./presence.js";
import type { LogRow, Ticket } from "./read.js";
import { type Dealt, replay } from "./replay.js";
import { countsOf, type Spread, spreadOf } from "./spread.js";

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

export const studyOf = (all: readonly Ticket[], log: readonly LogRow[]): Study => {
  const tickets = all.filter((ticket) => !isBefore(ticket) && !isAfter(ticket));
  const { dealt, state } = replay(tickets, rostersOf(log));
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
  };
};
