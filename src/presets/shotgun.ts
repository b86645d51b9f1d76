import { composeParts } from "../compose/composeParts.js";
import { race } from "../deliveries/race/race.js";
import { available } from "../filters/available.js";
import { segment } from "../filters/segment.js";
import type { Strategy } from "../model/strategy.js";
import { all } from "../selectors/byRule/all.js";
import type { RacingPreset } from "./presetOptions.js";

/**
 * Whoever serves the lead's segment is told at once, and the first of them to claim has it.
 *
 * @example
 * ```ts
 * const desk = presets.shotgun({ ledger: "desk", openMs: 300_000 });
 * const roster = { reps: [{ id: "ann", segments: ["smb"] }, { id: "bob", segments: ["enterprise"] }] };
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0, segment: "smb" }, roster, emptyState({ seed: "s" })));
 * decision.status === "pooled" && decision.mayClaim; // => ["ann"]
 * ```
 */
export const shotgun = ({ ledger, filters = [], openMs }: RacingPreset): Strategy =>
  composeParts({
    ledger,
    filters: [segment(), available(), ...filters],
    selector: all(),
    delivery: race({ openMs }),
  });
