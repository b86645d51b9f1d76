import type { RepId } from "../../model/id.js";
import type { EpochMs } from "../../model/instant.js";
import type { Limit } from "../../model/limit.js";
import type { Rep } from "../../model/rep.js";
import type { Roster } from "../../model/roster.js";
import { unwrap } from "../../model/unwrap.js";
import { prepareRoster } from "../../roster/prepareRoster.js";
import { calendarWindow } from "../../time/calendarWindow.js";
import { type Played, play } from "../play.js";
import { insist, lawOfScenarios } from "./law.js";

const WEEK_MS = 7 * 86_400_000;

const mostAt = ({ most, ramp = [] }: Limit, { joinedAtMs }: Rep, atMs: EpochMs): number => {
  if (joinedAtMs === undefined) return most;
  return ramp[Math.floor(Math.max(0, atMs - joinedAtMs) / WEEK_MS)] ?? most;
};

/** The most leads that one window of the limit holds which holds this moment too, of all taken at these. */
const fullest = (limit: Limit, { schedule }: Rep, moments: readonly EpochMs[], atMs: EpochMs): number => {
  if ("windowMs" in limit) {
    const begins = moments.filter((fromMs) => fromMs <= atMs && atMs < fromMs + limit.windowMs);
    const held = (fromMs: EpochMs) =>
      moments.filter((each) => fromMs <= each && each < fromMs + limit.windowMs).length;
    return begins.reduce((most, fromMs) => Math.max(most, held(fromMs)), 0);
  }
  const { per, weekStart, timeZone = schedule?.timeZone ?? "UTC" } = limit;
  const { fromMs, toMs } = calendarWindow(timeZone, per, atMs, weekStart);
  return moments.filter((each) => fromMs <= each && each < toMs).length;
};

/** What is counted together: leads taken while the rep had a limit on windows of this kind. */
const kindOf = (limit: Limit, { id, schedule }: Rep): string => {
  if ("windowMs" in limit) return JSON.stringify([id, limit.windowMs]);
  const { per, weekStart = 1, timeZone = schedule?.timeZone ?? "UTC" } = limit;
  return JSON.stringify([id, per, timeZone, per === "week" ? weekStart : 0]);
};

const repOf = (roster: Roster, repId: RepId): Rep | undefined =>
  unwrap(prepareRoster(roster)).reps.find(({ id }) => id === repId)?.rep;

/** Who newly has the lead. */
const takerOf = ({ decisionBefore, result }: Played): RepId | undefined => {
  if (result._tag === "Left" || result.right.decision.status !== "assigned") return undefined;
  const { repId } = result.right.decision;
  return decisionBefore?.status === "assigned" && decisionBefore.repId === repId ? undefined : repId;
};

/**
 * Nobody takes more leads than its own `limits` allow, in any window and under every order of events, counted anew from all that was taken. For
 * strategies with the `limits` filter, without exemptions or a time zone of its own.
 *
 * @since 0.1.0
 */
export const withinLimits = lawOfScenarios(
  "withinLimits",
  "A rep's limits hold at every prefix and under every order of events, in calendar windows and rolling ones.",
  (strategy, scenario) => {
    const taken = new Map<string, EpochMs[]>();
    for (const played of play(strategy, scenario)) {
      const taker = takerOf(played);
      const rep = taker === undefined ? undefined : repOf(played.step.roster, taker);
      if (rep === undefined || played.result._tag === "Left") continue;
      const { atMs } = played.result.right.decision;
      const kinds = new Map((rep.limits ?? []).map((limit) => [kindOf(limit, rep), limit]));
      for (const kind of kinds.keys()) taken.set(kind, [...(taken.get(kind) ?? []), atMs]);
      for (const limit of rep.limits ?? []) {
        const held = fullest(limit, rep, taken.get(kindOf(limit, rep)) ?? [], atMs);
        const most = mostAt(limit, rep, atMs);
        insist(
          held <= most,
          `${JSON.stringify(rep.id)} took ${held} leads in one window of ${JSON.stringify(limit)}`,
        );
      }
    }
  },
);
