import { composeParts } from "../compose/composeParts.js";
import { manual } from "../deliveries/manual/manual.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import type { BestFirstPreset, DealingPreset } from "./presetOptions.js";

/**
 * The best rep, or whoever deals, keeps what it wants and hands on the rest: your selector says who is suggested
 * first, and who has the lead if nobody dealt it in time.
 *
 * @example
 * ```ts
 * const bestFirst = bestMatch({ terms: [experienceFit()] });
 * const desk = presets.skimming({ ledger: "desk", decideMs: 600_000, selector: bestFirst });
 * const roster = { reps: [{ id: "ann", experience: 2 }, { id: "bob", experience: 5 }] };
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0, complexity: 1 }, roster, emptyState({ seed: "s" })));
 * decision.status === "parked" && decision.suggested; // => ["bob", "ann"]
 * ```
 */
export const skimming = ({
  ledger,
  filters = [],
  decideMs,
  selector,
}: DealingPreset & BestFirstPreset): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector, delivery: manual({ decideMs }) });
