import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adoptCounts,
  available,
  type CalendarPeriodOptions,
  CREDITS_PER_LEAD,
  calendarPeriod,
  compose,
  emptyState,
  holderOf,
  inspect,
  type Lead,
  owe,
  type Period,
  type Rep,
  rotation,
  type State,
  type Strategy,
  unwrap,
} from "../../src/index.js";
import { bytes } from "../../src/testing/json.js";
import { deskLedger } from "../support/desk.js";
import { storyOf } from "../support/story.js";

const DAY_MS = 86_400_000;
const days = calendarPeriod({ per: "day" });
const filters = [owe(available(), { mostLeads: 3 })];

const deskIn = (period?: Period): Strategy =>
  compose({ ledger: "desk", filters, selector: rotation(), ...(period === undefined ? {} : { period }) });

const reps: readonly Rep[] = [{ id: "ann" }, { id: "bob" }, { id: "cyd" }];
const roster = { reps };

const at = (atMs: number): Lead => ({ id: `l${atMs}`, receivedAtMs: atMs });

const takers = (strategy: Strategy, moments: readonly number[], from: State = emptyState({ seed: "s" })) => {
  let state = from;
  const who = moments.map((atMs) => {
    const outcome = unwrap(strategy(at(atMs), roster, state));
    state = outcome.state;
    return holderOf(outcome.decision);
  });
  return { who, state };
};

describe("a ledger with a period", () => {
  it("decides within each period as a fresh ledger would, whatever was before", () => {
    const lead = fc.record({
      day: fc.nat({ max: 3 }),
      away: fc.subarray(["ann", "bob", "cyd"]),
      here: fc.subarray(["ann", "bob", "cyd"], { minLength: 1 }),
      isReturned: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 30 }), (leads) => {
        const ordered = [...leads].sort((a, b) => a.day - b.day);
        let [state, fresh] = [emptyState({ seed: "s" }), emptyState({ seed: "s" })];
        let today = -1;
        for (const [n, { day, away, here, isReturned }] of ordered.entries()) {
          if (day > today) fresh = emptyState({ seed: "s" });
          today = day;
          const asked: Lead = { id: `l${n}`, receivedAtMs: day * DAY_MS + n };
          const now = {
            reps: here.map((id): Rep => (away.includes(id) ? { id, presence: "away" } : { id })),
          };
          const both = [
            { strategy: deskIn(days), from: state },
            { strategy: deskIn(), from: fresh },
          ].map(({ strategy, from }) => {
            const first = unwrap(strategy(asked, now, from));
            if (!isReturned || first.decision.status !== "assigned") return first;
            const event = { id: "e", atMs: asked.receivedAtMs, type: "returned" } as const;
            return unwrap(strategy.respond(asked, first.decision, event, now, first.state));
          });
          const [ours, theirs] = both as [(typeof both)[0], (typeof both)[0]];
          [state, fresh] = [ours.state, theirs.state];
          expect(holderOf(ours.decision)).toBe(holderOf(theirs.decision));
          const owed = (each: State) =>
            inspect(each).reps.flatMap(({ repId, owed: accounts }) =>
              accounts.filter(({ leads: owes }) => owes !== 0).map(({ leads: owes }) => [repId, owes]),
            );
          if (ours.decision.status === "assigned") expect(owed(state)).toStrictEqual(owed(fresh));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("starts anew with its credits, columns, totals and refunds, and keeps the load", () => {
    const first = unwrap(
      deskIn(days)(
        at(5),
        { reps: [{ id: "ann" }, { id: "bob", presence: "away" }] },
        emptyState({ seed: "s" }),
      ),
    );
    const event = { id: "e", atMs: 6, type: "returned" } as const;
    const { state } = unwrap(deskIn(days).respond(at(5), first.decision, event, roster, first.state));
    expect(deskLedger(state).columns.map(({ name }) => name)).toStrictEqual([
      "missed",
      "missed until",
      "refunds",
    ]);
    const next = unwrap(deskIn(days)(at(DAY_MS), roster, state));
    expect(deskLedger(next.state)).toStrictEqual({
      name: "desk",
      credits: [-2, 1, 1].map((thirds) => (thirds * CREDITS_PER_LEAD) / 3),
      outside: 0,
      columns: [],
      totals: [{ name: "period from", value: DAY_MS }],
    });
    expect(next.state.openLeads.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(inspect(next.state).periods).toStrictEqual([{ ledger: "desk", fromMs: DAY_MS }]);
  });

  it("is not turned back by a lead that comes late", () => {
    const { state } = takers(deskIn(days), [DAY_MS, DAY_MS + 1]);
    const late = unwrap(deskIn(days)(at(5), roster, state));
    expect(holderOf(late.decision)).toBe("cyd");
    expect(deskLedger(late.state).totals).toStrictEqual([{ name: "period from", value: DAY_MS }]);
    // Since the rep got it in an earlier period, as far as the decision says.
    const noShow = { id: "e1", atMs: DAY_MS + 2, type: "closed", result: "no-show" } as const;
    const after = unwrap(deskIn(days).respond(at(5), late.decision, noShow, roster, late.state));
    expect(deskLedger(after.state).outside).toBe(0);
  });

  it("gives nothing back that was paid in an earlier period", () => {
    for (const [atMs, outside] of [
      [DAY_MS - 1, -CREDITS_PER_LEAD],
      [DAY_MS, 0],
    ] as const) {
      const story = storyOf(deskIn(days), { roster }).on(atMs, { type: "closed", result: "no-show" });
      expect(deskLedger(story.state).outside).toBe(outside);
    }
    // Where the lead is dealt on, that turn is booked in the new period.
    const dealtOn = storyOf(deskIn(days), { roster }).on(DAY_MS, { type: "returned" });
    expect(deskLedger(dealtOn.state).credits).toStrictEqual([0, -CREDITS_PER_LEAD / 2, CREDITS_PER_LEAD / 2]);
  });

  it("goes on from what was there before it had a period, such as adopted counts, until the first is over", () => {
    const counts = [
      { repId: "ann", leads: 2 },
      { repId: "bob", leads: 0 },
      { repId: "cyd", leads: 1 },
    ];
    const past = unwrap(adoptCounts(emptyState({ seed: "s" }), { ledger: "desk", counts, mostLeads: 5 }));
    expect(takers(deskIn(days), [5 * DAY_MS], past).who).toStrictEqual(["bob"]);
    const { state } = takers(deskIn(days), [5 * DAY_MS], past);
    expect(takers(deskIn(days), [6 * DAY_MS], state).who).toStrictEqual(["ann"]);
  });

  it("returns the very same state where nothing is booked", () => {
    const { state } = takers(deskIn(days), [0, 1]);
    const nobody = unwrap(deskIn(days)(at(DAY_MS), { reps: [] }, state));
    expect(nobody.state).toBe(state);
    const held = unwrap(deskIn(days)(at(2), roster, state));
    const closed = { id: "e", atMs: DAY_MS, type: "closed", result: "won" } as const;
    const { state: after } = unwrap(deskIn(days).respond(at(2), held.decision, closed, roster, held.state));
    expect(deskLedger(after)).toStrictEqual(deskLedger(held.state));
  });

  it("that strategies of different periods share starts anew with each", () => {
    const monthly = deskIn(calendarPeriod({ per: "month" }));
    const { state } = takers(monthly, [0, 1]);
    const daily = takers(deskIn(days), [DAY_MS], state);
    expect(daily.who).toStrictEqual(["ann"]);
    expect(takers(monthly, [DAY_MS + 1], daily.state).who).toStrictEqual(["bob"]);
    // One without a period goes on with what is there.
    expect(takers(deskIn(), [9 * DAY_MS], daily.state).who).toStrictEqual(["bob"]);
  });

  it("shows a candidate where it stands in the period", () => {
    const { state } = takers(deskIn(days), [0, 1]);
    const { decision } = unwrap(deskIn(days)(at(DAY_MS), roster, state));
    expect(decision).toMatchObject({
      standing: { repId: "ann", credit: 0 },
      runnerUp: { repId: "bob", credit: 0 },
    });
    expect(unwrap(deskIn(days).candidates(at(DAY_MS), roster, state)).map(({ id }) => id)).toHaveLength(3);
  });
});

describe("calendarPeriod", () => {
  const begins = (options: CalendarPeriodOptions, iso: string) =>
    new Date(calendarPeriod(options).startOf(Date.parse(iso))).toISOString();

  it("begins when the zone's clock shows its first day, also where clocks change", () => {
    expect(begins({ per: "day", timeZone: "Europe/Warsaw" }, "2026-03-29T21:59Z")).toBe(
      "2026-03-28T23:00:00.000Z",
    );
    expect(begins({ per: "day", timeZone: "Europe/Warsaw" }, "2026-03-29T22:00Z")).toBe(
      "2026-03-29T22:00:00.000Z",
    );
    expect(begins({ per: "week" }, "2026-11-22T12:00Z")).toBe("2026-11-16T00:00:00.000Z");
    expect(begins({ per: "week", weekStart: 7 }, "2026-11-22T12:00Z")).toBe("2026-11-22T00:00:00.000Z");
    expect(begins({ per: "month", timeZone: "America/New_York" }, "2026-11-01T03:59Z")).toBe(
      "2026-10-01T04:00:00.000Z",
    );
    expect(begins({ per: "quarter" }, "2026-03-31T23:59Z")).toBe("2026-01-01T00:00:00.000Z");
    expect(begins({ per: "quarter", timeZone: "Asia/Tokyo" }, "2026-12-31T14:59Z")).toBe(
      "2026-09-30T15:00:00.000Z",
    );
    expect(begins({ per: "quarter", timeZone: "Asia/Tokyo" }, "2026-12-31T15:00Z")).toBe(
      "2026-12-31T15:00:00.000Z",
    );
  });

  it("stands in the fingerprint, and without it the fingerprint is what it was", () => {
    const prints = [
      undefined,
      calendarPeriod({ per: "day" }),
      calendarPeriod({ per: "week" }),
      calendarPeriod({ per: "week", weekStart: 7 }),
      calendarPeriod({ per: "day", timeZone: "Europe/Warsaw" }),
    ].map((period) => deskIn(period).fingerprint);
    expect(new Set(prints).size).toBe(5);
    expect(deskIn(calendarPeriod({ per: "day", weekStart: 7 })).fingerprint).toBe(prints[1]);
  });

  it("refuses what is none", () => {
    const odd = (options: object) => () => calendarPeriod(options as CalendarPeriodOptions);
    expect(odd({ per: "hour" })).toThrow('one of "day", "week", "month", "quarter"');
    expect(odd({})).toThrow(RangeError);
    expect(odd({ per: "day", timeZone: "Warsaw" })).toThrow("calendarPeriod: ");
    for (const weekStart of [0, 8, 1.5, "1"]) expect(odd({ per: "week", weekStart })).toThrow("weekStart");
    expect(() => calendarPeriod(undefined as never)).toThrow(RangeError);
  });
});

describe("a period of one's own", () => {
  it("is as good as the calendar's", () => {
    const tens: Period = { name: "tens", startOf: (atMs) => Math.floor(atMs / 10) * 10 };
    expect(takers(deskIn(tens), [0, 1, 12, 13, 14, 15]).who).toStrictEqual([
      "ann",
      "bob",
      "ann",
      "bob",
      "cyd",
      "ann",
    ]);
  });

  it("that answers nonsense or throws is named", () => {
    const problem = (startOf: Period["startOf"]) => {
      const result = deskIn({ name: "odd", startOf })(at(5), roster, emptyState({ seed: "s" }));
      return result._tag === "Left" ? bytes(result.left) : "decided";
    };
    for (const answer of [Number.NaN, Number.NEGATIVE_INFINITY, 6, "0" as unknown as number])
      expect(problem(() => answer)).toContain('"strategy","period","odd"');
    expect(
      problem(() => {
        throw new Error("no calendar");
      }),
    ).toContain("no calendar");
    expect(() => deskIn({ name: "odd" } as Period)).toThrow("compose: period is no such part");
    expect(() => deskIn(calendarPeriod as never)).toThrow("compose: period is no such part");
  });
});
