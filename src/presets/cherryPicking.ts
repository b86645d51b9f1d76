import { composeParts } from "../compose/composeParts.js";
import { pool } from "../deliveries/pool/pool.js";
import { available } from "../filters/available.js";
import { finishFirst } from "../filters/finishFirst.js";
import type { Strategy } from "../model/strategy.js";
import { rotation } from "../selectors/byTurn/rotation.js";
import type { PullingPreset } from "./presetOptions.js";

/**
 * Leads lie in an open pool, and reps take what they like, as long as they finish what they took; what nobody takes is given to whoever is owed most.
 *
 * @example
 * ```ts
 * const desk = presets.cherryPicking({ ledger: "desk", mostUnworked: 1, pushAfterMs: 3_600_000 });
 * const roster = { reps: [{ id: "ann" }] };
 * const lead = { id: "l1", receivedAtMs: 0 };
 * const open = unwrap(desk(lead, roster, emptyState({ seed: "s" })));
 * const claim = { id: "e1", atMs: 5, type: "claimed", repId: "ann" } as const;
 * holderOf(unwrap(desk.respond(lead, open.decision, claim, roster, open.state)).decision); // => "ann"
 * ```
 */
export const cherryPicking = ({ ledger, filters = [], mostUnworked, pushAfterMs }: PullingPreset): Strategy =>
  composeParts({
    ledger,
    filters: [available(), finishFirst({ most: mostUnworked, until: "worked" }), ...filters],
    selector: rotation(),
    delivery: pool({ pushAfterMs }),
  });
