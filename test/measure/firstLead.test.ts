import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, emptyState, holderOf, rotation, unwrap } from "../../src/index.js";
import { firstLead } from "../../src/measure/firstLead.js";
import { measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { among, aWholeRun } from "../support/measuredRuns.js";

const firstLeadsOf = (run: Iterable<MeasuredLead>) => measure(run, { first: firstLead() }).first;

describe("firstLead", () => {
  it("counts the leads missed and the time passed before the first one", () => {
    const run = [
      among("ab", "a", { atMs: 100 }),
      among("a", "a", { atMs: 150 }),
      among("abc", "a", { atMs: 200 }),
      among("abc", "b", { atMs: 350 }),
      among("abc", "a", { atMs: 400 }),
    ];
    expect(firstLeadsOf(run)).toStrictEqual({
      reps: [
        { repId: "a", isWaiting: false, missed: 0, waitedMs: 0 },
        { repId: "b", isWaiting: false, missed: 2, waitedMs: 250 },
        { repId: "c", isWaiting: true, missed: 3, waitedMs: 200 },
      ],
      waiting: 1,
      mostMissed: 3,
      longestWaitMs: 250,
    });
  });

  it("is null, never NaN, when no lead was given to anybody", () => {
    const nothing = { reps: [], waiting: 0, mostMissed: null, longestWaitMs: null };
    expect(firstLeadsOf([])).toStrictEqual(nothing);
    expect(firstLeadsOf([among("ab", undefined, { atMs: 1 })])).toStrictEqual(nothing);
  });

  it("knows no wait in time where a lead has none", () => {
    const { reps, longestWaitMs } = firstLeadsOf([among("ab", "a"), among("ab", "b", { atMs: 5 })]);
    expect([reps.map(({ waitedMs }) => waitedMs), longestWaitMs]).toStrictEqual([[null, null], null]);
  });

  it("takes a clock set back for no wait", () => {
    const { reps } = firstLeadsOf([among("ab", "a", { atMs: 90 }), among("ab", "b", { atMs: 10 })]);
    expect(reps[1]).toMatchObject({ missed: 1, waitedMs: 0 });
  });

  it("lets whoever got a lead without being a candidate wait no longer", () => {
    const run = [among("a", "z", { atMs: 1 }), among("az", "a", { atMs: 9 })];
    expect(firstLeadsOf(run).reps).toStrictEqual([
      { repId: "a", isWaiting: false, missed: 1, waitedMs: 8 },
      { repId: "z", isWaiting: false, missed: 0, waitedMs: 0 },
    ]);
  });

  it("agrees with the definition, whatever the run", () => {
    fc.assert(
      fc.property(aWholeRun, (run) => {
        const given = run.filter(({ repId }) => repId !== undefined);
        for (const { repId, isWaiting, missed } of firstLeadsOf(run).reps) {
          const first = given.findIndex((lead) => lead.repId === repId);
          const before = first < 0 ? given : given.slice(0, first);
          const isCandidate = ({ candidates }: MeasuredLead): boolean =>
            candidates.some(({ id, weight }) => id === repId && weight > 0);
          expect([isWaiting, missed]).toStrictEqual([first < 0, before.filter(isCandidate).length]);
        }
      }),
    );
  });

  it("is below n for everybody under a rotation of n without filters", () => {
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });
    const roster = { reps: [..."abcdefg"].map((id) => ({ id })) };
    let state = emptyState({ seed: "s" });
    const run = Array.from({ length: 20 }, (_, i): MeasuredLead => {
      const lead = { id: `l${i}`, receivedAtMs: i };
      const candidates = unwrap(strategy.candidates(lead, roster, state));
      const outcome = unwrap(strategy(lead, roster, state));
      state = outcome.state;
      return { candidates, repId: holderOf(outcome.decision) };
    });
    expect(firstLeadsOf(run)).toMatchObject({ waiting: 0, mostMissed: 6 });
  });
});
