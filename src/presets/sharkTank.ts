import { composeParts } from "../compose/composeParts.js";
import { race } from "../deliveries/race/race.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { all } from "../selectors/byRule/all.js";
import type { RacingPreset } from "./presetOptions.js";

/**
 * Everybody is told at once, and the first to claim has it.
 *
 * @example
 * ```ts
 * const tank = presets.sharkTank({ ledger: "tank", openMs: 300_000 });
 * const { decision } = unwrap(tank({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }, { id: "bob" }] }, emptyState({ seed: "s" })));
 * decision.status === "pooled" && decision.mayClaim; // => ["ann", "bob"]
 * ```
 */
export const sharkTank = ({ ledger, filters = [], openMs }: RacingPreset): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector: all(), delivery: race({ openMs }) });
