import type { CloseResult } from "../model/decision.js";
import { type Durations, durationsOf } from "./durations.js";

/**
 * How leads ended: how many by each result; duplicates are none.
 *
 * @since 0.1.0
 */
export type Closings = Readonly<Record<CloseResult, number>>;

/**
 * The numbers by which sales teams judge how leads are handled.
 *
 * @since 0.1.0
 */
export interface Figures {
  /** Leads that came in; of a rep: that it was given. */
  readonly leads: number;
  /** From a lead's arrival to the first contact with it, by whomever. */
  readonly response: Durations;
  /** From when a holder got a lead to the contact that this holder made. */
  readonly reaction: Durations;
  /** The same as `response`, in the working time of who made contact. Empty for reps of whom no roster was given. */
  readonly workingResponse: Durations;
  /** The same as `reaction`, in the holder's working time. */
  readonly workingReaction: Durations;
  /** How many ended by each result. */
  readonly closings: Closings;
  /** The part of the closed leads that was won, from 0 to 1. `null` where none was closed. */
  readonly closeRate: number | null;
  /** From arrival to the end, of the leads that were won. */
  readonly cycle: Durations;
  /** Offers that were made. */
  readonly offers: number;
  /** `null` where there were no leads. */
  readonly offersPerLead: number | null;
  /** Offers that were answered by a no. */
  readonly refused: number;
  /** Offers that ran out without a word. */
  readonly timedOut: number;
  /** Leads that left their holder before the end: given back, taken away or moved by hand. */
  readonly movedAway: number;
  /** How long leads lay in a pool before they left it. */
  readonly inPool: Durations;
  /** Leads that somebody holds now and made no contact with. */
  readonly untouched: number;
}

/** Adds up what happens to leads, for all of them or for one rep. */
export interface FigureTally {
  leads: number;
  offers: number;
  refused: number;
  timedOut: number;
  movedAway: number;
  untouched: number;
  readonly closings: Record<CloseResult, number>;
  readonly ms: Readonly<
    Record<"response" | "reaction" | "workingResponse" | "workingReaction" | "cycle" | "inPool", number[]>
  >;
}

export const newFigures = (): FigureTally => ({
  leads: 0,
  offers: 0,
  refused: 0,
  timedOut: 0,
  movedAway: 0,
  untouched: 0,
  closings: { won: 0, lost: 0, disqualified: 0, "no-show": 0, cancelled: 0 },
  ms: { response: [], reaction: [], workingResponse: [], workingReaction: [], cycle: [], inPool: [] },
});

/** What they come to. */
export const figuresOf = ({
  closings,
  ms,
  leads,
  offers,
  refused,
  timedOut,
  movedAway,
  untouched,
}: FigureTally): Figures => {
  const ended = Object.values(closings).reduce((sum, each) => sum + each, 0);
  return {
    leads,
    response: durationsOf(ms.response),
    reaction: durationsOf(ms.reaction),
    workingResponse: durationsOf(ms.workingResponse),
    workingReaction: durationsOf(ms.workingReaction),
    closings: { ...closings },
    closeRate: ended === 0 ? null : closings.won / ended,
    cycle: durationsOf(ms.cycle),
    offers,
    offersPerLead: leads === 0 ? null : offers / leads,
    refused,
    timedOut,
    movedAway,
    inPool: durationsOf(ms.inPool),
    untouched,
  };
};
