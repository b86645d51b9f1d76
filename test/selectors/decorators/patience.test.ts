import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjust,
  all,
  available,
  CREDITS_PER_LEAD,
  compose,
  emptyState,
  holderOf,
  lastTakerFirst,
  owe,
  patience,
  type Rep,
  rotation,
  type Selector,
  type State,
  unwrap,
  weighted,
} from "../../../src/index.js";
import { outOfBounds, theoremT } from "../../../src/testing/fairness/mirror.js";
import { deskLedger } from "../../support/desk.js";
import { asked, no, offering, storyOf } from "../../support/story.js";

const desk = (options: Parameters<typeof patience>[1], selector: Selector = rotation()) =>
  compose({
    ledger: "desk",
    filters: [owe(available({ whenNobodyAtWork: "park" }), { mostLeads: 9 })],
    selector: patience(selector, options),
  });

const backAt = (toMs: number): Rep => ({ id: "bob", timeOff: [{ fromMs: 0, toMs }] });

/** So many leads dealt while bob is away: the state then, and who had them. */
const dealt = (options: Parameters<typeof patience>[1], leads: number) => {
  const strategy = desk(options);
  let state = emptyState({ seed: "s" });
  const stands: string[] = [];
  for (let n = 0; n < leads; n += 1) {
    const roster = { reps: [{ id: "ann" }, backAt(1000)] };
    const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, roster, state));
    state = outcome.state;
    const { decision } = outcome;
    stands.push(
      decision.status === "parked" ? `until ${decision.wakeAtMs}` : (holderOf(decision) ?? "nobody"),
    );
  }
  return stands;
};

describe("patience", () => {
  it("has the lead wait for whoever is owed most, from as many leads on as it is told", () => {
    expect(dealt({ withinLeads: 0 }, 3)).toStrictEqual(["ann", "until 1000", "until 1000"]);
    expect(dealt({ withinLeads: 1 }, 3)).toStrictEqual(["ann", "ann", "until 1000"]);
    expect(dealt({ withinLeads: 2 }, 4)).toStrictEqual(["ann", "ann", "ann", "until 1000"]);
  });

  it("gives it to whoever waited once that one is back", () => {
    const strategy = desk({ withinLeads: 0 });
    const roster = { reps: [{ id: "ann" }, backAt(1000)] };
    const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
    const waiting = storyOf(strategy, { roster, state, lead: { id: "l2", receivedAtMs: 1 } });
    expect(holderOf(waiting.on(1000, { type: "woken" }).decision)).toBe("bob");
  });

  it("is over so long after the lead came in", () => {
    const strategy = desk({ withinLeads: 0, mostWaitMs: 50 });
    const roster = { reps: [{ id: "ann" }, backAt(1000)] };
    const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
    const at = (nowMs: number) =>
      unwrap(strategy({ id: "l2", receivedAtMs: 100 }, roster, state, { nowMs })).decision.status;
    expect([at(149), at(150)]).toStrictEqual(["parked", "assigned"]);
  });

  it("waits for nobody whom a filter forgives, and for nobody of weight 0", () => {
    const forgiving = compose({
      ledger: "desk",
      filters: [available()],
      selector: patience(rotation(), { withinLeads: 0 }),
    });
    const idle = desk({ withinLeads: 0 });
    for (const [strategy, bob] of [
      [forgiving, backAt(1000)],
      [idle, { ...backAt(1000), weight: 0 }],
    ] as const) {
      let state = emptyState({ seed: "s" });
      for (let n = 0; n < 3; n += 1) {
        const outcome = unwrap(
          strategy({ id: `l${n}`, receivedAtMs: n }, { reps: [{ id: "ann" }, bob] }, state),
        );
        expect(holderOf(outcome.decision)).toBe("ann");
        state = outcome.state;
      }
    }
  });

  it("offers the lead to those only who are as near, all who tie with the first among them", () => {
    const offers = (withinLeads: number) => {
      const strategy = offering({ selector: patience(rotation(), { withinLeads }), atOnce: 9 });
      const first = storyOf(strategy).on(1, no("ann")).on(2, no("bob")).on(3, no("cyd"));
      return asked(storyOf(strategy, { state: first.state, lead: { id: "l2", receivedAtMs: 9 } }));
    };
    expect(
      asked(storyOf(offering({ selector: patience(rotation(), { withinLeads: 0 }), atOnce: 9 }))),
    ).toStrictEqual(["ann", "bob", "cyd"]);
    expect(offers(0)).toStrictEqual(["cyd"]);
    expect(offers(1)).toStrictEqual(["cyd", "bob"]);
    expect(offers(9)).toStrictEqual(["cyd", "bob", "ann"]);
  });

  it("waits for nobody who takes no turns, however much that one is owed", () => {
    const by = { ledger: "desk", repId: "zed", leads: 5, reason: "r", atMs: 0 };
    const state = unwrap(adjust(emptyState({ seed: "s" }), by));
    const idle = { reps: [{ id: "ann" }, { id: "zed", weight: 0 }] };
    const { decision } = unwrap(desk({ withinLeads: 0 })({ id: "l", receivedAtMs: 0 }, idle, state));
    expect(holderOf(decision)).toBe("ann");
  });

  it("passes nobody over: where the first of the order is too far off, nobody takes a turn", () => {
    // With cyd there is little of the lead for bob, who is first of the two because of his weight.
    const by = { ledger: "desk", repId: "ann", leads: 0.5, reason: "r", atMs: 0 };
    const state = unwrap(adjust(emptyState({ seed: "s" }), by));
    const reps: readonly Rep[] = [
      { id: "ann", weight: 1 },
      { id: "bob", weight: 9 },
      { id: "cyd", weight: 90, timeOff: [{ fromMs: 0, toMs: 9 }] },
    ];
    const stands = (withinLeads: number) =>
      unwrap(desk({ withinLeads }, weighted())({ id: "l", receivedAtMs: 0 }, { reps }, state)).decision;
    expect(stands(0.5)).toMatchObject({ status: "parked", wakeAtMs: 9 });
    expect(holderOf(stands(0.9))).toBe("bob");
  });

  it("leaves the other's order and bookings as they are where nobody is away", () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), { maxLength: 30 }),
        (rosters) => {
          const plain = compose({ ledger: "desk", filters: [], selector: weighted() });
          const patient = compose({
            ledger: "desk",
            filters: [],
            selector: patience(weighted(), { withinLeads: 0 }),
          });
          let [one, other] = [emptyState({ seed: "s" }), emptyState({ seed: "s" })];
          for (const [n, ids] of rosters.entries()) {
            const roster = { reps: ids.map((id, i) => ({ id, weight: 1 + i })) };
            const lead = { id: `l${n}`, receivedAtMs: n };
            one = unwrap(plain(lead, roster, one)).state;
            other = unwrap(patient(lead, roster, other)).state;
          }
          expect(other).toStrictEqual(one);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps Theorem T, and lets nobody fall further behind the most owed than it says", () => {
    const ids = ["a", "b", "c", "d"];
    const blow = fc.record({ away: fc.subarray(ids), here: fc.subarray(ids, { minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(blow, { maxLength: 50 }), (blows) => {
        const strategy = desk({ withinLeads: 1 });
        let state: State = emptyState({ seed: "s" });
        for (const [n, { away, here }] of blows.entries()) {
          const timeOff = [{ fromMs: 0, toMs: 999 }];
          const reps = here.map((id) => (away.includes(id) ? { id, timeOff } : { id }));
          const outcome = unwrap(strategy({ id: `l${n}`, receivedAtMs: n }, { reps }, state));
          const taker = holderOf(outcome.decision);
          const before = state;
          state = outcome.state;
          expect(
            outOfBounds(
              [...deskLedger(state).credits].sort((a, b) => b - a),
              theoremT,
            ),
          ).toBeUndefined();
          if (taker === undefined) continue;
          const owedBefore = (id: string) => {
            const place = before.ids.indexOf(id);
            const missed = deskLedger(before).columns.find(({ name }) => name === "missed");
            return (
              ((deskLedger(before).credits[place] ?? 0) + (missed?.values[place] ?? 0)) / CREDITS_PER_LEAD
            );
          };
          const most = Math.max(...here.map(owedBefore));
          expect(most - owedBefore(taker)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stands in the fingerprint with its options", () => {
    const of = (selector: Selector) => compose({ ledger: "desk", filters: [], selector }).fingerprint;
    const prints = [
      of(rotation()),
      of(patience(rotation(), { withinLeads: 0 })),
      of(patience(rotation(), { withinLeads: 1 })),
      of(patience(rotation(), { withinLeads: 1, mostWaitMs: 0 })),
      of(patience(weighted(), { withinLeads: 1 })),
      of(patience(all(), { withinLeads: 1 })),
    ];
    expect(new Set(prints).size).toBe(prints.length);
  });

  it("refuses what means nothing", () => {
    const withinLeads = 1;
    for (const bad of [-1, Number.NaN, undefined, "1"])
      expect(() => patience(rotation(), { withinLeads: bad as number })).toThrow(/^patience: withinLeads/);
    for (const mostWaitMs of [-1, 0.5, Number.POSITIVE_INFINITY, null])
      expect(() => patience(rotation(), { withinLeads, mostWaitMs: mostWaitMs as number })).toThrow(
        /^patience: mostWaitMs/,
      );
    expect(() => patience(rotation as never, { withinLeads })).toThrow("was it called?");
    expect(() => patience(lastTakerFirst(rotation()), { withinLeads })).toThrow("with merits");
    expect(() => patience(rotation(), null as never)).toThrow(RangeError);
  });
});
