import { composeParts } from "../compose/composeParts.js";
import { cascade } from "../deliveries/cascade/cascade.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { OfferingPreset } from "./presetOptions.js";

/**
 * Offered in turn until one accepts; when nobody answered, the same way back.
 *
 * @example
 * ```ts
 * const desk = presets.pushAndPull({ ledger: "desk", answerMs: 60_000 });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
 * decision.status === "offered" && decision.offers[0]?.repId; // => "ann"
 * ```
 */
export const pushAndPull = ({ ledger, filters = [], answerMs }: OfferingPreset): Strategy =>
  composeParts({
    ledger,
    filters: [available(), ...filters],
    selector: rotation(),
    delivery: cascade({ answerMs, passes: 2, reverse: true }),
  });
