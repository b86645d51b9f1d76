import fc from "fast-check";
import type { Performance, TrackRecord } from "../../model/performance.js";

const someOutcomes = (): fc.Arbitrary<TrackRecord> =>
  fc
    .tuple(fc.constantFrom(0, 1, 2, 30, 100.5), fc.constantFrom(0, 0.25, 0.5, 1), fc.constantFrom(0, 900))
    .map(([leads, part, value]) => ({
      leads,
      won: leads * part,
      value,
      responseMs: 5 * value,
      contacts: leads,
    }));

/** What came of a few leads, of many, or of none. */
export const aPerformance = (): fc.Arbitrary<Performance> =>
  fc
    .tuple(
      someOutcomes(),
      fc.dictionary(fc.constantFrom("smb", "enterprise"), someOutcomes(), { maxKeys: 2 }),
    )
    .map(([whole, bySegment]) => ({ ...whole, bySegment }));
