import fc from "fast-check";
import type { Limit, Quota } from "../../model/limit.js";

/** Small ones, with windows that the moments of scenarios fill and leave. */
export const someLimits = (): fc.Arbitrary<readonly Limit[]> =>
  fc.array(
    fc.constantFrom<Limit>(
      { most: 1, per: "hour" },
      { most: 2, per: "day", timeZone: "America/St_Johns" },
      { most: 2, per: "week", weekStart: 7 },
      { most: 3, per: "month", timeZone: "Europe/Warsaw", ramp: [1, 2] },
      { most: 1, windowMs: 2 },
      { most: 3, windowMs: 4, ramp: [0, 1] },
      { most: 2, windowMs: 3_600_000 },
    ),
    { maxLength: 2 },
  );

export const someQuotas = (): fc.Arbitrary<readonly Quota[]> =>
  fc.array(
    fc.constantFrom<Quota>(
      { least: 1, per: "day" },
      { least: 2, per: "week", weekStart: 7, timeZone: "Europe/Warsaw" },
    ),
    { maxLength: 2 },
  );
