import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoptCounts,
  CREDITS_PER_LEAD,
  emptyState,
  type Past,
  readState,
  type State,
  unwrap,
} from "../../src/index.js";
import { throughStore } from "../../src/testing/json.js";
import { dealt, inLeads, rotating } from "../support/dealt.js";
import { dealOne, deskLedger } from "../support/desk.js";

describe("adoptCounts", () => {
  const past = (mostLeads: number, ...leads: readonly number[]): Past => ({
    ledger: "desk",
    counts: leads.map((count, i) => ({ repId: `rep ${i}`, leads: count })),
    mostLeads,
  });

  const adopted = (given: Past): State => unwrap(adoptCounts(emptyState({ seed: "s" }), given));

  it("owes each rep what it had less than its share", () => {
    expect(inLeads(adopted(past(5, 4, 2, 0)))).toStrictEqual([-2, 0, 2]);
  });

  it("shares by weight where weights are given", () => {
    const counts = [
      { repId: "ann", leads: 6, weight: 2 },
      { repId: "bob", leads: 3, weight: 1 },
    ];
    expect(inLeads(adopted({ ledger: "desk", counts, mostLeads: 5 }))).toStrictEqual([0, 0]);
  });

  it("keeps a newcomer from a flood and puts the rest outside", () => {
    const state = adopted(past(2, 500, 500, 0));
    expect(inLeads(state)).toStrictEqual([-2, -2, 2]);
    expect(deskLedger(state).outside).toBe(2 * CREDITS_PER_LEAD);
    expect(inLeads(adopted(past(0, 500, 0)))).toStrictEqual([0, 0]);
  });

  it("leaves nobody owed more than (n-1)/2 leads and what it adopted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 3 }),
        (counts, most) => {
          const roster = { reps: counts.map((_, i) => ({ id: `rep ${i}` })) };
          let state = adopted(past(most, ...counts));
          for (let n = 0; n < 60; n += 1) {
            const present = { reps: roster.reps.filter((_, i) => (n * 7 + i * 3) % 5 !== 0) };
            state = dealOne(rotating, present, state, n).state;
            for (const owed of inLeads(state))
              expect(owed).toBeLessThanOrEqual((counts.length - 1) / 2 + most);
          }
        },
      ),
    );
  });

  it("replaces what the ledger said of these reps, and keeps it in balance", () => {
    const state = unwrap(
      adoptCounts(dealt(4), {
        ledger: "desk",
        counts: [
          { repId: "ann", leads: 0 },
          { repId: "bob", leads: 2 },
        ],
        mostLeads: 1,
      }),
    );
    expect(inLeads(state).slice(0, 2)).toStrictEqual([1, -1]);
    expect(readState(throughStore(state))._tag).toBe("Right");
  });

  it("refuses what cannot be a past", () => {
    expect(adoptCounts(emptyState({ seed: "s" }), past(1001, 1))).toMatchObject({
      left: [{ path: ["past", "mostLeads"] }],
    });
    expect(adoptCounts(emptyState({ seed: "s" }), past(1, 0.5))).toMatchObject({
      left: [{ path: ["past", "counts", 0, "leads"] }],
    });
  });

  it("does not depend on the order of the entries", () => {
    const counts = [
      { repId: "ann", leads: 8_214, weight: 0.1 },
      { repId: "bob", leads: 16_422, weight: 0.2 },
      { repId: "cyd", leads: 24_633, weight: 0.3 },
    ];
    const given = { ledger: "desk", mostLeads: 5 };
    const reversed = adopted({ ...given, counts: [...counts].reverse() });
    expect(reversed).toStrictEqual(adopted({ ...given, counts }));
  });

  it("refuses what would leave exact counting, and changes nothing the second time", () => {
    const many = Array.from({ length: 200 }, (_, i) => (i === 0 ? 1_000_000 : 0));
    expect(adoptCounts(emptyState({ seed: "s" }), past(1_000, ...many))).toMatchObject({
      left: [{ path: ["state", "ledgers", 0, "outside"] }],
    });
    const once = adopted(past(2, 3, 1));
    expect(unwrap(adoptCounts(once, past(2, 3, 1)))).toBe(once);
  });
});
