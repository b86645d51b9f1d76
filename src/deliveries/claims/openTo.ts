import type { PooledPlace } from "../../model/decision.js";
import type { StartQuestion } from "../../model/delivery.js";
import type { Filter } from "../../model/filter.js";
import type { Showing } from "./showing.js";

/** For whom a race is, and for how long. */
export interface Opening {
  readonly showing: Showing;
  readonly filters: readonly Filter[];
  /** How many of the order are told. */
  readonly first: number;
  readonly openMs: number;
}

/** The first of the order are told, all at once; nothing where there is nobody. */
export const openTo = (
  { ranking, nowMs }: StartQuestion,
  { showing, filters, first, openMs }: Opening,
): PooledPlace | undefined => {
  const order = ranking({ filters });
  const mayClaim = Array.from(
    { length: Math.min(first, order.length) },
    (_, place) => order.at(place)?.id ?? "",
  );
  if (mayClaim.length === 0) return undefined;
  return { status: "pooled", ...showing, mayClaim, wakeAtMs: nowMs + openMs };
};
