import type { AssignedPlace, DecisionBase, Offer } from "../model/decision.js";
import type { Assign, Placement } from "../model/delivery.js";
import type { EpochMs } from "../model/instant.js";
import { weighed } from "./effort.js";
import type { Scene } from "./scene.js";

type Elsewhere = Exclude<Placement, Assign>;

/** Where a lead may stand: what a delivery fills in by itself, or an assignment with what it meant. */
export type Place = Elsewhere | AssignedPlace;

/** Without what a delivery says of its effort. */
const offerOf = ({ repId, sinceMs, untilMs, round }: Offer): Offer => ({
  repId,
  sinceMs: sinceMs + 0,
  untilMs: untilMs + 0,
  round: round + 0,
});

/** A lead that stays in a pool has been there since it came. */
const pooledSinceMs = ({ before, nowMs }: Scene): EpochMs =>
  (before?.status === "pooled" ? before.sinceMs : undefined) ?? nowMs + 0;

/**
 * The known fields of the place and nothing else, as plain JSON, so that a decision stays what its type says, whatever a
 * delivery gives. Written out, since this is walked for every offer, and a trip through JSON costs a tenth of the answer.
 */
export const placeOf = (given: Elsewhere, scene: Scene): Elsewhere => {
  const { status } = given;
  switch (status) {
    case "offered": {
      const { ring, ringEndsAtMs, offersMade, declined, silent } = given;
      return {
        status,
        offers: weighed(scene, given.offers.map(offerOf)),
        waiting: [...given.waiting],
        wakeAtMs: given.wakeAtMs + 0,
        ...(ring === undefined ? {} : { ring: ring + 0 }),
        ...(ringEndsAtMs === undefined ? {} : { ringEndsAtMs: ringEndsAtMs + 0 }),
        ...(offersMade === undefined ? {} : { offersMade: offersMade + 0 }),
        ...(declined === undefined ? {} : { declined: [...declined] }),
        ...(silent === undefined ? {} : { silent: [...silent] }),
      };
    }
    case "pooled": {
      const { mode, mayClaim, shows, segment, group, wakeAtMs } = given;
      return {
        status,
        mode,
        ...(mayClaim === undefined ? {} : { mayClaim: [...mayClaim] }),
        sinceMs: pooledSinceMs(scene),
        ...(shows === undefined ? {} : { shows: [...shows] }),
        ...(segment === undefined ? {} : { segment }),
        ...(group === undefined ? {} : { group: group + 0 }),
        ...(wakeAtMs === undefined ? {} : { wakeAtMs: wakeAtMs + 0 }),
      };
    }
    case "parked": {
      const { reason, wakeAtMs, suggested } = given;
      return {
        status,
        reason,
        wakeAtMs: wakeAtMs + 0,
        ...(suggested === undefined ? {} : { suggested: [...suggested] }),
      };
    }
    case "unassigned":
      return { status, reason: given.reason };
    case "closed": {
      const { repId, result, value, into } = given;
      return {
        status,
        ...(repId === undefined ? {} : { repId }),
        result,
        ...(value === undefined ? {} : { value: value + 0 }),
        ...(into === undefined ? {} : { into }),
      };
    }
  }
};

/** A decision from its two halves. Onto the fresh base, since spreading records of this size costs more than all the rest. */
export const placed = <P extends Place>(base: DecisionBase, place: P): DecisionBase & P =>
  Object.assign(base, place);
