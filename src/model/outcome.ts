import type { Decision } from "./decision.js";
import type { Refusal } from "./delivery.js";
import type { Explanation } from "./explanation.js";
import type { RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { State } from "./state.js";

/**
 * Something the host must now do. Doing it twice is harmless if the host remembers the `id`.
 *
 * - `tell`: tell a rep that the lead is theirs (`assigned`), that they are asked until the `untilMs` of their offer in the
 *   decision (`offered`), that they may claim it (`claimable`), that first contact is due at the `dueAtMs` of the decision (`reminded`), or that the
 *   lead is no longer theirs to have (`withdrawn`).
 * - `wake`: come back at `atMs`, with an `expired` event for a lead that is offered, else with `woken`. A later wake of the
 *   same lead takes its place.
 * - `escalate`: tell the manager that nobody has the lead, and nobody will unless somebody looks.
 *
 * @since 0.1.0
 */
export type Effect =
  | {
      readonly id: string;
      readonly type: "tell";
      readonly repId: RepId;
      readonly what: "assigned" | "offered" | "claimable" | "reminded" | "withdrawn";
    }
  /** Come back at that moment: with an `expired` event for a lead that is offered, else with `woken`. */
  | { readonly id: string; readonly type: "wake"; readonly atMs: EpochMs }
  /** Tell the manager: nobody has the lead, and nobody will unless somebody looks. */
  | { readonly id: string; readonly type: "escalate"; readonly reason: string };

/**
 * The answer to a lead or an event. Store decision and state in one transaction.
 *
 * @since 0.1.0
 */
export interface Outcome {
  /** The very same object as before when nothing changed. */
  readonly decision: Decision;
  /** The very same object as before when nothing changed. */
  readonly state: State;
  readonly effects: readonly Effect[];
  /** Present when an event was refused; decision and state are then as before. */
  readonly refusal?: Refusal;
  /** Present when it was asked for and filters and selector were asked. */
  readonly explanation?: Explanation;
}
