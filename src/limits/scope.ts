import { limitShape } from "../check/limit.js";
import { zoneShape } from "../check/schedule.js";
import { amount, andThen, id, listOf, must, recordOf, type Shape, text } from "../check/shape.js";
import type { Limit } from "../model/limit.js";

/**
 * Which limits are meant: without a `name` each rep's own, with one those that stand here.
 *
 * @since 0.1.0
 */
export interface LimitScope {
  /** The name under which leads are counted; whatever uses the same one shares the count. Absent: each rep's own `limits` are meant. */
  readonly name?: string;
  /** For each of the reps, beside a `name`. */
  readonly each?: readonly Limit[];
  /** For all of the reps together, beside a `name`. These have no `ramp`. */
  readonly total?: readonly Limit[];
  /** The reps of these tiers, beside a `name`; all others pass and are not counted. Absent: of any tier or none. */
  readonly tiers?: readonly number[];
  /** The reps in one of these teams, beside a `name`. Absent: in any team or none. */
  readonly teams?: readonly string[];
  /** IANA; whose calendar counts where neither the limit nor the rep's schedule says. Absent: "UTC". */
  readonly timeZone?: string;
}

const someOf = (item: Shape): Shape =>
  andThen(
    listOf(item),
    must((list) => (list as readonly unknown[]).length > 0, "a list of at least one"),
  );

const withoutRamp = (): Shape =>
  must((limit) => (limit as Limit).ramp === undefined, "without a ramp, since nobody in particular joins");

const fitTogether: Shape = (value) => {
  const { name, each, total, tiers, teams } = value as LimitScope;
  const isNamed = name !== undefined;
  const hasLimits = each !== undefined || total !== undefined;
  const message = isNamed
    ? "has a name, and needs each or total"
    : "needs a name for each, total, tiers and teams";
  return isNamed === hasLimits && (isNamed || (tiers === undefined && teams === undefined))
    ? []
    : [{ path: [], message }];
};

/** What options that say which limits are meant must be. Made when it is asked for, so that a bundle without limits goes without. */
export const scopeShape = (): Shape =>
  andThen(
    recordOf(
      {},
      {
        name: andThen(
          id,
          must((name) => name !== "", "text that is not empty"),
        ),
        each: someOf(limitShape),
        total: someOf(andThen(limitShape, withoutRamp())),
        tiers: someOf(amount),
        teams: someOf(text),
        timeZone: zoneShape,
      },
    ),
    fitTogether,
  );
