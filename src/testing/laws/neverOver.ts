import type { RepId } from "../../model/id.js";
import type { Roster } from "../../model/roster.js";
import type { State } from "../../model/state.js";
import { play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const heldBy = (state: State, repId: RepId): number => {
  const place = state.ids.indexOf(repId);
  return place < 0 ? 0 : (state.openEffort[place] as number) + (state.offeredEffort[place] as number);
};

const insistRoom = (roster: Roster, before: State, after: State): void => {
  for (const { id, capacity } of roster.reps) {
    const held = heldBy(after, id);
    const gained = held > heldBy(before, id);
    insist(
      !gained || capacity === undefined || held <= capacity,
      `${JSON.stringify(id)} holds ${held} of ${capacity}`,
    );
  }
};

/**
 * Nobody takes a lead beyond its capacity, open offers counted, each by its effort, under every order of events. For strategies
 * with the `capacity` filter, on rosters that leave the count and the effort of open leads to the state.
 *
 * @since 0.1.0
 */
export const neverOver = lawOfScenarios(
  "neverOver",
  "Capacity holds at every prefix and under every order of events, open offers counted.",
  (strategy, scenario) => {
    for (const { step, stateBefore, result } of play(strategy, scenario)) {
      if (result._tag === "Right") insistRoom(step.roster, stateBefore, result.right.state);
    }
  },
);
