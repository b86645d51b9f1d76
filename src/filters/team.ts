import type { Filter } from "../model/filter.js";
import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { valueFilter } from "./valueFilter.js";
import type { WhenUnknown } from "./whenUnknown.js";

const COMPARED = {
  one: "team",
  many: "teams",
  rep: "is in",
  lead: "asks for",
  wanted: ({ team }: Lead) => team,
  held: ({ teams = [] }: Rep) => teams,
};

/**
 * Keeps the reps of the team that the lead asks for.
 *
 * Compared letter by letter. A rep may be in several teams; one without `teams` is in none.
 *
 * @remarks
 * - **Unknown:** a lead without a team, or with a blank one, follows `whenUnknown`.
 * - **Errors:** a `RangeError` for any other `whenUnknown`.
 * - **Cost:** O(teams of the rep) for each rep; for a whole roster O(reps / 32).
 *
 * @example
 * ```ts
 * const strategy = compose({ ledger: "desk", filters: [team()], selector: rotation() });
 * const roster = { reps: [{ id: "ann", teams: ["north"] }, { id: "bob", teams: ["north", "south"] }] };
 * const lead = { id: "l1", receivedAtMs: 0, team: "south" };
 * holderOf(unwrap(strategy(lead, roster, emptyState({ seed: "s" }))).decision); // => "bob"
 * ```
 *
 * @since 0.1.0
 */
export const team = (options: WhenUnknown = {}): Filter => valueFilter(COMPARED, options);
