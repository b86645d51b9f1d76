import { composeParts } from "../compose/composeParts.js";
import { manual as byHand } from "../deliveries/manual/manual.js";
import { available } from "../filters/available.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { DealingPreset } from "./presetOptions.js";

/**
 * A manager deals: whoever is owed most is suggested, and has the lead if nobody dealt it in time.
 *
 * @example
 * ```ts
 * const desk = presets.manual({ ledger: "desk", decideMs: 3_600_000 });
 * const { decision } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "bob" }, { id: "ann" }] }, emptyState({ seed: "s" })));
 * decision.status === "parked" && decision.suggested; // => ["ann", "bob"]
 * ```
 */
export const manual = ({ ledger, filters = [], decideMs }: DealingPreset): Strategy =>
  composeParts({
    ledger,
    filters: [available(), ...filters],
    selector: rotation(),
    delivery: byHand({ decideMs }),
  });
