import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import { capacity } from "../filters/capacity.js";
import type { Strategy } from "../model/strategy.js";
import { tiers } from "../selectors/byPerformance/tiers/tiers.js";
import type { PresetOptions } from "./presetOptions.js";

/**
 * To the best tier that has room, in turn among its members: {@link tiers} by {@link Rep.tier}.
 *
 * @example
 * ```ts
 * const desk = presets.performanceBased({ ledger: "desk" });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1, capacity: 1 }] };
 * const first = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * const second = unwrap(desk({ id: "l2", receivedAtMs: 0 }, roster, first.state));
 * [holderOf(first.decision), holderOf(second.decision)]; // => ["bob", "ann"]
 * ```
 */
export const performanceBased = ({ ledger, filters = [] }: PresetOptions): Strategy =>
  composeParts({
    ledger,
    filters: [available(), capacity(), ...filters],
    selector: tiers(),
    delivery: assign(),
  });
