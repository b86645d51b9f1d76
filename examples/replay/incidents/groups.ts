import { hindsight, type RepHindsight } from "../../../src/hindsight/index.js";
import { jain, measure, type RepId } from "../../../src/index.js";
import { mondayOf } from "./calendar.js";
import type { Dealt } from "./replay.js";

/** What a way of dealing made of the tickets of one group in one week. */
export interface Reached {
  /** Jain's index of leads over fair share, among all who were eligible for any. */
  readonly jain: number | null;
  /** The index over that of the best assignment. */
  readonly ofBest: number;
  /** How far anybody ended from a fair share, in tickets. */
  readonly furthest: number;
  /** The index among those whose fair share is a ticket or more, 0 where they have none; `null`: nobody has. */
  readonly fromOneLead: number | null;
}

/** The tickets of one group (a team) in one week, as far as anybody was eligible for them. */
export interface GroupWeek {
  readonly team: string;
  readonly mondayMs: number;
  readonly tickets: number;
  readonly best: Reached;
  readonly ways: ReadonlyMap<string, Reached>;
}

/** Who got which ticket, in the order of the tickets. */
export type Takers = readonly (RepId | undefined)[];

type LeadsOf = (rep: RepHindsight) => number;

const reachedBy = (reps: readonly RepHindsight[], leadsOf: LeadsOf, best: number): Reached => {
  const evenness = (some: readonly RepHindsight[]): number | null =>
    jain(some.map((rep) => leadsOf(rep) / rep.share));
  const index = evenness(reps);
  const whole = reps.filter(({ share }) => share >= 1);
  return {
    jain: index,
    ofBest: (index ?? 0) / best,
    furthest: Math.max(...reps.map((rep) => Math.abs(leadsOf(rep) - rep.share))),
    fromOneLead: whole.length === 0 ? null : (evenness(whole) ?? 0),
  };
};

const leadsAmong = (takers: Takers): LeadsOf => {
  const leads = new Map<RepId | undefined, number>();
  for (const taker of takers) leads.set(taker, (leads.get(taker) ?? 0) + 1);
  return ({ repId }) => leads.get(repId) ?? 0;
};

/** The places of the tickets that anybody was eligible for, by group and week. */
const placesByGroup = (dealt: readonly Dealt[]): ReadonlyMap<string, readonly number[]> => {
  const groups = new Map<string, number[]>();
  dealt.forEach(({ ticket, candidates }, place) => {
    if (candidates.length === 0) return;
    const key = JSON.stringify([ticket.team, mondayOf(ticket.openedAtMs)]);
    const known = groups.get(key);
    if (known) known.push(place);
    else groups.set(key, [place]);
  });
  return groups;
};

/** Each group and week by itself, beside the best that could have been done had all its tickets been known. */
export const groupWeeks = (
  dealt: readonly Dealt[],
  ways: ReadonlyMap<string, Takers>,
): readonly GroupWeek[] =>
  [...placesByGroup(dealt)].map(([key, places]) => {
    const [team, mondayMs] = JSON.parse(key) as [string, number];
    const own = places.flatMap((place) => dealt[place] ?? []);
    const { seen } = measure(own, { seen: hindsight() });
    const reached = (leadsOf: LeadsOf): Reached => reachedBy(seen.reps, leadsOf, seen.best ?? Number.NaN);
    return {
      team,
      mondayMs,
      tickets: places.length,
      best: reached(({ best }) => best),
      ways: new Map(
        [...ways].map(([name, takers]) => [name, reached(leadsAmong(places.map((place) => takers[place])))]),
      ),
    };
  });
