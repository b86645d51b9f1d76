import { describe, expect, it } from "vitest";
import { route } from "../../../src/cli/routing/route.js";
import { holderOf } from "../../../src/model/holderOf.js";
import type { Lead } from "../../../src/model/lead.js";
import type { Rep } from "../../../src/model/rep.js";
import { unwrap } from "../../../src/model/unwrap.js";
import { emptyState } from "../../../src/state/emptyState.js";

const START = emptyState({ seed: "s" });
const leadsAt = (...moments: readonly number[]): readonly Lead[] =>
  moments.map((receivedAtMs, i) => ({ id: `l${i + 1}`, receivedAtMs }));
const deal = (leads: readonly Lead[], reps: readonly Rep[], state = START) =>
  unwrap(route(leads, { reps }, state));
const takers = (leads: readonly Lead[], reps: readonly Rep[], state = START) =>
  deal(leads, reps, state).routed.map(({ lead, decision }) => [lead.id, holderOf(decision)]);

describe("route", () => {
  it("deals in order of arrival, leads of one moment in the order of the file", () => {
    expect(takers(leadsAt(20, 10, 20, 10), [{ id: "ann" }, { id: "bob" }])).toStrictEqual([
      ["l2", "ann"],
      ["l4", "bob"],
      ["l1", "ann"],
      ["l3", "bob"],
    ]);
  });

  it("deals by weight", () => {
    const taken = takers(leadsAt(1, 2, 3), [{ id: "ann", weight: 2 }, { id: "bob" }]);
    expect(taken.map(([, repId]) => repId)).toStrictEqual(["ann", "bob", "ann"]);
  });

  it("asks for region, language, skill, availability and room", () => {
    const lead: Lead = { id: "l1", receivedAtMs: 5, region: "US", languages: ["en"], needs: { crm: 2 } };
    const fit: Rep = { id: "z", regions: ["US"], languages: ["en"], skills: { crm: 2 }, capacity: 1 };
    const others: readonly Rep[] = [
      { ...fit, id: "a", regions: ["DE"] },
      { ...fit, id: "b", languages: ["de"] },
      { ...fit, id: "c", skills: { crm: 1 } },
      { ...fit, id: "d", timeOff: [{ fromMs: 0, toMs: 10 }] },
      { ...fit, id: "e", capacity: 0 },
    ];
    const { routed } = deal([lead, { ...lead, id: "l2" }], [fit, ...others]);
    expect(routed.map(({ decision }) => holderOf(decision))).toStrictEqual(["z", undefined]);
    expect(routed[1]?.decision.leftOut).toStrictEqual([
      { by: "region", reps: 1 },
      { by: "language", reps: 1 },
      { by: "expertise", reps: 1 },
      { by: "available", reps: 1 },
      { by: "capacity", reps: 2 },
      { by: "weighted", reps: 0 },
    ]);
  });

  it("starts from a rep's open leads and lets them grow", () => {
    const reps = [{ id: "ann", capacity: 3, openLeads: 1 }];
    const { routed, after } = deal(leadsAt(1, 2, 3), reps);
    expect(routed.map(({ decision }) => holderOf(decision))).toStrictEqual(["ann", "ann", undefined]);
    expect(after.openLeads).toStrictEqual([3]);
  });

  it("measures what was dealt", () => {
    const { fairness } = deal(leadsAt(1, 2, 3), [{ id: "ann" }, { id: "bob" }]);
    expect(fairness.reps.map(({ repId, leads, share }) => [repId, leads, share])).toStrictEqual([
      ["ann", 2, 1.5],
      ["bob", 1, 1.5],
    ]);
    expect(fairness.largestLag).toBe(0.5);
  });

  it("goes on from a state as if it had never stopped", () => {
    const reps = [{ id: "ann", weight: 3, capacity: 5 }, { id: "bob", weight: 2 }, { id: "cyd" }];
    const leads = leadsAt(...Array.from({ length: 17 }, (_, i) => i));
    const first = deal(leads.slice(0, 7), reps);
    const second = deal(leads.slice(7), reps, JSON.parse(JSON.stringify(first.after)));
    const whole = deal(leads, reps);
    expect([...first.routed, ...second.routed].map(({ decision }) => holderOf(decision))).toStrictEqual(
      whole.routed.map(({ decision }) => holderOf(decision)),
    );
    expect(second.after).toStrictEqual(whole.after);
  });

  it("leaves the state as it was where nobody gets anything", () => {
    const { routed, after, fairness } = deal(leadsAt(1), []);
    expect(routed.map(({ decision }) => decision.status)).toStrictEqual(["unassigned"]);
    expect(after).toBe(START);
    expect(fairness).toMatchObject({ leads: 1, unassigned: 1, reps: [], largestLag: null });
    expect(deal([], [{ id: "ann" }]).after).toBe(START);
  });

  it("gives nothing to anybody of weight 0", () => {
    const { routed } = deal(leadsAt(1), [{ id: "ann", weight: 0 }]);
    expect(routed[0]?.decision.leftOut.at(-1)).toStrictEqual({ by: "weighted", reps: 1 });
  });

  it("names what is wrong with the reps together", () => {
    const reps = Array.from({ length: 8100 }, (_, i) => ({ id: `r${i}`, weight: 10_000 - (i % 2) / 1000 }));
    expect(route(leadsAt(1), { reps }, START)).toMatchObject({
      _tag: "Left",
      left: [{ path: ["roster", "reps"] }],
    });
  });
});
