import { assign, type Delivery, type Move, type Placement, type Ranking } from "../../src/index.js";

/** A delivery that does what each event says: `do` maps an event's id to a move. */
export const scripted = (
  start: (ranking: Ranking) => Placement,
  moves: Readonly<Record<string, Move>>,
): Delivery => ({
  ...assign(),
  name: "scripted",
  start: ({ ranking }) => start(ranking()),
  on: (question) => moves[question.event.id] ?? assign().on(question),
});

/** An open offer to these reps until a moment. */
export const offered = (untilMs: number, ...ids: readonly string[]): Placement => ({
  status: "offered",
  offers: ids.map((repId) => ({ repId, sinceMs: 0, untilMs, round: 1 })),
  waiting: [],
  wakeAtMs: untilMs,
});

export const taken = (repId: string): Placement => ({ status: "assigned", repId, counts: true });
