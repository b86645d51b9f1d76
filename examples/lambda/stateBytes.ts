import { compose, emptyState, type State, team, unwrap, weighted } from "../../src/index.js";

const TEAMS = 3;

/**
 * The bytes of a state after `leads` leads for teams that share `reps` reps of uneven weights, dealt on `ledgers` ledgers in
 * turn: so the credits have as many digits as in use.
 */
export const stateBytes = (reps: number, ledgers: number, leads: number): number => {
  const roster = {
    reps: Array.from({ length: reps }, (_, i) => ({
      id: `rep-${String(i).padStart(5, "0")}`,
      weight: 1 + (i % 7) / 10,
      teams: [`team-${i % TEAMS}`],
    })),
  };
  const desks = Array.from({ length: ledgers }, (_, i) =>
    compose({ ledger: `desk-${i}`, filters: [team()], selector: weighted() }),
  );
  let state: State = emptyState({ seed: "2026" });
  for (let n = 0; n < leads; n += 1) {
    const lead = { id: `lead-${n}`, receivedAtMs: 0, team: `team-${n % TEAMS}` };
    for (const desk of desks) state = unwrap(desk(lead, roster, state)).state;
  }
  return JSON.stringify(state).length;
};
