import { isDeepStrictEqual } from "node:util";
import type { LeftOutCount, Offer } from "../../../src/index.js";
import { effortOf, type Spot, saidEffort, standOf } from "./desk.js";
import { awaitManager, openRace, putIn } from "./pull.js";
import type { FilterName } from "./setup.js";
import { bookTurn, type Question, ruleAgainst, type Survey, survey } from "./survey.js";

/** A new place of a lead, and what changes with it. */
export interface Dealt {
  readonly spot: Spot;
  readonly tried: ReadonlySet<string>;
  /** Who is to have the lead back, from now on. Absent: as before. */
  readonly lentBy?: { readonly to: string | undefined };
  /** How often first contact was not made in time, by now. Absent: as before. */
  readonly lapses?: number;
  /** Absent: nobody was asked anew. */
  readonly counts?: { readonly leftOut: readonly LeftOutCount[]; readonly candidates: number };
}

export const without = (all: Iterable<string>, gone: Iterable<string>): ReadonlySet<string> => {
  const left = new Set(all);
  for (const id of gone) left.delete(id);
  return left;
};

export const countsOf = ({ leftOut, order }: Survey): NonNullable<Dealt["counts"]> => ({
  leftOut,
  candidates: order.length,
});

/** The rep takes the lead in a turn that is booked among those in play. */
export const take = (
  question: Question,
  tried: ReadonlySet<string>,
  repId: string,
  also: readonly FilterName[] = [],
): Dealt => {
  const { desk, roster, leadId } = question;
  const asked = survey(question, tried, also);
  const taker = roster.reps.find(({ id }) => id === repId);
  if (taker === undefined) throw new Error("the model gave a lead to nobody on the roster");
  const standing = standOf(desk, taker, leadId);
  const other = asked.order.find(({ id }) => id !== repId);
  const runnerUp = other && standOf(desk, other, leadId);
  const share = bookTurn(question, tried, repId, also);
  return {
    spot: {
      status: "assigned",
      repId,
      share,
      isPaid: share > 0,
      ...saidEffort(effortOf(desk, leadId)),
      standing,
      ...(runnerUp === undefined ? {} : { runnerUp }),
      sinceMs: question.atMs,
    },
    tried: without(tried, [repId]),
    counts: countsOf(asked),
  };
};

/** Nobody has the lead; `because` is said where somebody knew of it. */
export const nobody = (
  question: Question,
  tried: ReadonlySet<string>,
  because: string | undefined,
  also: readonly FilterName[] = [],
): Dealt => {
  const asked = survey(question, tried, also);
  const { parkForMs } = question.desk.setup;
  if (parkForMs !== undefined) {
    const wakeAtMs = question.atMs + parkForMs;
    const reason = because ?? "nobody-found";
    return { spot: { status: "parked", reason, wakeAtMs }, tried, counts: countsOf(asked) };
  }
  const found = () => {
    if (because !== undefined) return because;
    if (tried.size > 0) return "nobody-else";
    if (question.roster.reps.length === 0) return "empty-roster";
    return asked.may.length > 0 ? "none-takes-a-turn" : "all-left-out";
  };
  return { spot: { status: "unassigned", reason: found() }, tried, counts: countsOf(asked) };
};

/** How far the offers of a lead have come. */
export interface Asking {
  readonly open: Extract<Spot, { readonly status: "offered" }>["offers"];
  readonly pass: number;
  readonly offersMade: number;
  readonly tried: ReadonlySet<string>;
  /** Who said no, and is asked again only once everybody has. */
  readonly declined: ReadonlySet<string>;
  /** Who did not answer in this pass, and is asked again in the next. */
  readonly silent: ReadonlySet<string>;
}

/** An offer made now weighs what the lead does, but for one that is open already, to the same moment: that is the same offer. */
const weighed = ({ desk, leadId }: Question, offer: Offer): Offer => {
  const spot = desk.stories.get(leadId)?.spot;
  const same = (spot?.status === "offered" ? spot.offers : []).find(({ effort: _, ...each }) =>
    isDeepStrictEqual(each, offer),
  );
  return { ...offer, ...saidEffort(same === undefined ? effortOf(desk, leadId) : (same.effort ?? 1)) };
};

/** Since when a lead that goes into a pool, or stays in one, is there. */
export const pooledSince = ({ desk, leadId, atMs }: Question): number => {
  const spot = desk.stories.get(leadId)?.spot;
  return spot?.status === "pooled" ? spot.sinceMs : atMs;
};

/** Those who were silent and may have the lead now may claim it, where that is meant and there are any. */
const raceOfSilent = (
  question: Question,
  tried: ReadonlySet<string>,
  silent: readonly string[],
): Dealt | undefined => {
  const { silentMayClaimForMs } = question.desk.setup;
  const mayClaim = silent.filter((repId) => ruleAgainst(question, repId) === undefined);
  if (silentMayClaimForMs === undefined || mayClaim.length === 0) return undefined;
  const sinceMs = pooledSince(question);
  const wakeAtMs = question.atMs + silentMayClaimForMs;
  return {
    spot: { status: "pooled", mode: "open", mayClaim, sinceMs, wakeAtMs },
    tried,
    counts: countsOf(survey(question, tried)),
  };
};

/** Fills up the open offers with the best who were not asked; then come those who were silent, then everybody. */
export const offerOn = (question: Question, nowMs: number, from: Asking): Dealt => {
  const { offers: options } = question.desk.setup;
  if (options === undefined) throw new Error("the model offers what is assigned");
  let { tried, declined, silent, pass } = from;
  const because = from.offersMade > 0 || tried.size > 0 ? "nobody-accepted" : undefined;
  for (;;) {
    const asked = survey(question, tried);
    const free = asked.order.filter(({ id }) => !from.open.some(({ repId }) => repId === id));
    const chosen = free.slice(0, options.atOnce - from.open.length);
    const untilMs = nowMs + options.answerMs;
    const fresh = chosen.map(({ id }) =>
      weighed(question, { repId: id, sinceMs: nowMs, untilMs, round: pass }),
    );
    const offers = [...from.open, ...fresh];
    const offersMade = from.offersMade + fresh.length;
    if (offers.length > 0)
      return {
        spot: { status: "offered", offers, offersMade, declined, silent },
        tried,
        counts: countsOf(asked),
      };
    const again = silent.size > 0 ? silent : declined;
    if (pass >= options.passes || again.size === 0)
      return raceOfSilent(question, tried, [...from.silent]) ?? nobody(question, tried, because);
    if (silent.size === 0) declined = new Set();
    silent = new Set();
    tried = without(tried, again);
    pass += 1;
  }
};

/** The first of the order has the lead, in a turn that is booked. */
export const push = (question: Question, tried: ReadonlySet<string>, because: string | undefined): Dealt => {
  const first = survey(question, tried).order[0];
  return first === undefined ? nobody(question, tried, because) : take(question, tried, first.id);
};

/** The lead is dealt, or offered from the beginning, to those who did not give it up. */
export const deal = (question: Question, nowMs: number, tried: ReadonlySet<string>): Dealt => {
  if (question.desk.setup.offers !== undefined)
    return offerOn(question, nowMs, {
      open: [],
      pass: 1,
      offersMade: 0,
      tried,
      declined: new Set(),
      silent: new Set(),
    });
  const { race, pool, manual } = question.desk.setup;
  if (race !== undefined) return openRace(question, tried, 0, false);
  if (pool !== undefined) return putIn(question, tried);
  if (manual !== undefined) return awaitManager(question, tried, question.atMs + manual.decideMs);
  return push(question, tried, undefined);
};
