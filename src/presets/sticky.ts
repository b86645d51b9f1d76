import { branch } from "../compose/branch.js";
import { composeParts } from "../compose/composeParts.js";
import { assign } from "../deliveries/assign.js";
import { available } from "../filters/available.js";
import { owe } from "../filters/owe.js";
import { where } from "../filters/where.js";
import type { Filter } from "../model/filter.js";
import type { Strategy } from "../model/strategy.js";
import { sticky as byAccount } from "../selectors/byRule/sticky.js";
import { keyFrom } from "../selectors/byRule/stickyKey.js";
import type { StickyPreset } from "./presetOptions.js";
import { roundRobin } from "./roundRobin.js";

const availability = (whenAway: StickyPreset["whenAway"]): Filter => {
  if (whenAway === "keep") return where("active", 1, ({ rep }) => rep.active !== false);
  return whenAway === "hold" ? owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 1 }) : available();
};

/**
 * All leads of an account to the same rep, without anybody keeping a list; whatever has no account goes in turn.
 *
 * While the rep is away somebody else stands in, or the lead waits, or the rep has it all the same: `whenAway`.
 *
 * @example
 * ```ts
 * const desk = presets.sticky({ ledger: "desk", by: "account" });
 * const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
 * const holder = (id: string, account: string) =>
 *   holderOf(unwrap(desk({ id, receivedAtMs: 0, account }, roster, emptyState({ seed: "s" }))).decision);
 * holder("l1", "Acme") === holder("l2", "acme"); // => true
 * ```
 */
export const sticky = ({ ledger, filters = [], whenAway, ...options }: StickyPreset): Strategy => {
  const { keyOf } = keyFrom(options.by);
  const selector = byAccount({ ...options, whenAway: whenAway === "hold" ? "hold" : "pass" });
  const parts = { ledger, filters: [availability(whenAway), ...filters], selector, delivery: assign() };
  return branch({
    cases: [
      {
        name: "known",
        version: 1,
        when: ({ lead }) => keyOf(lead).key !== "",
        strategy: composeParts(parts),
      },
    ],
    otherwise: { name: "rest", strategy: roundRobin({ ledger, filters }) },
  });
};
