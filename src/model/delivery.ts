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
import type { Exclusion, Filter } from "./filter.js";
import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";
import type { Lead } from "./lead.js";
import type { Rep } from "./rep.js";
import type { Candidate, Ranking } from "./selector.js";

/**
 * Give the lead to one rep. The rep's turn ends here: it is booked when it `counts`, else the account stays as it is.
 *
 * @since 0.1.0
 */
export interface Assign
  extends Pick<AssignedPlace, "status" | "repId" | "dueAtMs" | "reminded" | "wakeAtMs" | "byHand"> {
  readonly counts: boolean;
  /** The holder has made first contact now. */
  readonly worked?: boolean;
}

/**
 * Whom an order is asked of, beside who may be asked anyway.
 *
 * @since 0.1.0
 */
export interface Ask {
  /** These must let a rep through as well. Absent: none. */
  readonly filters?: readonly Filter[];
  /** Of those who gave the lead up, these may be asked again, from now on. Absent: nobody. */
  readonly again?: readonly RepId[];
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
  /** Of these, whose time ran out without a word: told to the filters. */
  readonly silent?: readonly RepId[];
  /** Who is to have the lead back from now on. Absent: as before. It ends when that rep has it, and when it is closed. */
  readonly lentBy?: RepId;
  /** Nobody is to have the lead back any more. */
  readonly isForGood?: boolean;
  /** How often first contact was not made in time, from now on. Absent: as before. */
  readonly lapses?: number;
  /** Made in place of this move where it finds nobody: where the lead would be unassigned. Absent: then it is. */
  readonly ifNobody?: Move;
  readonly refund?: Refund | undefined;
  /** Filters that held, beside the strategy's own, for the turns that end here: those of a ring. */
  readonly among?: readonly Filter[];
  /** The new place. All three are as of after the bookings: the ranking, the candidates, and who is not asked again. */
  readonly place: (
    ranking: StartQuestion["ranking"],
    candidate: StartQuestion["candidate"],
    tried: StartQuestion["tried"],
  ) => Placement;
}

/**
 * The event changes nothing, and the rule that says so: one of the delivery's, by its name, or the filter that
 * keeps a rep from the lead.
 *
 * @since 0.1.0
 */
export interface Refusal {
  /** Such as `"offer-over"` or `"lead-taken"`, or a filter's name; `"roster"` where the rep is not on it. */
  readonly rule: string;
  /** In plain words. */
  readonly reason: string;
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
 * What a delivery is asked when a lead comes in.
 *
 * @since 0.1.0
 */
export interface StartQuestion {
  readonly lead: Lead;
  readonly nowMs: EpochMs;
  /** Whether a rep may have this lead now, by the strategy's filters and these. */
  readonly candidate: (repId: RepId, filters?: readonly Filter[]) => Either<LeftOut, Candidate>;
  /** Who may have the lead, best first. */
  readonly ranking: (ask?: Ask) => Ranking;
  /** Who gave the lead up before and is not asked again. */
  readonly tried: readonly RepId[];
}

/**
 * What a delivery is asked when something happened to the lead. `nowMs` is the event's moment, or that of the lead's last
 * change where that is later; the event is judged by its own `atMs`.
 *
 * @since 0.1.0
 */
export interface EventQuestion extends Pick<StartQuestion, "lead" | "nowMs" | "candidate"> {
  readonly event: LeadEvent;
  readonly decision: Decision;
  /** A rep of the roster, whether it may have the lead or not. */
  readonly repOf: (repId: RepId) => Rep | undefined;
  /** Whether these filters too let anybody through who may be asked: as things stand before the event. */
  readonly findsAnybody: (filters?: readonly Filter[]) => boolean;
}

/**
 * The third stage: how the lead is handed over, and what each event does to it.
 *
 * A delivery says where the lead stands and when a turn ends. The rest follows from the place: load is
 * counted from it, effects are the difference between two places, and whoever is newly assigned, offered
 * or allowed to claim is checked against the filters. A delivery that finds nobody says `nobody-else`; the core
 * says why, or puts the lead aside where a filter holds it back.
 *
 * @since 0.1.0
 */
export interface Delivery {
  readonly name: string;
  /** The options that shaped the delivery; part of the strategy's fingerprint. */
  readonly literals?: Json;
  /** A lead comes in, and somebody may have it. */
  readonly start: (question: StartQuestion) => Placement;
  /** A lead comes in, and nobody may have it. Absent: nobody has it. */
  readonly nobody?: (question: StartQuestion) => Placement;
  readonly on: (question: EventQuestion) => Move | Refusal;
}
