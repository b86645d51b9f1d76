import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { branch, compose, emptyState, holderOf, rotation, unwrap } from "../../src/index.js";
import { fairness } from "../../src/measure/fairness.js";
import { groupedBy } from "../../src/measure/groupedBy.js";
import { type Measure, measure } from "../../src/measure/measure.js";
import type { MeasuredLead } from "../../src/measure/measuredLead.js";
import { among, aWholeRun } from "../support/measuredRuns.js";

interface Routed extends MeasuredLead {
  readonly ledger: string;
}

const byLedger = groupedBy(({ ledger }: Routed) => ledger, fairness());

describe("groupedBy", () => {
  it("measures each group by itself, sorted by key", () => {
    const run: readonly Routed[] = [
      { ...among("ab", "a"), ledger: "south" },
      { ...among("ab", "b"), ledger: "north" },
      { ...among("ab", "a"), ledger: "south" },
    ];
    const { groups } = measure(run, { groups: byLedger });
    expect(groups.map(({ key, result }) => [key, result.leads, result.largestLag])).toStrictEqual([
      ["north", 1, 0.5],
      ["south", 2, 1],
    ]);
  });

  it("has no groups of nothing", () => {
    expect(measure<Routed, { groups: typeof byLedger }>([], { groups: byLedger }).groups).toStrictEqual([]);
  });

  it("takes odd texts for keys like any other", () => {
    const count: Measure<string, number> = {
      open: () => {
        let items = 0;
        return {
          add: () => {
            items += 1;
          },
          result: () => items,
        };
      },
    };
    const keys = ["constructor", "__proto__", "", "__proto__"];
    const { groups } = measure(keys, { groups: groupedBy((key: string) => key, count) });
    expect(groups).toStrictEqual([
      { key: "", result: 1 },
      { key: "__proto__", result: 2 },
      { key: "constructor", result: 1 },
    ]);
  });

  it("begins afresh each time, and what it said stays as it was", () => {
    const tally = byLedger.open();
    tally.add({ ...among("ab", "a"), ledger: "x" });
    const before = tally.result();
    tally.add({ ...among("ab", "a"), ledger: "x" });
    expect(before[0]?.result.leads).toBe(1);
    expect(byLedger.open().result()).toStrictEqual([]);
  });

  it("comes to what the measure comes to for each group apart", () => {
    fc.assert(
      fc.property(aWholeRun, fc.array(fc.constantFrom("x", "y", "z")), (run, ledgers) => {
        const routed = run.map((lead, i): Routed => ({ ...lead, ledger: ledgers[i] ?? "rest" }));
        const { groups } = measure(routed, { groups: byLedger });
        expect(groups.map(({ key }) => key)).toStrictEqual(
          [...new Set(routed.map(({ ledger }) => ledger))].sort(),
        );
        for (const { key, result } of groups) {
          const apart = routed.filter(({ ledger }) => ledger === key);
          expect(result).toStrictEqual(measure(apart, { fair: fairness() }).fair);
        }
      }),
    );
  });

  it("shows that each ledger keeps the bound of a rotation, and that several add up", () => {
    const names = ["web", "mail", "fair", "phone"];
    const desk = (name: string) => ({
      name,
      version: 1,
      when: ({ lead }: { readonly lead: { readonly source?: string } }) => lead.source === name,
      strategy: compose({ ledger: name, filters: [], selector: rotation() }),
    });
    const strategy = branch({
      cases: names.map(desk),
      otherwise: { name: "rest", strategy: compose({ ledger: "rest", filters: [], selector: rotation() }) },
    });
    const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
    let state = emptyState({ seed: "s" });
    const run = names.map((source, i): Routed => {
      const lead = { id: `l${i}`, receivedAtMs: i, source };
      const candidates = unwrap(strategy.candidates(lead, roster, state));
      const outcome = unwrap(strategy(lead, roster, state));
      state = outcome.state;
      return { candidates, repId: holderOf(outcome.decision), ledger: outcome.decision.ledger };
    });
    const { groups, all } = measure(run, { groups: byLedger, all: fairness() });
    const bound = (roster.reps.length - 1) / 2;
    for (const { result } of groups) expect(result.largestLag).toBeLessThanOrEqual(bound);
    expect(all.largestLag).toBeCloseTo(names.length * (2 / 3), 12);
    expect(all.largestLag).toBeGreaterThan(bound);
  });
});
