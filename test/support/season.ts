import {
  compose,
  type Decision,
  emptyState,
  type Filter,
  type Lead,
  type LeadEvent,
  type PoolOptions,
  pool,
  type Roster,
  rotation,
  unwrap,
  visibleLead,
} from "../../src/index.js";
import { drawing } from "./drawing.js";
import { rosterOf } from "./story.js";

const minute = 60_000;

const ids = ["ann", "bob", "cyd", "dee", "eve"] as const;
const roster: Roster = rosterOf(...ids);

/** How one of the five pulls: like the others, only what is good, or whatever there is. */
export type Habit = "like the others" | "only what is good" | "whatever there is";

/** Who is quick and picks. It looks before everybody else, every minute. */
const QUICK = "cyd";

const LEADS = 600;
const GOOD_PART = 1 / 3;
/** Five reps have time for 10 leads an hour; 9 come in. */
const WORK_MINUTES = 30;
const EVERY_MINUTES = 60 / 9;

/** What came of a season for the quick one, in parts of what there was. */
export interface Season {
  readonly good: number;
  readonly all: number;
  /** How long leads waited for first contact at the median, in minutes: those that it took, and all others. */
  readonly itsWait: number;
  readonly othersWait: number;
  /** The most leads that it held without first contact. */
  readonly mostHeld: number;
}

interface Kept {
  readonly lead: Lead;
  decision: Decision;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;

/** Five reps, one of them quick and with a habit, pull from one pool until all leads are done. */
export const season = (habit: Habit, guards: readonly Filter[], options: PoolOptions = {}): Season => {
  const strategy = compose({
    ledger: "desk",
    filters: guards,
    selector: rotation(),
    delivery: pool(options),
  });
  const draw = drawing(7);
  const open: Kept[] = [];
  const own = new Map<string, Kept[]>(ids.map((id) => [id, []]));
  const busyUntil = new Map<string, number>();
  const done: { readonly repId: string; readonly isGood: boolean; readonly waited: number }[] = [];
  let state = emptyState({ seed: "s" });
  let [came, mostHeld, now] = [0, 0, 0];

  const tell = (kept: Kept, repId: string, type: "claimed" | "worked" | "returned" | "closed"): boolean => {
    const base = { id: `${type} ${now} ${repId}`, atMs: now * minute };
    const event: LeadEvent = type === "closed" ? { ...base, type, result: "won" } : { ...base, type, repId };
    const outcome = unwrap(strategy.respond(kept.lead, kept.decision, event, roster, state));
    state = outcome.state;
    kept.decision = outcome.decision;
    return outcome.refusal === undefined;
  };
  const claim = (repId: string, kept: Kept): boolean => {
    if (!tell(kept, repId, "claimed")) return false;
    open.splice(open.indexOf(kept), 1);
    own.get(repId)?.push(kept);
    return true;
  };
  /** What it takes at once: all, or what it sees to be good; of what it cannot see, one after the other, to give back what is poor. */
  const take = (): void => {
    const isFree = (busyUntil.get(QUICK) ?? 0) <= now && own.get(QUICK)?.length === 0;
    for (const kept of [...open]) {
      const { score } = visibleLead(kept.lead, kept.decision);
      const isPoor = kept.lead.score === 0.1;
      if (habit === "only what is good" && (score === undefined ? !isFree : isPoor)) continue;
      if (!claim(QUICK, kept)) continue;
      if (habit === "whatever there is" || !isPoor) continue;
      tell(kept, QUICK, "returned");
      own.get(QUICK)?.pop();
      open.push(kept);
    }
  };
  const work = (repId: string): void => {
    const mine = own.get(repId) ?? [];
    if ((busyUntil.get(repId) ?? 0) > now) return;
    const finished = mine.find(
      ({ decision }) => decision.status === "assigned" && decision.workedAtMs !== undefined,
    );
    if (finished !== undefined) {
      tell(finished, repId, "closed");
      mine.splice(mine.indexOf(finished), 1);
    }
    if (mine.length === 0 && open[0] !== undefined && !(repId === QUICK && habit === "only what is good"))
      claim(repId, open[0]);
    const next = mine[0];
    if (next === undefined) return;
    tell(next, repId, "worked");
    const { score, receivedAtMs } = next.lead;
    done.push({ repId, isGood: score === 0.9, waited: now - receivedAtMs / minute });
    busyUntil.set(repId, now + WORK_MINUTES);
  };

  for (; done.length < LEADS; now += 1) {
    while (came < LEADS && came * EVERY_MINUTES <= now) {
      const lead = { id: `lead ${came}`, receivedAtMs: now * minute, score: draw() < GOOD_PART ? 0.9 : 0.1 };
      const outcome = unwrap(strategy(lead, roster, state));
      state = outcome.state;
      open.push({ lead, decision: outcome.decision });
      came += 1;
    }
    if (habit !== "like the others") take();
    mostHeld = Math.max(mostHeld, own.get(QUICK)?.length ?? 0);
    for (let i = 0; i < ids.length; i += 1) work(ids[(now + i) % ids.length] as string);
  }
  const its = done.filter(({ repId }) => repId === QUICK);
  const good = done.filter(({ isGood }) => isGood);
  return {
    good: its.filter(({ isGood }) => isGood).length / good.length,
    all: its.length / done.length,
    itsWait: median(its.map(({ waited }) => waited)),
    othersWait: median(done.filter(({ repId }) => repId !== QUICK).map(({ waited }) => waited)),
    mostHeld,
  };
};
