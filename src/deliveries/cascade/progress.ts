import type { Offer, OfferedPlace } from "../../model/decision.js";
import type { RepId } from "../../model/id.js";
import type { EpochMs } from "../../model/instant.js";
import type { Plan } from "./plan.js";

/** How far the asking has come. */
export interface Progress {
  readonly ring: number;
  readonly ringEndsAtMs?: EpochMs;
  /** The number of the pass, from 1. */
  readonly round: number;
  readonly offersMade: number;
  /** Who was asked and said no: asked again once everybody who was asked has. */
  readonly declined: readonly RepId[];
  /** Who was asked and did not answer: asked again in the next pass. */
  readonly silent: readonly RepId[];
  /** Who comes next, where that is settled. */
  readonly waiting: readonly RepId[];
}

/** Reads how far a lead has come. A ring that the strategy no longer has is its last. */
export const progressOf = (
  { ring = 0, ringEndsAtMs, offers, offersMade = 0, declined = [], silent = [], waiting }: OfferedPlace,
  { rings }: Plan,
): Progress => ({
  ring: Math.min(ring, rings.length - 1),
  ...(ringEndsAtMs === undefined ? {} : { ringEndsAtMs }),
  round: offers[0]?.round ?? 1,
  offersMade,
  declined,
  silent,
  waiting,
});

/** The lead while these offers are open. */
export const offeredPlace = (
  offers: readonly Offer[],
  { ring, ringEndsAtMs, offersMade, declined, silent, waiting }: Progress,
  { rings }: Plan,
): OfferedPlace => ({
  status: "offered",
  offers,
  waiting,
  wakeAtMs: offers.reduce((first, { untilMs }) => Math.min(first, untilMs), Number.POSITIVE_INFINITY),
  ...(rings.length === 1 && rings[0]?.filters === undefined ? {} : { ring }),
  ...(ringEndsAtMs === undefined ? {} : { ringEndsAtMs }),
  offersMade,
  ...(declined.length === 0 ? {} : { declined }),
  ...(silent.length === 0 ? {} : { silent }),
});
