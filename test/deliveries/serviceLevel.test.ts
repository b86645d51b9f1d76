import { describe, expect, it } from "vitest";
import {
  assign,
  available,
  cascade,
  compose,
  type Decision,
  type Delivery,
  duringHours,
  emptyState,
  holderOf,
  type LeadEvent,
  type Move,
  type Outcome,
  type Rep,
  type Roster,
  rotation,
  type ServiceLevelOptions,
  type Strategy,
  serviceLevel,
  unwrap,
  wakeAtMsOf,
} from "../../src/index.js";
import type { Told } from "../support/told.js";

const MINUTE_MS = 60_000;
const start = emptyState({ seed: "s" });
const lead = { id: "l1", receivedAtMs: 0 };
const three = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };
const two = { reps: [{ id: "ann" }, { id: "bob" }] };
const alone = { reps: [{ id: "ann" }] };

const desk = (options: ServiceLevelOptions, delivery: Delivery = assign(), filters = [available()]) =>
  compose({ ledger: "desk", filters, selector: rotation(), delivery: serviceLevel(delivery, options) });

/** Tells one event after the other; every outcome, the first that of the lead. */
const tell = (strategy: Strategy, roster: Roster, ...events: readonly Told[]): readonly Outcome[] => {
  const outcomes = [unwrap(strategy(lead, roster, start))];
  for (const [i, event] of events.entries()) {
    const { decision, state } = outcomes[i] as Outcome;
    const full = { id: `e${i}`, ...event } as LeadEvent;
    outcomes.push(unwrap(strategy.respond(lead, decision, full, roster, state)));
  }
  return outcomes;
};

const last = (outcomes: readonly Outcome[]): Outcome => outcomes[outcomes.length - 1] as Outcome;

const woken = (atMs: number): Told => ({ type: "woken", atMs });

const holders = (outcomes: readonly Outcome[]) => outcomes.map(({ decision }) => holderOf(decision));

const told = ({ effects }: Outcome): readonly string[] =>
  effects.map((effect) => {
    if (effect.type === "tell") return `${effect.what} ${effect.repId}`;
    return effect.type === "wake" ? `wake ${effect.atMs}` : `escalate ${effect.reason}`;
  });

describe("a service level", () => {
  it("takes the lead from whoever makes no contact in time, at the very moment and not before", () => {
    const early = last(tell(desk({ withinMs: 10 }), three, woken(9)));
    expect([early.refusal?.rule, holderOf(early.decision)]).toStrictEqual(["not-due", "ann"]);
    const [, due] = tell(desk({ withinMs: 10 }), three, woken(10)) as [Outcome, Outcome];
    expect(due.decision).toMatchObject({
      repId: "bob",
      sinceMs: 10,
      dueAtMs: 20,
      wakeAtMs: 20,
      lapses: 1,
      tried: ["ann"],
    });
    expect(told(due)).toStrictEqual(["withdrawn ann", "assigned bob", "wake 20"]);
  });

  it("ends with first contact", () => {
    const worked = tell(desk({ withinMs: 10 }), three, { type: "worked", repId: "ann", atMs: 9 }, woken(10));
    expect(worked[1]?.decision).toMatchObject({ workedAtMs: 9, dueAtMs: 10 });
    expect([wakeAtMsOf(last(worked).decision), last(worked).refusal?.rule]).toStrictEqual([
      undefined,
      "not-waiting",
    ]);
  });

  it("takes a late first contact that is told before the lapse, and refuses a timely one that is told after it", () => {
    const contact = (atMs: number): Told => ({ type: "worked", repId: "ann", atMs });
    const late = tell(desk({ withinMs: 10 }), three, contact(12), woken(13));
    expect(holders(late)).toStrictEqual(["ann", "ann", "ann"]);
    expect(last(late).decision).toMatchObject({ workedAtMs: 12, dueAtMs: 10 });
    const after = last(tell(desk({ withinMs: 10 }), three, woken(13), contact(9)));
    expect([after.refusal?.rule, holderOf(after.decision)]).toStrictEqual(["not-holder", "bob"]);
    const unnamed = last(tell(desk({ withinMs: 10 }), three, woken(13), { type: "worked", atMs: 9 }));
    expect(unnamed.decision).toMatchObject({ repId: "bob", workedAtMs: 13 });
  });

  it("reminds the holder, as often as asked, and leaves out what would come before the lead", () => {
    const strategy = desk({ withinMs: 10, remindBeforeMs: [2, 30, 6, 10] });
    const all = tell(strategy, three, woken(3), woken(4), woken(7), woken(8), woken(10));
    expect(all.map(told)).toStrictEqual([
      ["assigned ann", "wake 4"],
      [],
      ["reminded ann", "wake 8"],
      [],
      ["reminded ann", "wake 10"],
      ["withdrawn ann", "assigned bob", "wake 14"],
    ]);
    expect(all[4]?.decision).toMatchObject({ reminded: 2, sinceMs: 0, dueAtMs: 10 });
    expect(last(all).decision).not.toHaveProperty("reminded");
  });

  it("reminds once where the host comes back after two reminders", () => {
    const [, reminded] = tell(desk({ withinMs: 10, remindBeforeMs: [6, 2] }), three, woken(9));
    expect(reminded?.decision).toMatchObject({ reminded: 1, wakeAtMs: 10 });
  });

  it("begins anew for whoever gets the lead by hand", () => {
    const moved = last(tell(desk({ withinMs: 10 }), three, { type: "reassigned", to: "cyd", atMs: 7 }));
    expect(moved.decision).toMatchObject({ repId: "cyd", dueAtMs: 17, wakeAtMs: 17 });
  });

  it("begins with the yes to an offer, and offers the lead on", () => {
    const strategy = desk({ withinMs: 10 }, cascade({ answerMs: 5 }));
    const yes: Told = { type: "accepted", repId: "ann", atMs: 3 };
    const [asked, taken, lapsed] = tell(strategy, two, yes, woken(13)) as [Outcome, Outcome, Outcome];
    expect(wakeAtMsOf(asked.decision)).toBe(5);
    expect(taken.decision).toMatchObject({ repId: "ann", dueAtMs: 13 });
    expect(lapsed.decision).toMatchObject({ status: "offered", offers: [{ repId: "bob" }], lapses: 1 });
  });
});

describe("whoever was silent", () => {
  it("is not dealt the lead again while somebody else may have it", () => {
    const all = tell(desk({ withinMs: 10 }), three, woken(10), woken(20), woken(30), woken(40));
    expect(holders(all)).toStrictEqual(["ann", "bob", "cyd", "cyd", "cyd"]);
    const onlyTheLast = tell(desk({ withinMs: 10, barLast: 1 }), three, woken(10), woken(20), woken(30));
    expect(new Set(holders(onlyTheLast.slice(0, 3)))).toStrictEqual(new Set(["ann", "bob", "cyd"]));
    expect(holderOf(last(onlyTheLast).decision)).not.toBe("cyd");
    expect(last(onlyTheLast).decision.tried).toStrictEqual(["cyd"]);
  });

  it("keeps the lead, is reminded and has the same time again where nobody else may have it", () => {
    const [, kept, again] = tell(desk({ withinMs: 10 }), alone, woken(10), woken(20)) as readonly Outcome[];
    expect(kept?.decision).toMatchObject({ repId: "ann", sinceMs: 0, dueAtMs: 20, reminded: 1, lapses: 1 });
    expect(kept?.decision).not.toHaveProperty("tried");
    expect(told(kept as Outcome)).toStrictEqual(["reminded ann", "wake 20"]);
    expect(again?.decision).toMatchObject({ repId: "ann", dueAtMs: 30, reminded: 2, lapses: 2 });
  });

  it("loses it all the same if that is asked for", () => {
    const [, left] = tell(desk({ withinMs: 10, onlyOneLeft: "unassigned" }), alone, woken(10));
    expect(left?.decision).toMatchObject({ status: "unassigned", reason: "nobody-else", tried: ["ann"] });
    expect(told(left as Outcome)).toStrictEqual(["withdrawn ann", "escalate nobody-else"]);
  });

  it.each<readonly [string, readonly Rep[]]>([
    ["left the roster", []],
    ["works no more", [{ id: "ann", active: false }]],
  ])("loses it where it %s", (_, reps) => {
    const strategy = desk({ withinMs: 10 });
    const { decision, state } = unwrap(strategy(lead, alone, start));
    const event: LeadEvent = { id: "e1", type: "woken", atMs: 10 };
    const after = unwrap(strategy.respond(lead, decision, event, { reps }, state));
    expect(after.decision).toMatchObject({ status: "unassigned" });
  });

  it("keeps it though a filter leaves it out by now", () => {
    const strategy = desk({ withinMs: 10 });
    const { decision, state } = unwrap(strategy(lead, alone, start));
    const away: Roster = { reps: [{ id: "ann", presence: "away" }] };
    const event: LeadEvent = { id: "e1", type: "woken", atMs: 10 };
    expect(unwrap(strategy.respond(lead, decision, event, away, state)).decision).toMatchObject({
      repId: "ann",
      dueAtMs: 20,
    });
  });

  it("loses it where a filter has the lead wait", () => {
    const hours = duringHours(
      { timeZone: "UTC", hours: [{ days: [4], from: "00:00", to: "00:01" }] },
      { whenShut: "park" },
    );
    const shut = last(tell(desk({ withinMs: MINUTE_MS }, assign(), [hours]), two, woken(MINUTE_MS)));
    expect(shut.decision).toMatchObject({ status: "parked", reason: "outside-hours", lapses: 1 });
  });

  it("is looked at by somebody after so many times", () => {
    const strategy = desk({ withinMs: 10, mostLapses: 2 });
    const all = tell(
      strategy,
      three,
      woken(10),
      woken(20),
      { type: "reassigned", to: "cyd", atMs: 30 },
      woken(40),
    );
    expect(all[2]?.decision).toMatchObject({ status: "unassigned", reason: "no-contact", lapses: 2 });
    expect(told(all[2] as Outcome)).toStrictEqual(["withdrawn bob", "escalate no-contact"]);
    expect(last(all).decision).toMatchObject({ status: "unassigned", reason: "no-contact", lapses: 3 });
  });

  it("stays charged, or gets the price back", () => {
    const creditOfAnn = (lapsed: "counts" | "givesBack") =>
      last(tell(desk({ withinMs: 10, policy: { lapsed } }), two, woken(10))).state.ledgers[0]?.credits[0];
    const once = (unwrap(desk({ withinMs: 10 })(lead, two, start)).state.ledgers[0]?.credits[0] ??
      0) as number;
    const lapsedShare = -once;
    expect(creditOfAnn("counts")).toBe(once);
    expect(creditOfAnn("givesBack")).toBe(lapsedShare);
  });
});

describe("a time in working minutes", () => {
  const office: Roster = {
    schedules: {
      desk: { timeZone: "Europe/Warsaw", hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }] },
    },
    reps: [{ id: "ann", schedule: { like: "desk" } }],
  };
  const friday = Date.parse("2026-01-09T15:30Z");
  const strategy = desk({ withinWorkingMinutes: 40, remindBeforeMs: [5 * MINUTE_MS] });
  const dueFor = (roster: Roster) => {
    const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: friday }, roster, start));
    return decision.status === "assigned" ? [decision.dueAtMs, decision.wakeAtMs] : decision.status;
  };

  it("goes by the holder's own hours, those of its team filled in", () => {
    const monday = Date.parse("2026-01-12T08:10Z");
    expect(dueFor(office)).toStrictEqual([monday, monday - 5 * MINUTE_MS]);
  });

  it("goes by the clock for whoever works all the time, and for whoever never works again", () => {
    const inForty = friday + 40 * MINUTE_MS;
    expect(dueFor(alone)).toStrictEqual([inForty, inForty - 5 * MINUTE_MS]);
    const lastMinutes = {
      timeZone: "UTC",
      hours: [],
      dates: [{ date: "2026-01-09", hours: [{ from: "15:00", to: "15:40" }] }],
    };
    expect(dueFor({ reps: [{ id: "ann", schedule: lastMinutes }] })).toStrictEqual([
      inForty,
      inForty - 5 * MINUTE_MS,
    ]);
  });

  it("goes by the hours of the next holder after a lapse, and of whom a manager names", () => {
    const both: Roster = { ...office, reps: [...office.reps, { id: "zoe" }] };
    const given = unwrap(strategy({ id: "l1", receivedAtMs: friday }, both, start));
    const event: LeadEvent = { id: "e1", type: "reassigned", to: "zoe", atMs: friday + 1 };
    const moved = unwrap(
      strategy.respond({ id: "l1", receivedAtMs: friday }, given.decision, event, both, given.state),
    );
    expect(moved.decision).toMatchObject({ repId: "zoe", dueAtMs: friday + 1 + 40 * MINUTE_MS });
  });
});

describe("a service level around a delivery of somebody else", () => {
  const plain: Delivery = {
    name: "plain",
    start: ({ ranking }) => ({ status: "assigned", repId: ranking().at(0)?.id ?? "", counts: true }),
    nobody: () => ({ status: "parked", reason: "nobody", wakeAtMs: 50 }),
    on: () => ({ rule: "never", reason: "answers nothing" }),
  };

  it("waits for first contact, and passes on what the delivery refuses", () => {
    const [given, refused] = tell(desk({ withinMs: 10 }, plain), two, woken(10)) as [Outcome, Outcome];
    expect(given.decision).toMatchObject({ repId: "ann", dueAtMs: 10 });
    expect(refused.refusal?.rule).toBe("never");
  });

  it("leaves alone what it does with a lead that nobody may have", () => {
    const { decision } = unwrap(desk({ withinMs: 10 }, plain)(lead, { reps: [] }, start));
    expect(decision).toMatchObject({ status: "parked", reason: "nobody", wakeAtMs: 50 });
    expect(unwrap(desk({ withinMs: 10 })(lead, { reps: [] }, start)).decision).toMatchObject({
      status: "unassigned",
      reason: "empty-roster",
    });
  });

  it("begins no new time for a holder who keeps the lead", () => {
    const keeping: Delivery = {
      ...plain,
      on: ({ decision }) => ({
        place: () => ({
          status: "assigned",
          repId: holderOf(decision) ?? "",
          counts: false,
          byHand: "approved",
        }),
      }),
    };
    const [, kept] = tell(desk({ withinMs: 10 }, keeping), two, { type: "updated", atMs: 4 });
    expect(kept?.decision).toMatchObject({ repId: "ann", dueAtMs: 10, byHand: "approved" });
  });

  it.each<readonly [string, Move]>([
    ["is booked for it anew", { place: () => ({ status: "assigned", repId: "ann", counts: true }) }],
    [
      "is paid back for it and has it by hand",
      {
        refund: { repId: "ann", price: 1, mostPerRep: 10 },
        place: () => ({ status: "assigned", repId: "ann", counts: false }),
      },
    ],
  ])("begins a new time for a holder who %s", (_, move) => {
    const [, after] = tell(desk({ withinMs: 10 }, { ...plain, on: () => move }), two, {
      type: "updated",
      atMs: 4,
    });
    expect(after?.decision).toMatchObject({ repId: "ann", sinceMs: 4, dueAtMs: 14 });
  });

  it("begins a time for whoever the delivery names where it finds nobody", () => {
    const move: Move = {
      place: () => ({ status: "unassigned", reason: "nobody-else" }),
      ifNobody: { place: () => ({ status: "assigned", repId: "bob", counts: false }) },
    };
    const [, after] = tell(desk({ withinMs: 10 }, { ...plain, on: () => move }), two, {
      type: "updated",
      atMs: 4,
    });
    expect(after?.decision).toMatchObject({ repId: "bob", dueAtMs: 14 });
  });

  it("is named in problems, with what the delivery gave", () => {
    const odd: Delivery = { ...plain, on: () => ({ place: () => undefined as never }) };
    const strategy = desk({ withinMs: 10 }, odd);
    const { decision, state } = unwrap(strategy(lead, two, start));
    const result = strategy.respond(lead, decision, { id: "e1", type: "updated", atMs: 4 }, two, state);
    expect(result._tag === "Left" && result.left[0]?.path.slice(0, 3)).toStrictEqual([
      "strategy",
      "delivery",
      "serviceLevel",
    ]);
  });
});

describe("a strategy that changes", () => {
  const event: LeadEvent = { id: "e1", type: "woken", atMs: 10 };
  const plain = compose({ ledger: "desk", filters: [available()], selector: rotation() });

  it("no longer waits for first contact once it has no service level", () => {
    const { decision, state } = unwrap(desk({ withinMs: 10 })(lead, two, start));
    const after = unwrap(plain.respond(lead, decision, event, two, state));
    expect([after.refusal?.rule, after.decision]).toStrictEqual(["not-waiting", decision]);
  });

  it("leaves those without a time as they are once it has one", () => {
    const { decision, state } = unwrap(plain(lead, two, start));
    const after = unwrap(desk({ withinMs: 10 }).respond(lead, decision, event, two, state));
    expect([after.refusal?.rule, after.decision]).toStrictEqual(["not-waiting", decision]);
  });

  it("has another fingerprint for every option, and for another delivery inside", () => {
    const kinds: readonly Strategy[] = [
      plain,
      desk({ withinMs: 10 }),
      desk({ withinMs: 11 }),
      desk({ withinWorkingMinutes: 10 }),
      desk({ withinMs: 10, remindBeforeMs: [1] }),
      desk({ withinMs: 10, barLast: 1 }),
      desk({ withinMs: 10, onlyOneLeft: "unassigned" }),
      desk({ withinMs: 10, mostLapses: 1 }),
      desk({ withinMs: 10, policy: { lapsed: "givesBack" } }),
      desk({ withinMs: 10 }, assign({ refundsPerRep: 1 })),
      desk({ withinMs: 10 }, cascade({ answerMs: 1 })),
    ];
    expect(new Set(kinds.map(({ fingerprint }) => fingerprint)).size).toBe(kinds.length);
  });
});

describe("what means nothing", () => {
  it.each<readonly [unknown, string]>([
    [undefined, "serviceLevel: needs options, with withinMs"],
    [{}, "serviceLevel: needs withinMs or withinWorkingMinutes, and not both"],
    [
      { withinMs: 1, withinWorkingMinutes: 1 },
      "serviceLevel: needs withinMs or withinWorkingMinutes, and not both",
    ],
    [{ withinMs: 0 }, "serviceLevel: withinMs must be a whole number above 0"],
    [{ withinWorkingMinutes: 1.5 }, "serviceLevel: withinWorkingMinutes must be a whole number above 0"],
    [{ withinMs: 1, remindBeforeMs: 5 }, "serviceLevel: remindBeforeMs must be a list"],
    [
      { withinMs: 1, remindBeforeMs: [1, 0] },
      "serviceLevel: remindBeforeMs[1] must be a whole number above 0",
    ],
    [{ withinMs: 1, barLast: 0 }, "serviceLevel: barLast must be a whole number above 0"],
    [{ withinMs: 1, mostLapses: "2" }, "serviceLevel: mostLapses must be a whole number above 0"],
    [{ withinMs: 1, onlyOneLeft: "keep" }, 'serviceLevel: onlyOneLeft must be "again" or "unassigned"'],
    [
      { withinMs: 1, policy: { lapsed: null } },
      'serviceLevel: policy.lapsed must be one of "counts", "givesBack"',
    ],
  ])("is refused: %j", (options, message) => {
    expect(() => serviceLevel(assign(), options as ServiceLevelOptions)).toThrow(new RangeError(message));
  });

  it("is refused in place of a delivery", () => {
    for (const odd of [undefined, assign, {}, { name: "x", start: () => 1 }])
      expect(() => serviceLevel(odd as never, { withinMs: 1 })).toThrow(RangeError);
  });

  it("is a time beyond the moments that can be told apart: none begins", () => {
    const far = 2 ** 60;
    const { decision } = unwrap(desk({ withinMs: 10 })({ id: "l1", receivedAtMs: far }, alone, start));
    expect(wakeAtMsOf(decision as Decision)).toBeUndefined();
  });
});
