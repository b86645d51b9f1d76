import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AvailableOptions,
  available,
  compose,
  emptyState,
  firstOf,
  type Interval,
  type Lead,
  limits,
  type PlaceSet,
  type Rep,
  type Roster,
  rotation,
  type Schedule,
  unwrap,
} from "../../src/index.js";
import { ask } from "../support/ask.js";
import { aSchedule } from "../time/support/aSchedule.js";

const at = (text: string): number => Date.parse(text);

const MINUTE = 60_000;

/** Monday 5 January 2026, 09:00 to 17:00 in Warsaw. */
const warsaw: Schedule = {
  timeZone: "Europe/Warsaw",
  hours: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
};
const OPENS = at("2026-01-05T08:00Z");
const SHUTS = at("2026-01-05T16:00Z");

const asked = (rep: Partial<Rep>, nowMs: number, options?: AvailableOptions) =>
  ask(available(options), {}, rep, { nowMs });

describe("available, by the clock", () => {
  it("keeps a rep from the opening on until the closing", () => {
    const passesAt = (nowMs: number) => asked({ schedule: warsaw }, nowMs).passes;
    expect([OPENS - 1, OPENS, SHUTS - 1, SHUTS].map(passesAt)).toStrictEqual([false, true, true, false]);
  });

  it("says until when the hours are shut", () => {
    expect(asked({ schedule: warsaw }, OPENS - 1)).toStrictEqual({
      passes: false,
      reason: "is outside working hours until 2026-01-05 08:00 UTC",
      has: { timeZone: "Europe/Warsaw", opensMs: OPENS },
      wants: OPENS - 1,
      untilMs: OPENS,
    });
    expect(asked({ schedule: { timeZone: "UTC", hours: [] } }, 5)).toStrictEqual({
      passes: false,
      reason: "is outside working hours until further notice",
      has: { timeZone: "UTC", opensMs: null },
      wants: 5,
    });
  });

  it("says until when a rep is off, as long as that and shut hours follow each other", () => {
    const until = (rep: Partial<Rep>, nowMs = 5) => {
      const answer = asked(rep, nowMs);
      return answer.passes ? undefined : answer.untilMs;
    };
    const off = (fromMs: number, toMs: number): Interval => ({ fromMs, toMs });
    expect(until({ timeOff: [off(0, 10)] })).toBe(10);
    expect(until({ timeOff: [off(0, 10), off(10, 20), off(21, 30)] })).toBe(20);
    expect(until({ timeOff: [off(0, at("2026-01-04T12:00Z"))], schedule: warsaw })).toBe(OPENS);
    expect(until({ timeOff: [off(0, OPENS + 7)], schedule: warsaw })).toBe(OPENS + 7);
    expect(until({ timeOff: [off(OPENS, SHUTS)], schedule: warsaw }, OPENS - 1)).toBe(
      at("2026-01-06T08:00Z"),
    );
    expect(until({ timeOff: [off(0, 10)], schedule: { timeZone: "UTC", hours: [] } })).toBe(10);
    expect(until({ timeOff: [off(0, Date.UTC(10_000, 0))] })).toBe(undefined);
    expect(until({ active: false, timeOff: [off(0, 10)] })).toBe(undefined);
    expect(until({ presence: "away", schedule: warsaw })).toBe(undefined);
  });

  it("speaks of time off before hours, and of presence before both", () => {
    const rep = { schedule: warsaw, timeOff: [{ fromMs: 0, toMs: OPENS - 5 }] };
    expect(asked(rep, 3)).toMatchObject({
      reason: "is on time off until 2026-01-05 07:59 UTC",
      untilMs: OPENS,
    });
    expect(asked({ ...rep, presence: "away" }, 3)).toMatchObject({ reason: "is away" });
  });
});

describe("available, before and after time off", () => {
  const options = { beforeLeaveMs: 10 * MINUTE, afterLeaveMs: 5 * MINUTE };
  const [from, to] = [OPENS, OPENS + 60 * MINUTE];
  const timeOff = [{ fromMs: from, toMs: to }];
  const reasonAt = (nowMs: number) => asked({ timeOff }, nowMs, options).reason;

  it("leaves a rep out from so long before until so long after", () => {
    const moments = [from - 10 * MINUTE - 1, from - 10 * MINUTE, to + 5 * MINUTE - 1, to + 5 * MINUTE];
    expect(moments.map((nowMs) => asked({ timeOff }, nowMs, options).passes)).toStrictEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it("says what it is, and until when", () => {
    expect(reasonAt(from - 1)).toBe("is about to go on time off until 2026-01-05 09:00 UTC");
    expect(reasonAt(from)).toBe("is on time off until 2026-01-05 09:00 UTC");
    expect(reasonAt(to - 1)).toBe("is on time off until 2026-01-05 09:00 UTC");
    expect(reasonAt(to)).toBe("is just back from time off, and has no leads until 2026-01-05 09:05 UTC");
    expect(asked({ timeOff }, from - 1, options)).toMatchObject({
      has: { fromMs: from, toMs: to },
      wants: from - 1,
      untilMs: to + 5 * MINUTE,
    });
  });

  it("takes a time off that ends before it begins for none", () => {
    const none = [{ fromMs: 100, toMs: 100 }];
    for (const nowMs of [95, 100, 105]) expect(asked({ timeOff: none }, nowMs, options).passes).toBe(true);
  });
});

describe("when nobody is at work", () => {
  const lead = (receivedAtMs: number): Lead => ({ id: "l1", receivedAtMs });
  const roster: Roster = {
    reps: [
      { id: "ann", schedule: { like: "day" } },
      { id: "bob", schedule: { like: "day" }, timeOff: [{ fromMs: OPENS, toMs: SHUTS }] },
      { id: "cyd", presence: "away" },
    ],
    schedules: { day: warsaw },
  };
  const desk = (options?: AvailableOptions, ledger = "desk") =>
    compose({ ledger, filters: [available(options)], selector: rotation() });
  const state = emptyState({ seed: "s" });
  const decided = (options: AvailableOptions | undefined, nowMs: number, given = roster) =>
    unwrap(desk(options)(lead(nowMs), given, state)).decision;

  it("nobody has the lead, where nothing is said", () => {
    expect(decided(undefined, OPENS - 1)).toMatchObject({ status: "unassigned", reason: "all-left-out" });
    expect(decided(undefined, OPENS)).toMatchObject({ status: "assigned", repId: "ann" });
  });

  it("the lead waits for the first opening, and is dealt then", () => {
    const park: AvailableOptions = { whenNobodyAtWork: "park" };
    const { decision, state: after } = unwrap(desk(park)(lead(OPENS - 5), roster, state));
    expect(decision).toMatchObject({ status: "parked", reason: "nobody-at-work", wakeAtMs: OPENS });
    const event = { id: "e1", type: "woken", atMs: OPENS } as const;
    const woken = unwrap(desk(park).respond(lead(OPENS - 5), decision, event, roster, after));
    expect(woken.decision).toMatchObject({ status: "assigned", repId: "ann" });
  });

  it("a lead does not wait for somebody at work where everybody is, and full", () => {
    const full: Roster = { reps: [{ id: "ann", limits: [{ most: 1, per: "day" }] }] };
    const filters = [available({ whenNobodyAtWork: "park" }), limits()];
    const both = compose({ ledger: "desk", filters, selector: rotation() });
    const { state: after } = unwrap(both(lead(OPENS), full, state));
    const second = { ...lead(OPENS), id: "l2" };
    expect(unwrap(both(second, full, after)).decision).toMatchObject({ status: "unassigned" });
  });

  it("a lead does not wait where nobody knows for whom", () => {
    const park: AvailableOptions = { whenNobodyAtWork: "park" };
    const away: Roster = { reps: [{ id: "cyd", presence: "away" }] };
    expect(decided(park, OPENS - 5, away)).toMatchObject({ status: "unassigned" });
    expect(decided(park, OPENS - 5, { reps: [] })).toMatchObject({
      status: "unassigned",
      reason: "empty-roster",
    });
    const never: Roster = { reps: [{ id: "ann", schedule: { timeZone: "UTC", hours: [] } }] };
    expect(decided(park, OPENS - 5, never)).toMatchObject({ status: "unassigned" });
  });

  it("those whom only their hours keep away have it, after whoever is there", () => {
    const ignore: AvailableOptions = { whenNobodyAtWork: "ignoreHours" };
    expect(decided(ignore, OPENS - 1)).toMatchObject({ status: "assigned", candidates: 2 });
    expect(decided(ignore, OPENS)).toMatchObject({ repId: "ann", candidates: 1 });
    expect(decided(ignore, SHUTS - 1)).toMatchObject({ repId: "ann", candidates: 1 });
    expect(asked({ schedule: warsaw }, OPENS - 1, ignore)).toStrictEqual({
      passes: true,
      rank: 1,
      reason: "is outside working hours until 2026-01-05 08:00 UTC",
    });
    const off = { schedule: warsaw, timeOff: [{ fromMs: 0, toMs: OPENS }] };
    expect(asked(off, 5, ignore)).toMatchObject({ passes: false, untilMs: OPENS });
    expect(asked({ ...off, timeOff: [{ fromMs: 0, toMs: 9 }] }, 5, ignore)).toMatchObject({ untilMs: 9 });
    expect(asked({ schedule: warsaw, active: false }, 5, ignore).passes).toBe(false);
  });

  it("the lead spills over to the next alternative", () => {
    const night = { id: "dee" };
    const spill = firstOf([
      { name: "day", strategy: desk() },
      { name: "rest", strategy: compose({ ledger: "rest", filters: [], selector: rotation() }) },
    ]);
    const pathAt = (nowMs: number) =>
      unwrap(spill(lead(nowMs), { ...roster, reps: [...roster.reps, { ...night, active: false }] }, state))
        .decision.path;
    expect([pathAt(OPENS - 1), pathAt(OPENS)]).toStrictEqual([["rest"], ["day"]]);
  });
});

describe("the options of available", () => {
  it("stand in the fingerprint where they say something, and only there", () => {
    expect(available().literals).toBe(undefined);
    expect(available({}).literals).toBe(undefined);
    expect(available({ beforeLeaveMs: 0, afterLeaveMs: 0, whenNobodyAtWork: "exclude" }).literals).toBe(
      undefined,
    );
    expect(available({ beforeLeaveMs: 1, whenNobodyAtWork: "park" }).literals).toStrictEqual({
      beforeLeaveMs: 1,
      whenNobodyAtWork: "park",
    });
    expect(available().hold).toBe(undefined);
  });

  it("are refused where they are none", () => {
    const lengths = "available: beforeLeaveMs and afterLeaveMs must be whole numbers, not negative";
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "1" as never]) {
      expect(() => available({ beforeLeaveMs: bad })).toThrow(new RangeError(lengths));
      expect(() => available({ afterLeaveMs: bad })).toThrow(new RangeError(lengths));
    }
    expect(() => available({ whenNobodyAtWork: "wait" as never })).toThrow(
      new RangeError('available: whenNobodyAtWork must be "exclude", "park" or "ignoreHours"'),
    );
    expect(() => available(null as never)).toThrow(
      new RangeError("available: the options must be an object"),
    );
  });
});

describe("a roster as a whole", () => {
  const BEGIN = Date.UTC(2025, 2);
  const aMoment = fc.integer({ min: BEGIN, max: BEGIN + 40 * 86_400_000 });
  const aRep = fc.record(
    {
      schedule: fc
        .constantFrom("UTC", "Europe/Warsaw", "America/New_York")
        .chain((zone) => aSchedule(zone, 2025, 2025)),
      timeOff: fc.array(
        fc.tuple(aMoment, fc.integer({ min: 0, max: 5 * 86_400_000 })).map(([fromMs, length]) => ({
          fromMs,
          toMs: fromMs + length,
        })),
        { maxLength: 2 },
      ),
      active: fc.constantFrom(true, true, false),
    },
    { requiredKeys: [] },
  );

  it.each<[string, AvailableOptions]>([
    ["nothing", {}],
    ["buffers around times off", { beforeLeaveMs: 3_600_000, afterLeaveMs: 7_200_000 }],
    ["hours that only order", { whenNobodyAtWork: "ignoreHours" }],
  ])("is known as it is rep by rep, at moments in any order, with %s", (_, options) => {
    const filter = available(options);
    fc.assert(
      fc.property(
        fc.array(aRep, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(1, 1, 20),
        fc.array(aMoment, { minLength: 1, maxLength: 12 }),
        (kinds, copies, moments) => {
          const reps = Array.from({ length: copies }, () => kinds)
            .flat()
            .map((rep, i): Rep => ({ ...structuredClone(rep), id: String(i) }));
          const index = filter.index?.(reps);
          for (const nowMs of moments) {
            const sets = index?.({ lead: { id: "l1", receivedAtMs: 0 }, nowMs }) ?? [];
            reps.forEach((rep, place) => {
              const holds = (set: PlaceSet) => ((set[place >> 5] as number) & (1 << (place & 31))) !== 0;
              const rank = sets.find(({ places }) => holds(places))?.rank;
              const answer = ask(filter, {}, rep, { nowMs });
              expect(rank).toBe(answer.passes ? answer.rank : undefined);
              if (!answer.passes && answer.untilMs !== undefined) {
                expect(answer.untilMs).toBeGreaterThan(nowMs);
                expect(ask(filter, {}, rep, { nowMs: answer.untilMs - 1 }).passes).toBe(false);
                const then = ask(filter, {}, rep, { nowMs: answer.untilMs });
                if (!then.passes) expect(then.reason).toMatch(/until further notice$/);
              }
            });
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it("knows one among many who opens and shuts alone", () => {
    const reps = Array.from(
      { length: 70 },
      (_, i): Rep => ({ id: String(i), ...(i === 40 && { schedule: warsaw }) }),
    );
    const index = available().index?.(reps);
    const isThere = (nowMs: number) =>
      ((index?.({ lead: { id: "l1", receivedAtMs: 0 }, nowMs })?.[0]?.places[1] ?? 0) & (1 << 8)) !== 0;
    expect([OPENS - 1, OPENS, SHUTS, OPENS].map(isThere)).toStrictEqual([false, true, false, true]);
  });

  it("asks no schedule again while none opens or shuts", () => {
    let reads = 0;
    const hours = new Proxy(warsaw.hours as object, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key);
      },
    }) as NonNullable<Schedule["hours"]>;
    const index = available().index?.([{ id: "ann", schedule: { timeZone: "Europe/Warsaw", hours } }]);
    const answerAt = (nowMs: number) =>
      index?.({ lead: { id: "l1", receivedAtMs: 0 }, nowMs })?.[0]?.places[0];
    expect([OPENS - 1, OPENS, SHUTS - 1, SHUTS].map(answerAt)).toStrictEqual([0, 1, 1, 0]);
    const before = reads;
    for (let i = 0; i < 1000; i += 1) answerAt(OPENS + i * MINUTE);
    expect(reads).toBe(before);
  });
});
