import { branch, type Case } from "../compose/branch.js";
import type { Strategy } from "../model/strategy.js";
import { cherryPicking } from "./cherryPicking.js";
import type { PullingPreset } from "./presetOptions.js";
import { roundRobin } from "./roundRobin.js";

/**
 * Some leads are pushed in turn, and the rest lies in an open pool; both on one ledger.
 *
 * @example
 * ```ts
 * const desk = presets.hybrid({
 *   ledger: "desk",
 *   pushed: { name: "inbound", version: 1, when: ({ lead }) => lead.source === "web" },
 *   mostUnworked: 3,
 *   pushAfterMs: 86_400_000,
 * });
 * const roster = { reps: [{ id: "ann" }] };
 * const go = (source: string) => unwrap(desk({ id: "l1", receivedAtMs: 0, source }, roster, emptyState({ seed: "s" }))).decision.status;
 * [go("web"), go("list")]; // => ["assigned", "pooled"]
 * ```
 */
export const hybrid = ({
  pushed,
  ...pulling
}: PullingPreset & { readonly pushed: Omit<Case, "strategy"> }): Strategy =>
  branch({
    cases: [{ ...pushed, strategy: roundRobin(pulling) }],
    otherwise: { name: "pool", strategy: cherryPicking(pulling) },
  });
