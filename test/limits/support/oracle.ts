import type { Limit, LimitScope, Rep } from "../../../src/index.js";
import { labelOf } from "./labels.js";

const WEEK_MS = 7 * 86_400_000;

/** A limit that holds for a rep, with what is counted under it. */
export interface Held {
  readonly limit: Limit;
  readonly zone: string;
  /** Whose leads, under which name, in which windows. */
  readonly account: string;
  readonly of: "rep" | "all";
}

/** A lead that somebody took, and every account that it was counted in. */
interface Taking {
  readonly atMs: number;
  readonly accounts: readonly string[];
}

const mostOf = ({ most, ramp = [] }: Limit, { joinedAtMs }: Rep, atMs: number): number => {
  if (joinedAtMs === undefined) return most;
  for (let week = 0; week < ramp.length; week += 1)
    if (atMs < joinedAtMs + (week + 1) * WEEK_MS) return ramp[week] as number;
  return most;
};

/** Every limit that the scope holds a rep to. */
export const heldTo = (scope: LimitScope, rep: Rep): readonly Held[] => {
  const { name, each = [], total = [], tiers, teams, timeZone = "UTC" } = scope;
  const isMeant =
    (tiers === undefined || tiers.some((tier) => tier === rep.tier)) &&
    (teams === undefined || teams.some((team) => rep.teams?.includes(team)));
  const held = (limit: Limit, of: "rep" | "all", otherZone: string): Held => {
    const zone = ("per" in limit ? limit.timeZone : undefined) ?? otherZone;
    const kind =
      "per" in limit
        ? [limit.per, limit.per === "week" ? (limit.weekStart ?? 1) : 0, zone]
        : [limit.windowMs];
    return {
      limit,
      zone,
      of,
      account: JSON.stringify([name ?? null, of === "rep" ? rep.id : null, ...kind]),
    };
  };
  const ofRep = rep.schedule?.timeZone ?? timeZone;
  if (name === undefined) return (rep.limits ?? []).map((limit) => held(limit, "rep", ofRep));
  if (!isMeant) return [];
  return [
    ...each.map((limit) => held(limit, "rep", ofRep)),
    ...total.map((limit) => held(limit, "all", timeZone)),
  ];
};

/** Whether more than `most` of these moments, and this one among them, lie in less than the span. */
const isCrowded = (moments: readonly number[], atMs: number, most: number, spanMs: number): boolean => {
  const all = [...moments, atMs].sort((a, b) => a - b);
  return all.some((first) => {
    const within = all.filter((each) => each >= first && each - first < spanMs);
    return within.length > most && first <= atMs && atMs - first < spanMs;
  });
};

/** Keeps every taking there ever was, and counts from scratch. */
export interface Oracle {
  readonly take: (atMs: number, held: readonly Held[]) => void;
  /** Whether so many leads more, at that moment, would be too many. */
  readonly isOver: (held: Held, rep: Rep, atMs: number, more: number) => boolean;
}

export const oracle = (): Oracle => {
  const takings: Taking[] = [];
  return {
    take: (atMs, held) => {
      takings.push({ atMs, accounts: held.map(({ account }) => account) });
    },
    isOver: ({ limit, zone, account }, rep, atMs, more) => {
      const moments = takings.filter(({ accounts }) => accounts.includes(account)).map((each) => each.atMs);
      const most = mostOf(limit, rep, atMs);
      if (more > most) return true;
      if (!("per" in limit)) return isCrowded(moments, atMs, most - (more - 1), limit.windowMs);
      const label = labelOf(limit, zone, atMs);
      return moments.filter((each) => labelOf(limit, zone, each) === label).length + more > most;
    },
  };
};
