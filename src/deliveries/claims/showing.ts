import { demand } from "../../internal/demand.js";
import type { PooledPlace } from "../../model/decision.js";
import type { Lead } from "../../model/lead.js";
import { demandOneOf } from "../demands.js";

/**
 * A field of a lead, or one entry of its `attributes` or `needs`: `"region"`, `"attributes.product"`.
 *
 * @since 0.1.0
 */
export type LeadField = keyof Lead | `attributes.${string}` | `needs.${string}`;

/**
 * What reps may see of a lead before one of them has claimed it, for {@link race}, {@link pool} and {@link manual} alike.
 *
 * @since 0.1.0
 */
export interface ShowingOptions {
  /** `"blind"`: its id, and what `shows` names; no reason and no explanation tells of the rest. Absent: `"open"`. */
  readonly mode?: "open" | "blind";
  /** What is seen of a blind lead. Absent: nothing but its id. */
  readonly shows?: readonly LeadField[];
}

/** The part of a place that says what is seen. */
export type Showing = Pick<PooledPlace, "mode" | "shows">;

/** Reads the options, and refuses those that mean nothing. */
export const showingOf = (delivery: string, { mode = "open", shows }: ShowingOptions): Showing => {
  demandOneOf(delivery, "mode", mode, "open", "blind");
  if (shows === undefined) return { mode };
  const isList = Array.isArray(shows) && shows.every((field: unknown) => typeof field === "string");
  demand(isList, `${delivery}: shows must name fields of the lead`);
  demand(mode === "blind", `${delivery}: shows is for a blind lead, since an open one shows all`);
  return { mode, shows: [...shows] };
};
