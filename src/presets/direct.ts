import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import { owner } from "../filters/owner.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { PresetOptions } from "./presetOptions.js";

/**
 * To the rep who holds the lead's account; whatever has no owner who is there goes in turn.
 *
 * @example
 * ```ts
 * const desk = presets.direct({ ledger: "desk" });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const lead = { id: "l1", receivedAtMs: 0, ownerId: "bob" };
 * holderOf(unwrap(desk(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 */
export const direct = ({ ledger, filters = [] }: PresetOptions): Strategy =>
  composeParts({
    ledger,
    filters: [owner(), available(), ...filters],
    selector: rotation(),
    delivery: assign(),
  });
