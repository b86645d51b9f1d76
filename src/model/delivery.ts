import type { Either } from "fp-ts/lib/Either.js";
import type {
  AssignedPlace,
  ClosedPlace,
  Decision,
  OfferedPlace,
  ParkedPlace,
  PooledPlace,
  UnassignedPlace,
} from "./decision.js";
import type { LeadEvent } from "./event.js";
import type { Exclusion } from "./filter.js";
import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Lead } from "./lead.js";
import type { Candidate, Ranking } from "./selector.js";

/**
 * Give the lead to one rep. The rep's turn ends here: it is booked when it `counts`, else the account stays as it is.
 *
 * @since 0.1.0
 */
export interface Assign extends Pick<AssignedPlace, "status" | "repId"> {
  readonly counts: boolean;
}

/**
 * Where a delivery puts the lead.
 *
 * @since 0.1.0
 */
export type Placement = Assign | OfferedPlace | PooledPlace | ParkedPlace | UnassignedPlace | ClosedPlace;

/**
 * The price goes back to the rep and comes out of the ledger's `outside`, at most `mostPerRep` times for one rep.
 *
 * @since 0.1.0
 */
export interface Refund {
  readonly repId: RepId;
  readonly price: number;
  readonly mostPerRep: number;
}

/**
 * What an event does: a price goes back, turns end, and the lead finds its new place, in this order.
 *
 * @since 0.1.0
 */
export interface Move {
  /** Turns that ended without acceptance and count: booked one after the other; the reps are not asked again. */
  readonly lost?: readonly RepId[];
  /** Reps who are not asked again, without a booking. */
  readonly setAside?: readonly RepId[];
  readonly refund?: Refund | undefined;
  /** Everybody may be asked again, also those who gave the lead up. */
  readonly askAgain?: boolean;
  /** The new place. The ranking is made on demand, after the bookings, among those who may still be asked. */
  readonly place: (ranking: () => Ranking) => Placement;
}

/**
 * The event changes nothing, and the rule that says so.
 *
 * @since 0.1.0
 */
export interface Refusal {
  readonly rule: string;
  readonly reason: string;
}

/**
 * What a delivery is asked when a lead comes in. The ranking has at least one place.
 *
 * @since 0.1.0
 */
export interface StartQuestion {
  readonly lead: Lead;
  readonly ranking: Ranking;
  readonly nowMs: EpochMs;
}

/**
 * A rep who may not have the lead now: the stage that says so, and why.
 *
 * @since 0.1.0
 */
export interface LeftOut {
  readonly repId: RepId;
  readonly by: string;
  readonly exclusion: Exclusion;
}

/**
 * What a delivery is asked when something happened to the lead. `nowMs` is the event's moment.
 *
 * @since 0.1.0
 */
export interface EventQuestion {
  readonly lead: Lead;
  readonly event: LeadEvent;
  readonly decision: Decision;
  readonly nowMs: EpochMs;
  /** Whether a rep may have this lead now, by the strategy's filters. */
  readonly candidate: (repId: RepId) => Either<LeftOut, Candidate>;
}

/**
 * The third stage: how the lead is handed over, and what each event does to it.
 *
 * A delivery says where the lead stands and when a turn ends. The rest follows from the place: load is
 * counted from it, effects are the difference between two places, and whoever is newly assigned, offered
 * or allowed to claim is checked against the filters.
 *
 * @since 0.1.0
 */
export interface Delivery {
  readonly name: string;
  /** The options that shaped the delivery; part of the strategy's fingerprint. */
  readonly literals?: Json;
  readonly start: (question: StartQuestion) => Placement;
  readonly on: (question: EventQuestion) => Move | Refusal;
}
