import { composeParts } from "../compose/composeParts.js";
import { cascade } from "../deliveries/cascade/cascade.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import type { BestFirstPreset, OfferingPreset } from "./presetOptions.js";

/**
 * Offered to the best first, then to the next best, until one accepts. Who is best is for your selector to say.
 *
 * @example
 * ```ts
 * const byTier: Selector = {
 *   name: "byTier",
 *   order: ({ candidates }) => [...candidates].sort((a, b) => (a.rep.tier ?? 9) - (b.rep.tier ?? 9) || a.place - b.place),
 *   book: () => ({ share: 1, price: 0 }),
 * };
 * const desk = presets.topProducer({ ledger: "desk", answerMs: 300_000, selector: byTier });
 * const roster = { reps: [{ id: "ann", tier: 2 }, { id: "bob", tier: 1 }] };
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * decision.status === "offered" && decision.offers[0]?.repId; // => "bob"
 * ```
 */
export const topProducer = ({
  ledger,
  filters = [],
  answerMs,
  selector,
}: OfferingPreset & BestFirstPreset): Strategy =>
  composeParts({ ledger, filters: [available(), ...filters], selector, delivery: cascade({ answerMs }) });
