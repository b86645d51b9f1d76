import { composeParts } from "../compose/composeParts.js";
import { cascade } from "../deliveries/cascade/cascade.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { topProducer as bestProducer } from "../selectors/byPerformance/topProducer.js";
import type { BestFirstPreset, OfferingPreset } from "./presetOptions.js";

/**
 * Offered to the best first, then to the next best, until one accepts: by what came of their leads, as the selector
 * {@link topProducer} has it, unless a selector of yours says otherwise.
 *
 * @example
 * ```ts
 * const desk = presets.topProducer({ ledger: "desk", answerMs: 300_000 });
 * const roster = { reps: [{ id: "ann", performance: { leads: 1, won: 1 } }, { id: "bob", performance: { leads: 100, won: 90 } }] };
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * decision.status === "offered" && decision.offers[0]?.repId; // => "bob"
 * ```
 */
export const topProducer = ({
  ledger,
  filters = [],
  answerMs,
  selector = bestProducer(),
}: OfferingPreset & Partial<BestFirstPreset>): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector, delivery: cascade({ answerMs }) });
