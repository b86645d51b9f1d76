import type { Evidence, Outcomes } from "../model/performance.js";

const NOTHING: Outcomes = { leads: 0, won: 0 };

/**
 * Reads what came of leads from {@link Rep.performance}: what the host's CRM counts. Whoever has none has had no leads.
 *
 * @since 0.1.0
 */
export const fromRoster = (): Evidence => ({
  name: "fromRoster",
  of:
    () =>
    ({ rep: { performance } }, segment) => {
      if (performance === undefined) return NOTHING;
      if (segment === undefined) return performance;
      const { bySegment = {} } = performance;
      return Object.hasOwn(bySegment, segment) ? (bySegment[segment] ?? NOTHING) : NOTHING;
    },
});
