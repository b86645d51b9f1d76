import { type EpochMs, type Fairness, fairness, holderOf, type RepId } from "../../src/index.js";
import { agenda } from "./agenda.js";
import { DAY_MS } from "./calendar.js";
import type { Contender } from "./contenders.js";
import { openDesk } from "./desk.js";
import { endOf } from "./luck.js";
import type { Arrival, Season } from "./season.js";

/** What became of one lead. */
export interface Fate {
  readonly arrival: Arrival;
  /** `undefined`: nobody got it. */
  readonly repId: RepId | undefined;
  readonly isWon: boolean;
  /** How likely it was won by whoever got it, with the leads it had. */
  readonly rate: number;
  /** How likely it would have been by the best of those who might have had it then. */
  readonly bestRate: number;
}

/** One selector's season. */
export interface Run {
  /** In the order in which they were given out, or gone. */
  readonly fates: readonly Fate[];
  readonly fairness: Fairness;
  /** Leads that had to wait for somebody. */
  readonly waited: number;
}

type Happening = { readonly arrival: Arrival } & (
  | { readonly type: "arrives" | "wakes" }
  | { readonly type: "closes"; readonly isWon: boolean }
);

/** After so long a lead that nobody had is gone. */
const PATIENCE_MS = 5 * DAY_MS;

/** Puts a selector through a season, lead by lead and event by event, until the last lead has come to its end. */
export const play = (season: Season, { selectorFor, rosterFor }: Contender): Run => {
  const roster = rosterFor?.(season) ?? season.roster;
  const desk = openDesk(selectorFor(season), roster, `season ${season.seed}`);
  const ahead = agenda<Happening>();
  const waiting = new Set<Arrival>();
  /** Of those that wait, the ones for which nobody has room: they wait for a lead to close. */
  const forRoom: Arrival[] = [];
  const tally = fairness().open();
  const fates: Fate[] = [];
  let waited = 0;

  const gone = (arrival: Arrival): void => {
    fates.push({ arrival, repId: undefined, isWon: false, rate: 0, bestRate: 0 });
    tally.add({ candidates: [], repId: undefined });
  };

  const give = (arrival: Arrival, nowMs: EpochMs): void => {
    const { lead, number } = arrival;
    const rates = new Map(
      desk.candidates(lead, nowMs).map(({ id, rep }) => [id, season.rateOf(lead, rep, desk.loadOf(rep))]),
    );
    const decision = desk.decide(lead, nowMs);
    const repId = holderOf(decision);
    if (repId === undefined) {
      if (!waiting.has(arrival)) waited += 1;
      waiting.add(arrival);
      if (decision.status === "parked") ahead.add(decision.wakeAtMs, { type: "wakes", arrival });
      else forRoom.push(arrival);
      return;
    }
    waiting.delete(arrival);
    const rate = rates.get(repId) ?? 0;
    const { isWon, afterMs } = endOf(rate, season.luckOf(number, repId));
    fates.push({ arrival, repId, isWon, rate, bestRate: Math.max(...rates.values()) });
    tally.add({ candidates: [...rates.keys()].map((id) => ({ id, weight: 1 })), repId });
    ahead.add(nowMs + afterMs, { type: "closes", arrival, isWon });
  };

  const giveIfThere = (arrival: Arrival, nowMs: EpochMs): void => {
    if (nowMs - arrival.lead.receivedAtMs > PATIENCE_MS) gone(arrival);
    else give(arrival, nowMs);
  };

  const comeIn = (number: number): void => {
    const arrival = season.arrivals[number];
    if (arrival !== undefined) ahead.add(arrival.lead.receivedAtMs, { type: "arrives", arrival });
  };

  const happen = (happening: Happening, nowMs: EpochMs): void => {
    const { arrival, type } = happening;
    if (type === "arrives") comeIn(arrival.number + 1);
    if (type !== "closes") {
      giveIfThere(arrival, nowMs);
      return;
    }
    desk.close(arrival.lead, happening.isWon, nowMs);
    const longest = forRoom.shift();
    if (longest !== undefined) giveIfThere(longest, nowMs);
  };

  comeIn(0);
  for (let entry = ahead.next(); entry !== undefined; entry = ahead.next()) happen(entry.what, entry.atMs);
  forRoom.forEach(gone);
  return { fates, fairness: tally.result(), waited };
};
