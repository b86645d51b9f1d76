import type { Decision, Offer } from "../model/decision.js";
import type { LeadId, LedgerName, RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";
import type { LeadChange } from "../model/log.js";
import { workingTimeOf } from "../roster/workingTimeOf.js";
import { workingMinutesBetween } from "../time/workingMinutesBetween.js";
import { type Figures, type FigureTally, figuresOf, newFigures } from "./figureTally.js";
import type { Measure } from "./measure.js";
import { entryOf, sortedById } from "./perRep.js";

/**
 * The figures of all leads together, and of those of each ledger, source and rep; each list sorted by name.
 *
 * @since 0.1.0
 */
export interface KeyFigures {
  readonly all: Figures;
  /** A lead that comes to another ledger counts here for what happened to it there. */
  readonly ledgers: readonly (Figures & { readonly ledger: LedgerName })[];
  /** Leads that name no source are in none. */
  readonly sources: readonly (Figures & { readonly source: string })[];
  /** Everybody who ever had to do with a lead. */
  readonly reps: readonly (Figures & { readonly repId: RepId })[];
}

type Kept = Map<string, FigureTally>;

type Assigned = Extract<Decision, { readonly status: "assigned" }>;

const MINUTE_MS = 60_000;

/** Working time is added up day by day, so a moment a thousand years off must not be waited for. */
const MOST_MS = 400 * 24 * 60 * MINUTE_MS;

const heldIn = (decision: Decision | undefined): Assigned | undefined =>
  decision?.status === "assigned" ? decision : undefined;

const offersIn = (decision: Decision | undefined): readonly Offer[] =>
  decision?.status === "offered" ? decision.offers : [];

const isSame = (a: Offer, b: Offer): boolean =>
  a.repId === b.repId && a.sinceMs === b.sinceMs && a.untilMs === b.untilMs;

/** Whose the lead is newly, whose it is no more; the same rep by another turn is neither. */
const holders = ({ before, decision }: LeadChange) => {
  const [had, has] = [heldIn(before), heldIn(decision)];
  const isKept = had?.repId === has?.repId && had?.sinceMs === has?.sinceMs;
  return { had, has, gone: isKept ? undefined : had, come: isKept ? undefined : has };
};

/** How much of a time somebody worked, where the roster says when and the time is no longer than hours are looked for. */
const workedMs = (
  { roster }: LeadChange,
  repId: RepId,
  fromMs: EpochMs,
  toMs: EpochMs,
): readonly number[] => {
  const rep = roster?.reps.find(({ id }) => id === repId);
  if (roster === undefined || rep === undefined || toMs - fromMs > MOST_MS) return [];
  return [workingMinutesBetween(workingTimeOf(rep, roster), fromMs, toMs) * MINUTE_MS];
};

/** To whom something is counted: all, the ledger of a decision, the source of the lead, and a rep. */
interface Tallies {
  readonly to: (change: LeadChange, decision: Decision, repId?: RepId) => readonly FigureTally[];
  /** Whether anybody has made contact with a lead that is open. */
  readonly open: Map<LeadId, { readonly isTouched: boolean }>;
}

const contacted = (change: LeadChange, { to, open }: Tallies): void => {
  const { lead, decision } = change;
  const { had, has } = holders(change);
  if (has?.workedAtMs === undefined || (had?.sinceMs === has.sinceMs && had.workedAtMs !== undefined)) return;
  const { repId, sinceMs, workedAtMs } = has;
  const isFirst = open.get(decision.leadId)?.isTouched === false;
  open.set(decision.leadId, { isTouched: true });
  const reaction = workedMs(change, repId, sinceMs, workedAtMs);
  const response = isFirst ? workedMs(change, repId, lead.receivedAtMs, workedAtMs) : [];
  for (const { ms } of to(change, decision, repId)) {
    ms.reaction.push(workedAtMs - sinceMs);
    ms.workingReaction.push(...reaction);
    if (isFirst) ms.response.push(workedAtMs - lead.receivedAtMs);
    ms.workingResponse.push(...response);
  }
};

const offered = (change: LeadChange, { to }: Tallies): void => {
  const { before, decision, event } = change;
  const [had, has] = [offersIn(before), offersIn(decision)];
  for (const offer of has) {
    if (had.some((each) => isSame(each, offer))) continue;
    for (const tally of to(change, decision, offer.repId)) tally.offers += 1;
  }
  for (const offer of had) {
    if (before === undefined || event === undefined || has.some((each) => isSame(each, offer))) continue;
    const answer = "repId" in event && event.repId === offer.repId ? event.type : undefined;
    const isLate = answer === undefined && offer.untilMs <= event.atMs;
    for (const tally of to(change, before, offer.repId)) {
      if (answer === "declined") tally.refused += 1;
      if (isLate) tally.timedOut += 1;
    }
  }
};

const moved = (change: LeadChange, { to }: Tallies): void => {
  const { before, decision } = change;
  const { gone, come } = holders(change);
  if (come !== undefined) for (const tally of to(change, decision, come.repId).slice(-1)) tally.leads += 1;
  if (gone !== undefined && decision.status !== "closed")
    for (const tally of to(change, gone, gone.repId)) tally.movedAway += 1;
  if (before?.status !== "pooled" || decision.status === "pooled" || before.sinceMs === undefined) return;
  for (const { ms } of to(change, before, come?.repId)) ms.inPool.push(decision.atMs - before.sinceMs);
};

const closed = (change: LeadChange, { to, open }: Tallies): void => {
  const { lead, before, decision } = change;
  if (decision.status !== "closed" || before?.status === "closed") return;
  open.delete(decision.leadId);
  const { repId, result } = decision;
  if (result === "merged") return;
  for (const { closings, ms } of to(change, decision, repId)) {
    closings[result] += 1;
    if (result === "won") ms.cycle.push(decision.atMs - lead.receivedAtMs);
  }
};

const countUntouched = (change: LeadChange, { to }: Tallies): void => {
  const count = (held: Assigned | undefined, by: number): void => {
    if (held === undefined || held.workedAtMs !== undefined) return;
    for (const tally of to(change, held, held.repId)) tally.untouched += by;
  };
  count(heldIn(change.before), -1);
  count(heldIn(change.decision), 1);
};

/**
 * Measures how leads are handled: how soon somebody made contact, how they ended and how long that took, what was offered, refused
 * and given back, and what nobody has touched; of all leads and of each ledger, source and rep.
 *
 * Its items are answers about leads in the order in which they were given, such as {@link replay} tells them from a log. For a month
 * each, open a new one: figures add up from where it was opened.
 *
 * @remarks
 * - **Units:** milliseconds, elapsed or (`working...`) of the working time of who made contact, for contacts within 400 days; parts from 0 to 1.
 * - **Twice:** an answer that changed nothing counts nothing, so retries may be in the log.
 * - **Errors:** none of its own; a schedule of the roster that cannot be read throws a `RangeError`.
 * - **State:** one entry for each open lead and one number for each duration, since a median needs them all.
 * - **Cost:** O(1) for an answer; O(reps + days) for a first contact with a roster; O(m log m) for the result of m durations.
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const log: Log = {
 *   first: emptyState({ seed: "s" }),
 *   entries: [
 *     { type: "lead", lead: { id: "l1", receivedAtMs: 0, source: "web" }, roster },
 *     { type: "lead", lead: { id: "l2", receivedAtMs: 0, source: "fair" }, roster },
 *     { type: "event", leadId: "l1", event: { id: "e1", atMs: 120_000, type: "worked" }, roster },
 *     { type: "event", leadId: "l1", event: { id: "e2", atMs: 900_000, type: "closed", result: "won" }, roster },
 *   ],
 * };
 * const tally = keyFigures().open();
 * unwrap(replay(strategy, log, { each: (_, __, change) => tally.add(change) }));
 * const { all, reps } = tally.result();
 * [all.response.medianMs, all.closeRate, all.untouched]; // => [120_000, 1, 1]
 * reps.map(({ repId, leads, untouched }) => [repId, leads, untouched]); // => [["ann", 1, 0], ["bob", 1, 1]]
 * ```
 *
 * @since 0.1.0
 */
export const keyFigures = (): Measure<LeadChange, KeyFigures> => ({
  open: () => {
    const all = newFigures();
    const [ledgers, sources, reps] = [1, 2, 3].map(() => new Map<string, FigureTally>()) as [
      Kept,
      Kept,
      Kept,
    ];
    const tallies: Tallies = {
      open: new Map(),
      to: ({ lead: { source } }, { ledger }, repId) => [
        all,
        entryOf(ledgers, ledger, newFigures),
        ...(source === undefined ? [] : [entryOf(sources, source, newFigures)]),
        ...(repId === undefined ? [] : [entryOf(reps, repId, newFigures)]),
      ],
    };
    return {
      add: (change) => {
        const { before, decision } = change;
        if (before?.revision === decision.revision) return;
        if (before === undefined) {
          tallies.open.set(decision.leadId, { isTouched: false });
          for (const tally of tallies.to(change, decision)) tally.leads += 1;
        }
        for (const look of [offered, moved, contacted, countUntouched, closed]) look(change, tallies);
      },
      result: () => ({
        all: figuresOf(all),
        ledgers: sortedById(ledgers, (ledger, tally) => ({ ledger, ...figuresOf(tally) })),
        sources: sortedById(sources, (source, tally) => ({ source, ...figuresOf(tally) })),
        reps: sortedById(reps, (repId, tally) => ({ repId, ...figuresOf(tally) })),
      }),
    };
  },
});
