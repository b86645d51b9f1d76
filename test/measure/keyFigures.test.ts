import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cascade,
  compose,
  emptyState,
  type Figures,
  keyFigures,
  type Lead,
  type LeadChange,
  type LeadEvent,
  type LogEntry,
  type Roster,
  replay,
  rotation,
  type Strategy,
  unwrap,
} from "../../src/index.js";
import { durationsOf } from "../../src/measure/durations.js";
import { aScenario, play } from "../../src/testing/index.js";
import { cascades, strategies } from "../support/strategies.js";

const minute = 60_000;

type Told = LeadEvent extends infer E ? (E extends LeadEvent ? Omit<E, "id"> : never) : never;

const roster: Roster = { reps: [{ id: "ann" }, { id: "bob" }] };
const push = compose({ ledger: "desk", filters: [], selector: rotation() });
const offers = compose({
  ledger: "desk",
  filters: [],
  selector: rotation(),
  delivery: cascade({ answerMs: 5 * minute }),
});

/** The figures of a log: leads by id, then what happened to them. */
const figuresOf = (
  strategy: Strategy,
  leads: readonly (Partial<Lead> & { readonly id: string })[],
  told: readonly (readonly [leadId: string, event: Told])[],
  reps = roster,
) => {
  const entries: LogEntry[] = [
    ...leads.map((lead): LogEntry => ({ type: "lead", lead: { receivedAtMs: 0, ...lead }, roster: reps })),
    ...told.map(
      ([leadId, event], i): LogEntry => ({
        type: "event",
        leadId,
        event: { id: `e${i}`, ...event } as LeadEvent,
        roster: reps,
      }),
    ),
  ];
  const tally = keyFigures().open();
  const log = { first: emptyState({ seed: "s" }), entries };
  unwrap(replay(strategy, log, { each: (_, __, change) => tally.add(change) }));
  return tally.result();
};

describe("durations", () => {
  it("take the median and the ninth of ten as one that was measured, by counting", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1 }), (ms) => {
        const { medianMs, p90Ms } = durationsOf(ms);
        const atMost = (most: number | null) => ms.filter((each) => each <= (most ?? -1)).length / ms.length;
        const below = (least: number | null) => ms.filter((each) => each < (least ?? -1)).length / ms.length;
        expect(ms).toContain(medianMs);
        expect(ms).toContain(p90Ms);
        expect([atMost(medianMs) >= 0.5, below(medianMs) < 0.5]).toStrictEqual([true, true]);
        expect([atMost(p90Ms) >= 0.9, below(p90Ms) < 0.9]).toStrictEqual([true, true]);
      }),
    );
  });

  it("say what part took five minutes or less, that one too", () => {
    expect(durationsOf([5 * minute, 5 * minute + 1]).withinFiveMinutes).toBe(0.5);
  });

  it("say nothing of nothing", () => {
    expect(durationsOf([])).toStrictEqual({ count: 0, medianMs: null, p90Ms: null, withinFiveMinutes: null });
  });
});

describe("keyFigures", () => {
  it("counts the first contact with a lead once, and that of each holder for the holder", () => {
    const { all, reps } = figuresOf(
      push,
      [{ id: "l1" }],
      [
        ["l1", { type: "worked", atMs: 2 * minute }],
        ["l1", { type: "returned", atMs: 3 * minute }],
        ["l1", { type: "worked", atMs: 10 * minute }],
      ],
    );
    expect([all.response.count, all.response.medianMs, all.movedAway]).toStrictEqual([1, 2 * minute, 1]);
    expect([all.reaction.count, all.reaction.p90Ms]).toStrictEqual([2, 7 * minute]);
    expect(
      reps.map(({ repId, leads, reaction, response, movedAway }) => [
        repId,
        leads,
        reaction.medianMs,
        response.count,
        movedAway,
      ]),
    ).toStrictEqual([
      ["ann", 1, 2 * minute, 1, 1],
      ["bob", 1, 7 * minute, 0, 0],
    ]);
  });

  it("measures working time by the hours of who made contact", () => {
    const hours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "17:00" }];
    const reps = { reps: [{ id: "ann", schedule: { timeZone: "UTC", hours } }] };
    const atMs = (9 * 60 + 30) * minute;
    const { all } = figuresOf(push, [{ id: "l1" }], [["l1", { type: "worked", atMs }]], reps);
    expect([all.response.medianMs, all.workingResponse.medianMs]).toStrictEqual([atMs, 30 * minute]);
    expect([all.reaction.medianMs, all.workingReaction.medianMs]).toStrictEqual([atMs, 30 * minute]);
  });

  it("adds up no working time over more than 400 days, and ends at once where moments lie thousands of years apart", () => {
    const hours = [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }];
    const reps = { reps: [{ id: "ann", schedule: { timeZone: "UTC", hours } }] };
    const worked = (atMs: number) =>
      figuresOf(push, [{ id: "l1" }], [["l1", { type: "worked", atMs }]], reps).all;
    const most = 400 * 24 * 60 * minute;
    expect([most, most + 1, 2 ** 52].map((atMs) => worked(atMs).workingReaction.count)).toStrictEqual([
      1, 0, 0,
    ]);
  });

  it("counts offers, refusals and silence, for everybody who was asked", () => {
    const { all, reps } = figuresOf(
      offers,
      [{ id: "l1" }, { id: "l2" }],
      [
        ["l1", { type: "declined", repId: "ann", atMs: minute }],
        ["l1", { type: "accepted", repId: "bob", atMs: 2 * minute }],
        ["l2", { type: "expired", atMs: 5 * minute }],
      ],
    );
    expect([all.offers, all.offersPerLead, all.refused, all.timedOut]).toStrictEqual([4, 2, 1, 1]);
    expect(
      reps.map(({ repId, offers: made, refused, timedOut }) => [repId, made, refused, timedOut]),
    ).toStrictEqual([
      ["ann", 2, 1, 1],
      ["bob", 2, 0, 0],
    ]);
  });

  it("says how leads ended, without duplicates, and how long those took that were won", () => {
    const { all, reps } = figuresOf(
      push,
      ["l1", "l2", "l3", "l4"].map((id) => ({ id })),
      [
        ["l1", { type: "closed", result: "won", atMs: 10 }],
        ["l2", { type: "closed", result: "lost", atMs: 20 }],
        ["l3", { type: "closed", result: "no-show", atMs: 30 }],
        ["l4", { type: "merged", into: "l1", atMs: 40 }],
      ],
    );
    expect(all.closings).toStrictEqual({ won: 1, lost: 1, disqualified: 0, "no-show": 1, cancelled: 0 });
    expect([all.closeRate, all.cycle.medianMs, all.cycle.count]).toStrictEqual([1 / 3, 10, 1]);
    expect(reps.map(({ closeRate }) => closeRate)).toStrictEqual([0.5, 0]);
  });

  it("says how long leads lay in a pool, for who took them too", () => {
    const before = {
      ...unwrap(push({ id: "l1", receivedAtMs: 0 }, { reps: [] }, emptyState({ seed: "s" }))).decision,
    };
    const lead = { id: "l1", receivedAtMs: 0 };
    const pooled = {
      ...before,
      status: "pooled",
      mode: "open",
      sinceMs: 5,
      revision: 1,
    } as LeadChange["decision"];
    const given = unwrap(push(lead, roster, emptyState({ seed: "s" }))).decision;
    const tally = keyFigures().open();
    tally.add({ lead, decision: before });
    tally.add({ lead, before, decision: pooled });
    tally.add({ lead, before: pooled, decision: { ...given, revision: 2, atMs: 25 } });
    const { all, reps } = tally.result();
    expect([all.inPool.medianMs, reps[0]?.inPool.medianMs]).toStrictEqual([20, 20]);
  });

  it("keeps ledgers and sources apart", () => {
    const { all, ledgers, sources } = figuresOf(
      push,
      [{ id: "l1", source: "web" }, { id: "l2" }, { id: "l3", source: "fair" }],
      [["l3", { type: "worked", atMs: 7 }]],
    );
    expect([all.leads, all.untouched]).toStrictEqual([3, 2]);
    expect(ledgers.map(({ ledger, leads }) => [ledger, leads])).toStrictEqual([["desk", 3]]);
    expect(sources.map(({ source, leads, untouched }) => [source, leads, untouched])).toStrictEqual([
      ["fair", 1, 0],
      ["web", 1, 1],
    ]);
  });

  it("adds up, and counts what a plain look at the answers finds, whatever happens", () => {
    const all = [...cascades.slice(0, 2), ...strategies.slice(0, 2)].map(([, strategy]) => strategy);
    fc.assert(
      fc.property(fc.constantFrom(...all), aScenario(), (strategy, scenario) => {
        const tally = keyFigures().open();
        const last = new Map<string, LeadChange["decision"]>();
        let offered = 0;
        for (const { step, lead, result } of play(strategy, scenario)) {
          const { decision, effects } = unwrap(result);
          const event = step.type === "event" ? step.event : undefined;
          tally.add({ lead, before: last.get(lead.id), event, decision, roster: step.roster });
          last.set(lead.id, decision);
          offered += effects.filter((effect) => effect.type === "tell" && effect.what === "offered").length;
        }
        const { all: sum, ledgers, reps } = tally.result();
        const decisions = [...last.values()];
        const held = decisions.flatMap((each) => (each.status === "assigned" ? [each] : []));
        expect(sum.leads).toBe(decisions.length);
        expect(sum.offers).toBe(offered);
        expect(sum.untouched).toBe(held.filter(({ workedAtMs }) => workedAtMs === undefined).length);
        const closed = decisions.filter((each) => each.status === "closed" && each.result !== "merged");
        const count = ({ closings }: Figures) => Object.values(closings).reduce((a, b) => a + b, 0);
        expect(count(sum)).toBe(closed.length);
        for (const part of ["offers", "refused", "timedOut", "movedAway", "untouched"] as const) {
          for (const list of [ledgers, reps])
            expect(list.reduce((total, each) => total + each[part], 0)).toBe(sum[part]);
        }
      }),
    );
  });
});
