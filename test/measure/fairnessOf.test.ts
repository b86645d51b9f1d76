import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Candidate,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  holderOf,
  rotation,
  unwrap,
  weighted,
} from "../../src/index.js";
import type { Fairness } from "../../src/measure/fairness.js";
import { fairnessOf } from "../../src/measure/fairnessOf.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";

const among = (ids: string, repId: string | undefined): MeasuredLead => ({
  candidates: [...ids].map((id) => ({ id, weight: 1 })),
  repId,
});

const repOf = ({ reps }: Fairness, id: string) => reps.find(({ repId }) => repId === id);

/** A multiple of every total weight up to 30, so that every part of a lead is whole. */
const UNIT = 2_329_089_562_800n;

/** The definitions, written down once more in whole numbers and without regard for cost. */
const exactly = (leads: readonly MeasuredLead[]) => {
  const given = leads.filter(({ repId }) => repId !== undefined);
  const weightOf = ({ candidates }: MeasuredLead, id: string): number =>
    candidates.find((candidate) => candidate.id === id)?.weight ?? 0;
  const partOf = (lead: MeasuredLead, id: string): bigint => {
    const total = lead.candidates.reduce((sum, { weight }) => sum + weight, 0);
    return total === 0 ? 0n : (UNIT * BigInt(weightOf(lead, id))) / BigInt(total);
  };
  const all = given.flatMap((lead) => [lead.repId as string, ...lead.candidates.map(({ id }) => id)]);
  const takesPart = (id: string): boolean =>
    given.some((lead) => lead.repId === id || weightOf(lead, id) > 0);
  return [...new Set(all)].filter(takesPart).map((id) => {
    const eligible = given.filter((lead) => weightOf(lead, id) > 0);
    const concerned = given.filter((lead) => weightOf(lead, id) > 0 || lead.repId === id);
    const runs = concerned.map((lead) => (lead.repId === id ? " " : "x")).join("");
    let lag = 0n;
    const lags = given.map((lead) => {
      lag += partOf(lead, id) - (lead.repId === id ? UNIT : 0n);
      return Math.abs(Number(lag) / Number(UNIT));
    });
    return {
      repId: id,
      leads: given.filter(({ repId }) => repId === id).length,
      share: Number(given.reduce((sum, lead) => sum + partOf(lead, id), 0n)) / Number(UNIT),
      lag: Number(lag) / Number(UNIT),
      leadsWhileEligible: eligible.length,
      longestDrought: Math.max(...runs.split(" ").map((run) => run.length)),
      largestLag: Math.max(...lags),
    };
  });
};

const anId = fc.constantFrom("a", "b", "c", "B", "é", "__proto__", "");

const aRun: fc.Arbitrary<readonly MeasuredLead[]> = fc.array(
  fc.record({
    candidates: fc.uniqueArray(fc.record({ id: anId, weight: fc.nat(4) }), {
      selector: ({ id }) => id,
      maxLength: 7,
    }),
    repId: fc.option(anId, { nil: undefined, freq: 8 }),
  }),
  { maxLength: 40 },
);

describe("fairnessOf", () => {
  it("splits a lead by weight among its candidates", () => {
    const lead = {
      candidates: [
        { id: "b", weight: 3 },
        { id: "a", weight: 1 },
      ],
      repId: "b",
    };
    expect(fairnessOf([lead])).toStrictEqual({
      leads: 1,
      unassigned: 0,
      reps: [
        { repId: "a", leads: 0, share: 0.25, lag: 0.25, leadsWhileEligible: 1, longestDrought: 1 },
        { repId: "b", leads: 1, share: 0.75, lag: -0.25, leadsWhileEligible: 1, longestDrought: 0 },
      ],
      largestLag: 0.25,
      jain: 0.5,
      longestDrought: 1,
    });
  });

  it("is empty and null, never NaN, when no lead was given to anybody", () => {
    const nothing = { reps: [], largestLag: null, jain: null, longestDrought: null };
    expect(fairnessOf([])).toStrictEqual({ leads: 0, unassigned: 0, ...nothing });
    const unassigned = [among("ab", undefined), among("", undefined)];
    expect(fairnessOf(unassigned)).toStrictEqual({ leads: 2, unassigned: 2, ...nothing });
  });

  it("lets a lead that nobody got neither add a share nor end or lengthen a drought", () => {
    const { unassigned, reps } = fairnessOf([among("ab", "a"), among("ab", undefined), among("ab", "a")]);
    expect(unassigned).toBe(1);
    expect(reps.map(({ share, longestDrought }) => [share, longestDrought])).toStrictEqual([
      [1, 0],
      [1, 2],
    ]);
  });

  it("counts a lead taken by somebody who was no candidate, without a share", () => {
    const measured = fairnessOf([among("ab", "z"), among("", "z")]);
    expect(repOf(measured, "z")).toStrictEqual({
      repId: "z",
      leads: 2,
      share: 0,
      lag: -2,
      leadsWhileEligible: 0,
      longestDrought: 0,
    });
    expect([repOf(measured, "a")?.share, repOf(measured, "b")?.share]).toStrictEqual([0.5, 0.5]);
    expect([measured.largestLag, measured.unassigned]).toStrictEqual([2, 0]);
  });

  it("leaves whoever has no share out of Jain's index", () => {
    expect(fairnessOf([among("ab", "a"), among("ab", "b"), among("", "z")]).jain).toBe(1);
    expect(fairnessOf([among("", "z")]).jain).toBeNull();
  });

  it("lets a weight that is not above 0 take no part", () => {
    for (const weight of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const candidates = [
        { id: "a", weight: 1 },
        { id: "idle", weight },
      ];
      const { reps, largestLag } = fairnessOf([{ candidates, repId: "a" }]);
      expect(reps.map(({ repId, share }) => [repId, share])).toStrictEqual([["a", 1]]);
      expect(largestLag).toBe(0);
    }
  });

  it("ends a drought at a lead that the rep got without being a candidate, and at no other", () => {
    const missed = among("ab", "a");
    const { reps } = fairnessOf([missed, missed, among("a", "a"), missed, among("a", "b"), missed]);
    expect(reps.map(({ repId, longestDrought }) => [repId, longestDrought])).toStrictEqual([
      ["a", 1],
      ["b", 3],
    ]);
  });

  it("remembers the largest lag of any moment, on either side", () => {
    const a = among("ab", "a");
    const b = among("ab", "b");
    expect(fairnessOf([a, a, a, b, b, b])).toMatchObject({ largestLag: 1.5, jain: 1 });
    expect(fairnessOf([among("abc", "a"), among("ab", "c"), among("", "c")]).largestLag).toBeCloseTo(5 / 3);
  });

  it("agrees with the definitions in whole numbers, whatever the run", () => {
    fc.assert(
      fc.property(aRun, (run) => {
        const measured = fairnessOf(run);
        const wanted = exactly(run);
        expect(measured.leads).toBe(run.length);
        expect(measured.unassigned).toBe(run.filter(({ repId }) => repId === undefined).length);
        expect(measured.reps.map(({ repId }) => repId)).toStrictEqual(
          wanted.map(({ repId }) => repId).sort(),
        );
        for (const { largestLag, share, lag, ...counts } of wanted) {
          const rep = repOf(measured, counts.repId);
          expect(rep).toMatchObject(counts);
          expect(rep?.share).toBeCloseTo(share, 12);
          expect(rep?.lag).toBeCloseTo(lag, 12);
          expect(measured.largestLag).toBeGreaterThanOrEqual(largestLag - 1e-12);
        }
        if (wanted.length === 0) expect(measured.largestLag).toBeNull();
        else {
          expect(measured.largestLag).toBeCloseTo(Math.max(...wanted.map((rep) => rep.largestLag)), 12);
          expect(measured.longestDrought).toBe(Math.max(...wanted.map((rep) => rep.longestDrought)));
        }
      }),
    );
  });

  it("does not depend on the order of the candidates", () => {
    fc.assert(
      fc.property(aRun, (run) => {
        const turned = run.map(({ candidates, repId }) => ({ candidates: [...candidates].reverse(), repId }));
        const [one, other] = [fairnessOf(run), fairnessOf(turned)];
        expect(other.reps).toStrictEqual(one.reps);
        expect(other.longestDrought).toBe(one.longestDrought);
        expect(other.largestLag ?? -1).toBeCloseTo(one.largestLag ?? -1, 12);
      }),
    );
  });

  it("reads a stream once and keeps none of its leads", () => {
    const run = [among("abc", "c"), among("ab", "a"), among("abc", "b")];
    const reused = { candidates: run[0]?.candidates ?? [], repId: undefined as string | undefined };
    let read = 0;
    const stream = function* () {
      for (const lead of run) {
        read += 1;
        yield Object.assign(reused, lead);
      }
    };
    expect(fairnessOf(stream())).toStrictEqual(fairnessOf(run));
    expect(read).toBe(run.length);
  });

  it("does not drift by a millionth of a lead in a million leads", () => {
    const ids = [..."abcdefghij"];
    const candidates = ids.map((id) => ({ id, weight: 1 }));
    const million = function* (takerOf: (i: number) => string | undefined) {
      for (let i = 0; i < 1_000_000; i += 1) yield { candidates, repId: takerOf(i) };
    };
    const even = fairnessOf(million((i) => ids[i % 10]));
    expect(Math.abs((even.largestLag ?? 0) - 0.9)).toBeLessThan(1e-6);
    for (const { lag, share } of even.reps) {
      expect(Math.abs(lag)).toBeLessThan(1e-6);
      expect(Math.abs(share - 100_000)).toBeLessThan(1e-6);
    }
    const greedy = fairnessOf(million(() => "a"));
    expect(Math.abs((greedy.largestLag ?? 0) - 900_000)).toBeLessThan(1e-6);
  });

  it.each([
    { selector: rotation(), weightOf: () => 1 },
    { selector: weighted(), weightOf: ({ weight }: Candidate) => weight },
  ])("sees the lags that the ledger of $selector.name keeps, within its bound", ({ selector, weightOf }) => {
    const strategy = compose({ ledger: "desk", filters: [], selector });
    const everybody = [
      { id: "ann", weight: 3 },
      { id: "bob", weight: 2 },
      { id: "cyd", weight: 0.5 },
    ];
    let state = emptyState({ seed: "s" });
    const run = Array.from({ length: 500 }, (_, i): MeasuredLead => {
      const lead = { id: `l${i}`, receivedAtMs: i };
      const roster = { reps: everybody.filter((_rep, place) => (i * 7 + place * 3) % 5 !== 0) };
      const candidates = unwrap(strategy.candidates(lead, roster, state));
      const outcome = unwrap(strategy(lead, roster, state));
      state = outcome.state;
      return {
        candidates: candidates.map((candidate) => ({ id: candidate.id, weight: weightOf(candidate) })),
        repId: holderOf(outcome.decision),
      };
    });
    const { reps, largestLag } = fairnessOf(run);
    expect(largestLag).toBeGreaterThan(0);
    expect(largestLag).toBeLessThanOrEqual((everybody.length - 1) / 2);
    const inLeads = state.ledgers[0]?.credits.map((credit) => credit / CREDITS_PER_LEAD) ?? [];
    expect(state.ids).toStrictEqual(reps.map(({ repId }) => repId));
    reps.forEach(({ lag }, place) => {
      expect(lag).toBeCloseTo(inLeads[place] ?? Number.NaN, 6);
    });
  });
});
