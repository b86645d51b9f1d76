import type { EpochMs, Rep, RepId, Roster } from "../../../src/index.js";
import { hourOf } from "./calendar.js";
import type { LogRow } from "./read.js";

const addTo = <K, V>(sets: Map<K, Set<V>>, key: K, value: V): void => {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
};

/** The teams of each person: those in whose name the log shows the person at least once, at any time. */
export const teamsOf = (log: readonly LogRow[]): ReadonlyMap<RepId, ReadonlySet<string>> => {
  const teams = new Map<RepId, Set<string>>();
  for (const { assignee, team } of log)
    if (assignee !== undefined && team !== undefined) addTo(teams, assignee, team);
  return teams;
};

/** Who is present in each hour: whoever acts in that hour, the one before or the one after, in any team. */
export const presenceOf = (log: readonly LogRow[]): ReadonlyMap<number, ReadonlySet<RepId>> => {
  const present = new Map<number, Set<RepId>>();
  for (const { assignee, atMs } of log) {
    if (assignee === undefined) continue;
    for (const beside of [-1, 0, 1]) addTo(present, hourOf(atMs) + beside, assignee);
  }
  return present;
};

/** The roster of an hour: always the same object within it, so that it is prepared once. */
export const rostersOf = (log: readonly LogRow[]): ((atMs: EpochMs) => Roster) => {
  const present = presenceOf(log);
  const reps = [...teamsOf(log)].map(([id, teams]): Rep => ({ id, teams: [...teams] }));
  const online = reps.map((rep): Rep => ({ ...rep, presence: "online" }));
  const offline = reps.map((rep): Rep => ({ ...rep, presence: "offline" }));
  const rosters = new Map<number, Roster>();
  return (atMs) => {
    const hour = hourOf(atMs);
    const known = rosters.get(hour);
    if (known) return known;
    const here = present.get(hour);
    const roster = { reps: reps.flatMap(({ id }, i) => (here?.has(id) ? online : offline)[i] ?? []) };
    rosters.set(hour, roster);
    return roster;
  };
};
