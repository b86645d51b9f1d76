import { compareCodeUnits } from "../internal/codeUnits.js";
import { heldBy } from "../internal/heldBy.js";
import type { RepId } from "../model/id.js";
import type { Rep } from "../model/rep.js";
import type { Roster } from "../model/roster.js";
import type { State } from "../model/state.js";

/**
 * How full one rep's desk is.
 *
 * @since 0.1.0
 */
export interface RepRoom {
  readonly repId: RepId;
  /** Leads held now: the roster's `openLeads` where given (the CRM's own count), else the state's. */
  readonly openLeads: number;
  /** Offers not yet answered; each may become a lead. */
  readonly openOffers: number;
  /** Their effort together, by the rule of {@link capacity}. */
  readonly openEffort: number;
  /** Leads of effort 1 that still fit, in whole leads; 0 for whoever is full or over. `null`: no capacity is set, so any number. */
  readonly room: number | null;
  /** The effort of open leads and offers over capacity; above 1: over it. `null` where no capacity is set, or one of 0. */
  readonly utilisation: number | null;
}

const roomOf = (rep: Rep, state: State): RepRoom => {
  const held = heldBy(rep, state);
  const { openEffort } = held;
  const { id: repId, capacity } = rep;
  return {
    repId,
    ...held,
    room: capacity === undefined ? null : Math.max(0, Math.floor(capacity - openEffort)),
    utilisation: capacity === undefined || capacity === 0 ? null : openEffort / capacity,
  };
};

const sizeOf = ({ room }: RepRoom): number => room ?? Number.POSITIVE_INFINITY;

const byRoom = (a: RepRoom, b: RepRoom): number => {
  const [one, other] = [sizeOf(a), sizeOf(b)];
  return one === other ? compareCodeUnits(a.repId, b.repId) : other - one;
};

/**
 * Says who has room for more leads: everybody of a good roster, most room first, with how full each desk is.
 *
 * Counts as the {@link capacity} filter does: open offers are held beside open leads, each by its effort, and the roster's own
 * `openEffort` or `openLeads` replaces the state's. Whoever has no capacity has room without limit and comes first, and has no
 * utilisation. Equal room: the smaller id first.
 *
 * @remarks
 * - **Units:** leads; room in those of effort 1. Utilisation is a fraction, 1 for full.
 * - **Errors:** none.
 * - **Cost:** O(n log n) for n reps.
 *
 * It does not ask who is present or may have which lead: for that see `candidates` of a {@link Strategy}.
 *
 * @example
 * ```ts
 * const roster = { reps: [{ id: "ann", capacity: 5, openLeads: 4 }, { id: "bob", capacity: 8, openLeads: 2 }] };
 * roomFor(roster, emptyState({ seed: "s" })).map(({ repId, room, utilisation }) => [repId, room, utilisation]);
 * // => [["bob", 6, 0.25], ["ann", 1, 0.8]]
 * ```
 *
 * @since 0.1.0
 */
export const roomFor = ({ reps }: Roster, state: State): readonly RepRoom[] =>
  reps.map((rep) => roomOf(rep, state)).sort(byRoom);
