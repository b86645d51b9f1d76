import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import { language } from "../filters/language.js";
import { region } from "../filters/region.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { PresetOptions } from "./presetOptions.js";

/**
 * In turn among those who serve the lead's region and speak its language.
 *
 * @example
 * ```ts
 * const desk = presets.byRegion({ ledger: "desk" });
 * const roster = { reps: [{ id: "ann", regions: ["US"] }, { id: "bob", regions: ["EMEA"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, region: "EMEA/Nordics" };
 * holderOf(unwrap(desk(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 */
export const byRegion = ({ ledger, filters = [] }: PresetOptions): Strategy =>
  composeParts({
    ledger,
    filters: [region(), language(), available(), ...filters],
    selector: rotation(),
    delivery: assign(),
  });
