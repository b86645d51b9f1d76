import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { weighted as byWeight } from "../selectors/byTurn/weighted.js";
import type { PresetOptions } from "./presetOptions.js";

/**
 * Everybody in turn, as often as the weight says.
 *
 * @example
 * ```ts
 * const desk = presets.weighted({ ledger: "desk" });
 * const roster = { reps: [{ id: "ann" }, { id: "bob", weight: 2 }] };
 * holderOf(unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 */
export const weighted = ({ ledger, filters = [] }: PresetOptions): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector: byWeight(), delivery: assign() });
