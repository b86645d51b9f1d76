import type { Evidence, TrackRecord } from "../../src/index.js";

/** What a host knows by itself of the rep at each place of the roster sorted by id. */
export const ownEvidence = (outcomes: readonly TrackRecord[]): Evidence => ({
  name: "own",
  of:
    () =>
    ({ place }) =>
      outcomes[place] ?? { leads: 0, won: 0 },
});
