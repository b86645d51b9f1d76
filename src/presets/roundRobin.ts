import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { PresetOptions } from "./presetOptions.js";

/**
 * Everybody in turn, each lead pushed to whoever is owed most.
 *
 * @example
 * ```ts
 * const desk = presets.roundRobin({ ledger: "desk" });
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }, { id: "bob" }] }, emptyState({ seed: "s" })));
 * holderOf(decision); // => "ann"
 * ```
 */
export const roundRobin = ({ ledger, filters = [] }: PresetOptions): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector: rotation(), delivery: assign() });
