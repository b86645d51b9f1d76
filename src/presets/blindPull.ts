import { composeParts } from "../compose/composeParts.js";
import type { LeadField } from "../deliveries/claims/showing.js";
import { pool } from "../deliveries/pool/pool.js";
import { available } from "../filters/available.js";
import { finishFirst } from "../filters/finishFirst.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { PullingPreset } from "./presetOptions.js";

/**
 * Leads lie in a pool in which nobody sees more of them than `shows` names before taking one.
 *
 * @example
 * ```ts
 * const desk = presets.blindPull({ ledger: "desk", mostUnworked: 1, pushAfterMs: 3_600_000, shows: ["region"] });
 * const lead = { id: "l1", receivedAtMs: 0, region: "SE", value: 9 };
 * const { decision } = unwrap(desk(lead, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" })));
 * visibleLead(lead, decision); // => { id: "l1", region: "SE" }
 * ```
 */
export const blindPull = ({
  ledger,
  filters = [],
  mostUnworked,
  pushAfterMs,
  shows,
}: PullingPreset & { readonly shows: readonly LeadField[] }): Strategy =>
  composeParts({
    ledger,
    filters: [available(), finishFirst({ most: mostUnworked, until: "worked" }), ...filters],
    selector: rotation(),
    delivery: pool({ mode: "blind", shows, pushAfterMs }),
  });
