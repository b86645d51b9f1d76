import fc from "fast-check";
import { left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  capacity,
  cascade,
  compose,
  type Decision,
  type Drained,
  drain,
  emptyState,
  explanationText,
  type Filter,
  firstOf,
  formatProblems,
  holderOf,
  type Lead,
  owner,
  type Roster,
  rotation,
  type State,
  type StoredLead,
  type Strategy,
  unwrap,
  weighted,
  where,
} from "../../src/index.js";
import { aLead, aRoster } from "../../src/testing/index.js";
import { insistCounters } from "../../src/testing/laws/counters.js";

const start = emptyState({ seed: "s" });

/** Closed until `opensAtMs`, the same for everybody; leads wait for it. */
const hours = (opensAtMs: number): Filter => ({
  name: "hours",
  literals: { opensAtMs },
  test: ({ nowMs }) =>
    nowMs < opensAtMs
      ? { passes: false, reason: "is closed", untilMs: opensAtMs }
      : { passes: true, rank: 0 },
  hold: ({ earliestMs }) => {
    const wakeAtMs = earliestMs();
    return wakeAtMs === undefined ? undefined : { reason: "closed", wakeAtMs };
  },
});

const desk = compose({ ledger: "desk", filters: [available(), capacity()], selector: rotation() });

const strategies: readonly (readonly [string, Strategy])[] = [
  ["a desk without hours", desk],
  [
    "a desk with hours",
    compose({ ledger: "desk", filters: [hours(5), available(), capacity()], selector: weighted() }),
  ],
  [
    "a desk whose leads wait for their owner",
    compose({
      ledger: "desk",
      filters: [owner({ whenAway: { retryMs: 2, mostMs: 9 } }), available(), capacity()],
      selector: rotation(),
    }),
  ],
  [
    "offers, aside when nobody accepts",
    compose({
      ledger: "desk",
      filters: [available(), capacity()],
      selector: weighted(),
      delivery: cascade({ answerMs: 2, atOnce: 2, whenNobody: { parkForMs: 4 } }),
    }),
  ],
  [
    "spill-over",
    firstOf([
      { name: "desk", strategy: desk },
      {
        name: "late",
        strategy: compose({ ledger: "late", filters: [hours(5), capacity()], selector: rotation() }),
      },
    ]),
  ],
];

/** Decides the leads in this order at this moment, each from the state that the one before left. */
const decided = (
  strategy: Strategy,
  leads: readonly Lead[],
  roster: Roster,
  state: State,
  nowMs: number,
): { readonly waiting: readonly StoredLead[]; readonly state: State } => {
  const waiting: StoredLead[] = [];
  let now = state;
  for (const lead of leads) {
    const outcome = unwrap(strategy(lead, roster, now, { nowMs }));
    now = outcome.state;
    waiting.push({ lead, decision: outcome.decision });
  }
  return { waiting, state: now };
};

const NONE: Roster = { reps: [] };

/** Leads that nobody has, of these fields. */
const unassigned = (...leads: readonly Partial<Lead>[]): readonly StoredLead[] =>
  decided(
    desk,
    leads.map((lead, i) => ({ id: `l${i}`, receivedAtMs: 0, ...lead })),
    NONE,
    start,
    0,
  ).waiting;

const order = ({ outcomes }: Drained): readonly string[] => outcomes.map(({ leadId }) => leadId);

const statuses = ({ outcomes }: Drained): readonly string[] =>
  outcomes.map(({ leadId, outcome }) => `${leadId} ${outcome.decision.status}`);

const drained = (
  waiting: readonly StoredLead[],
  roster: Roster = NONE,
  first: "oldest" | "best" = "oldest",
): Drained => unwrap(drain(desk, waiting, roster, start, { nowMs: 10, first }));

/** The list after a draining, in another order. */
const after = (waiting: readonly StoredLead[], { outcomes }: Drained): readonly StoredLead[] => {
  const leads = new Map(waiting.map(({ lead }) => [lead.id, lead]));
  return [...outcomes]
    .reverse()
    .map(({ leadId, outcome: { decision } }) => ({ lead: leads.get(leadId) as Lead, decision }));
};

describe("the order of leads that wait", () => {
  it("is by when they came in, then by id, for the oldest first", () => {
    const waiting = unassigned(
      { id: "b", receivedAtMs: 2 },
      { id: "c", receivedAtMs: 1 },
      { id: "a", receivedAtMs: 2 },
    );
    expect(order(drained(waiting))).toStrictEqual(["c", "a", "b"]);
  });

  it("is by temperature, score and value, what says none last, then the oldest, for the best first", () => {
    const waiting = unassigned(
      { id: "unsaid", score: 1, value: 9 },
      { id: "cold", temperature: "cold", score: 1 },
      { id: "hot", temperature: "hot" },
      { id: "hot of value", temperature: "hot", value: 0 },
      { id: "hot of score 0", temperature: "hot", score: 0, receivedAtMs: 9 },
      { id: "hot and good", temperature: "hot", score: 0.5 },
      { id: "hot and better", temperature: "hot", score: 0.75, receivedAtMs: 7 },
      { id: "hot, better, older", temperature: "hot", score: 0.75, receivedAtMs: 6 },
      { id: "warm", temperature: "warm" },
      { id: "b" },
      { id: "a" },
    );
    expect(order(drained(waiting, NONE, "best"))).toStrictEqual([
      "hot, better, older",
      "hot and better",
      "hot and good",
      "hot of score 0",
      "hot of value",
      "hot",
      "warm",
      "cold",
      "unsaid",
      "a",
      "b",
    ]);
  });
});

describe("draining", () => {
  it("gives what there is room for to the first, and leaves the rest waiting", () => {
    const waiting = unassigned({}, { temperature: "hot" }, {});
    const roster = { reps: [{ id: "ann", capacity: 2 }] };
    expect(statuses(drained(waiting, roster))).toStrictEqual(["l0 assigned", "l1 assigned", "l2 unassigned"]);
    expect(statuses(drained(waiting, roster, "best"))).toStrictEqual([
      "l1 assigned",
      "l0 assigned",
      "l2 unassigned",
    ]);
  });

  it("keeps the very decision of a lead that nobody may have still, whatever leaves whom out by now", () => {
    const waiting = unassigned({}, {});
    const { outcomes, state } = drained(waiting, { reps: [{ id: "ann", presence: "away" }] });
    outcomes.forEach(({ outcome }, i) => {
      expect(outcome).toStrictEqual({ decision: waiting[i]?.decision, effects: [] });
      expect(outcome.decision).toBe(waiting[i]?.decision);
    });
    expect(state).toBe(start);
  });

  it("does nothing with nobody waiting", () => {
    expect(drained([])).toStrictEqual({ outcomes: [], state: start });
    expect(drained([]).state).toBe(start);
  });

  it("leaves alone what does not wait to be given out, and says so", () => {
    const held = unwrap(desk({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, start));
    const asking = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: cascade({ answerMs: 3 }),
    });
    const asked = unwrap(asking({ id: "l2", receivedAtMs: 0 }, { reps: [{ id: "ann" }] }, held.state));
    const waiting = [held, asked].map(({ decision }) => ({
      lead: { id: decision.leadId, receivedAtMs: 0 },
      decision,
    }));
    const { outcomes, state } = unwrap(
      drain(asking, waiting, { reps: [{ id: "bob" }] }, asked.state, { nowMs: 10, first: "oldest" }),
    );
    expect(outcomes.map(({ outcome }) => outcome.refusal?.rule)).toStrictEqual([
      "not-waiting",
      "not-waiting",
    ]);
    expect(outcomes.map(({ outcome }) => outcome.decision)).toStrictEqual([held.decision, asked.decision]);
    expect(state).toBe(asked.state);
  });

  it("asks all alternatives again about a lead that nobody has, and one alone about a lead that it put aside", () => {
    const [, spill] = strategies[4] as (typeof strategies)[4];
    const away = { reps: [{ id: "ann", capacity: 0 }] };
    const lead = { id: "l1", receivedAtMs: 0 };
    const nobody = unwrap(spill(lead, away, start, { nowMs: 6 })).decision;
    const aside = unwrap(spill({ ...lead, id: "l2" }, away, start, { nowMs: 4 })).decision;
    expect([nobody.status, nobody.path, aside.status]).toStrictEqual(["unassigned", ["late"], "unassigned"]);
    const back = unwrap(
      drain(spill, [{ lead, decision: nobody }], { reps: [{ id: "ann" }] }, start, {
        nowMs: 7,
        first: "best",
      }),
    );
    expect(back.outcomes[0]?.outcome.decision).toMatchObject({ status: "assigned", path: ["desk"] });
  });

  it("books on: the account is that of all leads together", () => {
    const waiting = unassigned({}, {}, {}, {});
    const { outcomes, state } = drained(waiting, { reps: [{ id: "ann" }, { id: "bob" }] });
    expect(outcomes.map(({ outcome }) => holderOf(outcome.decision))).toStrictEqual([
      "ann",
      "bob",
      "ann",
      "bob",
    ]);
    expect([state.version, state.openLeads]).toStrictEqual([4, [2, 2]]);
  });
});

describe("draining what is not good", () => {
  const [one, two] = unassigned({}, {}) as readonly [StoredLead, StoredLead];
  const told = (
    waiting: unknown,
    options: unknown = { nowMs: 0, first: "oldest" },
    given: unknown[] = [],
  ) => {
    const [roster = NONE, state = start] = given;
    const result = drain(
      desk,
      waiting as readonly StoredLead[],
      roster as Roster,
      state as State,
      options as { nowMs: number; first: "best" },
    );
    return result._tag === "Left" ? formatProblems(result.left).split("\n") : [];
  };

  it("names every fault with its entry", () => {
    const waiting = [one, { ...two, lead: { ...two.lead, score: 2 } }, { lead: one.lead }, null];
    expect(told(waiting, { nowMs: -1, first: "newest" })).toStrictEqual([
      "waiting[1].lead.score: must be a number from 0 to 1",
      "waiting[2].decision: is missing",
      "waiting[3]: must be an object",
      "options.nowMs: must be a finite number, not negative",
      'options.first: must be one of "oldest", "best"',
    ]);
    expect(told("l1")).toStrictEqual(["waiting: must be a list"]);
    expect(told([], null)).toStrictEqual(["options: must be an object"]);
  });

  it("refuses a lead that waits twice, and the decision of another", () => {
    expect(told([one, two, one])).toStrictEqual([
      "waiting[2].lead.id: comes twice: it is that of waiting[0] too",
    ]);
    expect(told([{ lead: one.lead, decision: two.decision }])).toStrictEqual([
      "waiting[0].decision.leadId: must be the lead's id",
    ]);
  });

  it("names a roster and a state that are not good, with nobody waiting too", () => {
    expect(told([], undefined, [{ reps: [{ id: 7 }] }, { ...start, version: -1 }])).toStrictEqual([
      "roster.reps[0].id: must be text, and is a number: 7",
      "state.version: must be a whole number, not negative",
    ]);
  });

  it("gives nothing out where one entry fails, and names that entry and the part", () => {
    const fussy: Filter = {
      name: "fussy",
      test: ({ lead }) => {
        if (lead.id === "l1") throw new Error("I do not like it");
        return { passes: true, rank: 0 };
      },
    };
    const strategy = compose({ ledger: "desk", filters: [fussy], selector: rotation() });
    const result = drain(strategy, [two, one], { reps: [{ id: "ann" }] }, start, {
      nowMs: 0,
      first: "oldest",
    });
    expect(result).toMatchObject({ left: [{ path: ["waiting", 0, "strategy", "filters", 0, "fussy"] }] });
  });

  it("names what a strategy refuses of a decision by its entry", () => {
    const parked = {
      ...one.decision,
      status: "parked",
      reason: "later",
      wakeAtMs: 5,
      path: ["gone"],
    } as const;
    const spill = firstOf([{ name: "desk", strategy: desk }]);
    const elsewhere = drain(spill, [{ lead: one.lead, decision: parked }], NONE, start, {
      nowMs: 9,
      first: "oldest",
    });
    expect(elsewhere).toMatchObject({ left: [{ path: ["waiting", 0, "decision", "path", 0] }] });
    const choosy = Object.assign(
      () => left([{ path: ["options", "earlier", "atMs"], message: "is too long ago" }] as const),
      { respond: desk.respond, candidates: desk.candidates, fingerprint: "choosy" },
    ) as unknown as Strategy;
    expect(drain(choosy, [one], NONE, start, { nowMs: 9, first: "oldest" })).toStrictEqual(
      left([{ path: ["waiting", 0, "decision", "atMs"], message: "is too long ago" }]),
    );
  });

  it("answers what cannot be read", () => {
    const trap = new Proxy([one], {
      get: () => {
        throw new Error("not for you");
      },
    });
    expect(told(trap)).toStrictEqual(["waiting: could not be read: Error: not for you"]);
  });
});

/** What a host does without `drain`. */
const byHand = (
  strategy: Strategy,
  waiting: readonly StoredLead[],
  roster: Roster,
  state: State,
  nowMs: number,
): readonly unknown[] => {
  const sorted = [...waiting].sort(
    (a, b) => a.lead.receivedAtMs - b.lead.receivedAtMs || (a.lead.id < b.lead.id ? -1 : 1),
  );
  let now = state;
  const told: unknown[] = [];
  for (const { lead, decision } of sorted) {
    if (decision.status !== "parked" && decision.status !== "unassigned") continue;
    const event = { id: `drain ${nowMs}`, atMs: nowMs, type: "woken", isEarly: true } as const;
    let found: Decision = decision;
    if (found.status === "parked") {
      const woken = unwrap(strategy.respond(lead, found, event, roster, now));
      now = woken.state;
      found = woken.decision;
    }
    if (found.status === "unassigned") {
      const again = unwrap(strategy(lead, roster, now, { nowMs, earlier: found }));
      if (again.decision.status !== "unassigned") {
        now = again.state;
        found = again.decision;
      }
    }
    told.push([lead.id, found]);
  }
  return [...told, now];
};

const IDS = ["ann", "bob", "cyd", "__proto__"];

const aBacklog = fc.record({
  leads: fc
    .array(fc.constant(null), { maxLength: 8 })
    .chain((list) => fc.tuple(...list.map((_, i) => aLead(`${i}`, IDS)))),
  before: aRoster(IDS),
  now: aRoster(IDS),
  decidedAtMs: fc.nat({ max: 6 }),
  passMs: fc.nat({ max: 6 }),
  first: fc.constantFrom("oldest" as const, "best" as const),
});

describe.each(strategies)("%s", (_, strategy) => {
  const runs = 60;

  it("is drained as one would by hand, in whatever order the leads are given", () => {
    fc.assert(
      fc.property(aBacklog, ({ leads, before, now, decidedAtMs, passMs, first }) => {
        const { waiting, state } = decided(strategy, leads, before, start, decidedAtMs);
        const nowMs = decidedAtMs + passMs;
        const all = unwrap(drain(strategy, waiting, now, state, { nowMs, first: "oldest" }));
        const waits = all.outcomes.filter(({ outcome }) => outcome.refusal?.rule !== "not-waiting");
        expect([...waits.map(({ leadId, outcome }) => [leadId, outcome.decision]), all.state]).toStrictEqual(
          byHand(strategy, waiting, now, state, nowMs),
        );
        const reversed = drain(strategy, [...waiting].reverse(), now, state, { nowMs, first });
        expect(reversed).toStrictEqual(drain(strategy, waiting, now, state, { nowMs, first }));
      }),
      { numRuns: runs },
    );
  });

  it("is drained once at a moment: again changes nothing, and counters are what the leads say", () => {
    let given = 0;
    fc.assert(
      fc.property(aBacklog, ({ leads, before, now, decidedAtMs, passMs, first }) => {
        const { waiting, state } = decided(strategy, leads, before, start, decidedAtMs);
        const options = { nowMs: decidedAtMs + passMs, first };
        const once = unwrap(drain(strategy, waiting, now, state, options));
        insistCounters(
          once.state,
          once.outcomes.map(({ outcome }) => outcome.decision),
        );
        given += once.outcomes.filter(({ outcome }) =>
          outcome.effects.some(({ type }) => type === "tell"),
        ).length;
        const stored = after(waiting, once);
        const twice = unwrap(drain(strategy, stored, now, once.state, options));
        expect(twice.state).toBe(once.state);
        const known = new Map(stored.map(({ decision }) => [decision.leadId, decision]));
        for (const { leadId, outcome } of twice.outcomes) {
          expect(outcome.decision).toBe(known.get(leadId));
          expect(outcome.effects).toStrictEqual([]);
        }
      }),
      { numRuns: runs },
    );
    expect(given).toBeGreaterThan(runs / 4);
  });

  it("is never drained beyond what anybody may hold", () => {
    fc.assert(
      fc.property(aBacklog, ({ leads, before, now, decidedAtMs, passMs, first }) => {
        const { waiting, state } = decided(strategy, leads, before, start, decidedAtMs);
        const { state: then } = unwrap(
          drain(strategy, waiting, now, state, { nowMs: decidedAtMs + passMs, first }),
        );
        const held = (of: State, id: string) => {
          const place = of.ids.indexOf(id);
          return (of.openEffort[place] ?? 0) + (of.offeredEffort[place] ?? 0);
        };
        for (const { id, capacity: most = Number.POSITIVE_INFINITY } of now.reps)
          expect(held(then, id)).toBeLessThanOrEqual(Math.max(most, held(state, id)));
      }),
      { numRuns: runs },
    );
  });
});

describe("a desk that is drained now and then", () => {
  it("is fair at every moment, as far as rotation promises, whoever comes and goes", () => {
    const aStep = fc.record({
      isDrained: fc.constantFrom(true, false, false, false),
      present: fc.oneof(fc.constant<string[]>([]), fc.subarray(IDS, { minLength: 1 })),
      capacity: fc.constantFrom(2, 9, 99),
    });
    let given = 0;
    fc.assert(
      fc.property(fc.array(aStep, { maxLength: 60, size: "max" }), (steps) => {
        let state = start;
        let waiting: readonly StoredLead[] = [];
        steps.forEach(({ isDrained, present, capacity: most }, nowMs) => {
          const roster = {
            reps: IDS.map((id) => ({
              id,
              capacity: most,
              ...(present.includes(id) ? {} : { presence: "away" as const }),
            })),
          };
          if (isDrained) {
            const all = unwrap(drain(desk, waiting, roster, state, { nowMs, first: "best" }));
            const left = after(waiting, all).filter(({ decision }) => decision.status === "unassigned");
            given += waiting.length - left.length;
            waiting = left;
            state = all.state;
          } else {
            const lead = { id: `l${nowMs}`, receivedAtMs: nowMs };
            const outcome = unwrap(desk(lead, roster, state));
            if (outcome.decision.status === "unassigned")
              waiting = [...waiting, { lead, decision: outcome.decision }];
            state = outcome.state;
          }
          const bound = ((IDS.length - 1) * CREDITS_PER_LEAD) / 2;
          for (const credit of state.ledgers[0]?.credits ?? [])
            expect(Math.abs(credit)).toBeLessThanOrEqual(bound);
        });
      }),
    );
    expect(given).toBeGreaterThan(500);
  });
});

describe("a lead that the first alternative put aside, and has nobody for when its time has come", () => {
  it("goes to the next at once, and not at the draining after", () => {
    const crm = where("crm", 1, ({ rep }) => rep.id === "ann");
    const late = compose({ ledger: "late", filters: [hours(5), crm, capacity()], selector: rotation() });
    const spill = firstOf([
      { name: "late", strategy: late },
      { name: "anybody", strategy: desk },
    ]);
    const lead = { id: "l1", receivedAtMs: 0 };
    const aside = unwrap(spill(lead, { reps: [{ id: "ann" }] }, start, { nowMs: 1 })).decision;
    expect([aside.status, aside.path]).toStrictEqual(["parked", ["late"]]);
    const waiting = [{ lead, decision: aside }];
    const options = { nowMs: 5, first: "oldest" } as const;
    const others = unwrap(drain(spill, waiting, { reps: [{ id: "bob" }] }, start, options));
    expect(others.outcomes[0]?.outcome.decision).toMatchObject({
      status: "assigned",
      path: ["anybody"],
      revision: 2,
    });
    expect(others.outcomes[0]?.outcome.effects.map(({ type }) => type)).toStrictEqual(["tell"]);
    const nobody = unwrap(drain(spill, waiting, NONE, start, options));
    expect(nobody.outcomes[0]?.outcome.decision).toMatchObject({ status: "unassigned", revision: 1 });
    expect(nobody.outcomes[0]?.outcome.effects.map(({ type }) => type)).toStrictEqual(["escalate"]);
  });
});

describe("a draining that is to be explained", () => {
  it("says of every lead why it goes where it goes, each as of its own turn", () => {
    const roster = { reps: [{ id: "ann", capacity: 1 }] };
    const waiting = unassigned({ id: "l1" }, { id: "l2" });
    const options = { nowMs: 1, first: "oldest", explain: true } as const;
    const { outcomes } = unwrap(drain(desk, waiting, roster, start, options));
    expect(
      outcomes.map(({ outcome }) => outcome.explanation && explanationText(outcome.explanation)),
    ).toStrictEqual([
      "Lead l1 goes to ann.\n1. ann is the only one who may have it.",
      "Lead l2 goes to nobody: everybody is left out.\nann is left out by capacity: holds 1 open lead of 1.",
    ]);
    const silent = unwrap(drain(desk, waiting, roster, start, { nowMs: 1, first: "oldest" }));
    expect(silent.outcomes.some(({ outcome }) => "explanation" in outcome)).toBe(false);
  });
});

describe("10,000 leads that wait", () => {
  it("are each asked about once, and each filter once about each rep", () => {
    let calls = 0;
    let tests = 0;
    const counting: Filter = {
      name: "counting",
      test: () => {
        tests += 1;
        return { passes: true, rank: 0 };
      },
    };
    const inner = compose({ ledger: "desk", filters: [counting, capacity()], selector: rotation() });
    const counted: Strategy = Object.assign(
      (...given: Parameters<Strategy>) => {
        calls += 1;
        return inner(...given);
      },
      { respond: inner.respond, candidates: inner.candidates, fingerprint: inner.fingerprint },
    );
    const count = 10_000;
    const waiting = unassigned(...Array.from({ length: count }, (_, i) => ({ id: `${(i * 7919) % count}` })));
    const reps = ["ann", "bob"].map((id) => ({ id, capacity: 4_000 }));
    const { outcomes, state } = unwrap(
      drain(counted, waiting, { reps }, start, { nowMs: 1, first: "oldest" }),
    );
    expect([calls, tests]).toStrictEqual([count, 2 * count]);
    expect(state.openLeads).toStrictEqual([4_000, 4_000]);
    expect(outcomes.filter(({ outcome }) => outcome.decision.status === "unassigned")).toHaveLength(2_000);
    expect(outcomes.some(({ outcome }) => "state" in outcome)).toBe(false);
  });
});
