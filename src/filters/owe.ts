import { demand } from "../internal/demand.js";
import type { Filter, Owes } from "../model/filter.js";

const HIGHEST = 1000;

/**
 * Options of {@link owe}.
 *
 * @since 0.1.0
 */
export type OweOptions = Owes & Required<Pick<Owes, "mostLeads">>;

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

/**
 * Owes its part of the lead to whoever this filter leaves out, and no other filter does: it catches up later.
 *
 * A filter by itself forgives: who may not have a lead has no part in it, and is owed nothing. With `owe` each lead is split among
 * the candidates *and* those left out in this way; what these miss is kept for them, at most `mostLeads` leads each, and comes before
 * the order of the ordinary credits until it is made good. `expiresAfterMs` after a rep last missed something, what is left of it is over.
 *
 * @remarks
 * - **For:** `owe(available(), ...)` makes up for absence, `owe(capacity(), ...)` for full hands, and `owe(owner(), ...)` counts the leads
 *   that went to their account's owner. A preference leaves nobody out, so {@link prefer} owes nothing.
 * - **Who:** a rep is owed a part if it would be in play were it not for filters that owe: not if it is not `active`, takes no turns, gave the lead
 *   up, or would have fallen behind in rank. Of several filters that owe and leave it out, the smaller limit and the earlier end hold.
 * - **Selectors:** {@link rotation} and {@link weighted} keep the account. With others nobody is owed anything.
 * - **State:** two numbers for each rep on the ledger, none before anybody missed something.
 * - **Promise:** the credits themselves stay within (n-1)/2 leads, as if the filter forgave. With what is missed, nobody is owed, or ahead by, more than
 *   `mostLeads` + 3(n-1)/2 leads, and by missing alone nobody more than `mostLeads`. When all of it is over, only the credits are left.
 * - **Errors:** a `RangeError` for what is no filter, for `mostLeads` that is not a whole number from 1 to 1,000, and for an
 *   `expiresAfterMs` that is not a whole number above 0.
 * - **Cost:** every filter is asked about each rep who is left out.
 *
 * @see the guide, "What counts", and the decision page on owing, with the proof
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [owe(available(), { mostLeads: 2 })], selector: rotation() });
 * const away = { reps: [{ id: "ann" }, { id: "bob", presence: "away" }] } as const;
 * const back = { reps: [{ id: "ann" }, { id: "bob" }] };
 * let state = emptyState({ seed: "s" });
 * const takers = [away, away, back, back, back, back].map((roster, n) => {
 *   const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, roster, state));
 *   state = outcome.state;
 *   return holderOf(outcome.decision);
 * });
 * takers; // => ["ann", "ann", "bob", "bob", "ann", "bob"]
 * ```
 *
 * @since 0.1.0
 */
export const owe = (filter: Filter, options: OweOptions): Filter => {
  demand(
    typeof filter?.test === "function" && typeof filter.name === "string",
    "owe: needs a filter (was it called?)",
  );
  const { mostLeads, expiresAfterMs }: Partial<OweOptions> = Object(options);
  demand(
    isWhole(mostLeads) && (mostLeads as number) <= HIGHEST,
    `owe: mostLeads must be a whole number from 1 to ${HIGHEST}`,
  );
  demand(
    expiresAfterMs === undefined || isWhole(expiresAfterMs),
    "owe: expiresAfterMs must be a whole number above 0",
  );
  const owes: Owes = {
    mostLeads: mostLeads as number,
    ...(expiresAfterMs === undefined ? {} : { expiresAfterMs }),
  };
  return { ...filter, literals: { literals: filter.literals ?? null, owes: { ...owes } }, owes };
};
