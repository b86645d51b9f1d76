import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  available,
  bringBack,
  capacity,
  cascade,
  compose,
  type Decision,
  type Drained,
  emptyState,
  firstOf,
  formatProblems,
  holderOf,
  type LeadEvent,
  type RedistributeOptions,
  type Rep,
  type Roster,
  redistribute,
  rotation,
  type State,
  type StoredLead,
  type Strategy,
  serviceLevel,
  unwrap,
} from "../../src/index.js";

const start = emptyState({ seed: "s" });
const desk = compose({ ledger: "desk", filters: [available(), capacity()], selector: rotation() });
const team = ["ann", "bob", "cyd"];
const roster: Roster = { reps: team.map((id) => ({ id })) };
const without = (gone: string, change: Partial<Rep> = { active: false }): Roster => ({
  reps: roster.reps.map((rep) => (rep.id === gone ? { ...rep, ...change } : rep)),
});

/** So many leads, one a millisecond, and the state after them. */
const dealt = (strategy: Strategy, count: number, all = roster) => {
  let state = start;
  const leads = Array.from({ length: count }, (_, i): StoredLead => {
    const lead = { id: `l${i}`, receivedAtMs: i };
    const outcome = unwrap(strategy(lead, all, state));
    state = outcome.state;
    return { lead, decision: outcome.decision };
  });
  return { leads, state };
};

const leave: RedistributeOptions = { from: "ann", nowMs: 100, first: "oldest" };

/** The leads with what became of them. */
const afterwards = (leads: readonly StoredLead[], { outcomes }: Drained): readonly StoredLead[] =>
  leads.map(({ lead, decision }) => ({
    lead,
    decision: outcomes.find(({ leadId }) => leadId === lead.id)?.outcome.decision ?? decision,
  }));

const holders = (leads: readonly StoredLead[]) => leads.map(({ decision }) => holderOf(decision));

const rules = ({ outcomes }: Drained) => outcomes.map(({ outcome }) => outcome.refusal?.rule);

describe("redistribute", () => {
  const { leads, state } = dealt(desk, 6);

  it("moves every lead of the rep once, and no other", () => {
    const result = unwrap(redistribute(desk, leads, without("ann"), state, leave));
    expect(holders(leads)).toStrictEqual(["ann", "bob", "cyd", "ann", "bob", "cyd"]);
    expect(holders(afterwards(leads, result))).toStrictEqual(["bob", "bob", "cyd", "cyd", "bob", "cyd"]);
    expect(rules(result)).toStrictEqual([
      undefined,
      "not-concerned",
      "not-concerned",
      undefined,
      "not-concerned",
      "not-concerned",
    ]);
    for (const [i, { outcome }] of result.outcomes.entries())
      if (holderOf((leads[i] as StoredLead).decision) !== "ann")
        expect(outcome.decision).toBe(leads[i]?.decision);
    expect(result.state.openLeads).toStrictEqual([0, 3, 3]);
  });

  it("tells who loses a lead and who gets it", () => {
    const [first] = unwrap(redistribute(desk, leads, without("ann"), state, leave)).outcomes;
    expect(
      first?.outcome.effects.map((effect) => effect.type === "tell" && [effect.what, effect.repId]),
    ).toStrictEqual([
      ["withdrawn", "ann"],
      ["assigned", "bob"],
    ]);
  });

  it("changes nothing when it is done twice, and the same in any order of the list", () => {
    const once = unwrap(redistribute(desk, leads, without("ann"), state, leave));
    const now = afterwards(leads, once);
    const twice = unwrap(redistribute(desk, now, without("ann"), once.state, leave));
    expect([twice.state, afterwards(now, twice)]).toStrictEqual([once.state, now]);
    expect(unwrap(redistribute(desk, [...leads].reverse(), without("ann"), state, leave))).toStrictEqual(
      once,
    );
  });

  it("is what telling one event after the other comes to", () => {
    let now = state;
    const all = without("ann");
    const byHand = leads.map(({ lead, decision }) => {
      if (holderOf(decision) !== "ann") return { lead, decision };
      const event: LeadEvent = { id: 'released by "ann" 100', atMs: 100, type: "released", repId: "ann" };
      const outcome = unwrap(desk.respond(lead, decision, event, all, now));
      now = outcome.state;
      return { lead, decision: outcome.decision };
    });
    const result = unwrap(redistribute(desk, leads, all, state, leave));
    expect([afterwards(leads, result), result.state]).toStrictEqual([byHand, now]);
  });

  it("leaves what nobody else may have to the manager, or where it is", () => {
    const full: Roster = { reps: without("ann").reps.map((rep) => ({ ...rep, capacity: 2 })) };
    const lost = unwrap(redistribute(desk, leads, full, state, leave));
    expect(lost.outcomes[0]?.outcome.decision).toMatchObject({ status: "unassigned", reason: "nobody-else" });
    expect(lost.outcomes[0]?.outcome.effects.map(({ type }) => type)).toStrictEqual(["tell", "escalate"]);
    const kept = unwrap(redistribute(desk, leads, full, state, { ...leave, keepWhereNobody: true }));
    expect(afterwards(leads, kept)).toStrictEqual(leads);
    expect([kept.state, kept.outcomes[0]?.outcome.refusal?.rule]).toStrictEqual([state, "nobody-else"]);
  });

  it("asks every alternative of a combination for somebody", () => {
    const ofTeam = (name: string, id: string) => ({
      name,
      strategy: compose({
        ledger: name,
        filters: [
          available(),
          {
            name: "team",
            test: ({ rep }) =>
              rep.id === id ? { passes: true, rank: 0 } : { passes: false, reason: "other" },
          },
        ],
        selector: rotation(),
      }),
    });
    const both = firstOf([ofTeam("a", "ann"), ofTeam("b", "bob")]);
    const first = dealt(both, 1);
    const [moved] = unwrap(
      redistribute(both, first.leads, without("ann"), first.state, { ...leave, isTemporary: true }),
    ).outcomes;
    expect(moved?.outcome.decision).toMatchObject({ repId: "bob", path: ["b"], lentBy: "ann" });
    expect(moved?.outcome.effects.map((effect) => effect.type === "tell" && effect.what)).toStrictEqual([
      "withdrawn",
      "assigned",
    ]);
  });

  it("withdraws open offers without a lost turn, and asks the next", () => {
    const offers = compose({
      ledger: "desk",
      filters: [available()],
      selector: rotation(),
      delivery: cascade({ answerMs: 1000, atOnce: 2 }),
    });
    const asked = dealt(offers, 1);
    const result = unwrap(redistribute(offers, asked.leads, without("ann"), asked.state, leave));
    expect(result.outcomes[0]?.outcome.decision).toMatchObject({
      status: "offered",
      offers: [
        { repId: "bob", sinceMs: 0, untilMs: 1000 },
        { repId: "cyd", sinceMs: 100, untilMs: 1100 },
      ],
    });
    expect(result.state.ledgers).toStrictEqual([]);
    expect(result.state.openOffers).toStrictEqual([0, 1, 1]);
  });

  it("begins a new time for first contact", () => {
    const delivery = serviceLevel(assign(), { withinMs: 10 });
    const strategy = compose({ ledger: "desk", filters: [available()], selector: rotation(), delivery });
    const given = dealt(strategy, 1);
    const result = unwrap(redistribute(strategy, given.leads, without("ann"), given.state, leave));
    expect(result.outcomes[0]?.outcome.decision).toMatchObject({ repId: "bob", dueAtMs: 110 });
    expect(result.outcomes[0]?.outcome.decision).not.toHaveProperty("lapses");
  });

  it("leaves leads in a pool, put aside, closed and nobody's as they are", () => {
    const base = leads[0] as StoredLead;
    const {
      status: _,
      repId: __,
      share: ___,
      price: ____,
      standing: _____,
      sinceMs: ______,
      runnerUp: _______,
      ...rest
    } = base.decision as Extract<Decision, { status: "assigned" }>;
    const places: readonly object[] = [
      { status: "pooled", mode: "open", mayClaim: ["ann", "bob"] },
      { status: "parked", reason: "owner-away", wakeAtMs: 500 },
      { status: "closed", result: "won", repId: "ann" },
      { status: "unassigned", reason: "nobody-else" },
    ];
    for (const place of places) {
      const stored = { lead: base.lead, decision: { ...rest, ...place } as Decision };
      const result = unwrap(redistribute(desk, [stored], without("ann"), start, leave));
      expect([rules(result), result.outcomes[0]?.outcome.decision]).toStrictEqual([
        ["not-concerned"],
        stored.decision,
      ]);
    }
  });

  it("names every fault with its entry", () => {
    const told = (list: unknown, options: unknown = leave) => {
      const result = redistribute(
        desk,
        list as readonly StoredLead[],
        roster,
        state,
        options as RedistributeOptions,
      );
      return result._tag === "Left" ? formatProblems(result.left).split("\n") : [];
    };
    const [first] = leads;
    expect(told([{ lead: { ...first?.lead, score: 7 }, decision: first?.decision }])).toStrictEqual([
      "leads[0].lead.score: must be a number from 0 to 1",
    ]);
    expect(told([first, first])).toStrictEqual(["leads[1].lead.id: comes twice: it is that of leads[0] too"]);
    expect(told([], null)).toStrictEqual(["options: must be an object"]);
    expect(told([], { nowMs: 1, first: "oldest" })).toStrictEqual(["options.from: is missing"]);
    expect(told([], { ...leave, first: "newest", isTemporary: 1 })).toStrictEqual([
      'options.first: must be one of "oldest", "best"',
      "options.isTemporary: must be true or false",
    ]);
  });
});

describe("bringBack", () => {
  const { leads, state } = dealt(desk, 6);
  const lent = unwrap(redistribute(desk, leads, without("ann"), state, { ...leave, isTemporary: true }));
  const lentLeads = afterwards(leads, lent);
  const back = { to: "ann", nowMs: 200, first: "oldest" } as const;

  it("gives back the leads that were lent, and moves no other", () => {
    expect(lentLeads.map(({ decision }) => decision.lentBy)).toStrictEqual([
      "ann",
      undefined,
      undefined,
      "ann",
      undefined,
      undefined,
    ]);
    const result = unwrap(bringBack(desk, lentLeads, roster, lent.state, back));
    expect(holders(afterwards(lentLeads, result))).toStrictEqual(holders(leads));
    expect(rules(result)).toStrictEqual([
      undefined,
      "not-lent",
      "not-lent",
      undefined,
      "not-lent",
      "not-lent",
    ]);
    expect(result.outcomes[0]?.outcome.decision).not.toHaveProperty("lentBy");
  });

  it("moves nothing the second time", () => {
    const once = unwrap(bringBack(desk, lentLeads, roster, lent.state, back));
    const now = afterwards(lentLeads, once);
    const twice = unwrap(bringBack(desk, now, roster, once.state, { ...back, nowMs: 300 }));
    expect([twice.state, afterwards(now, twice)]).toStrictEqual([once.state, now]);
  });

  it("keeps nobody from a lead that it only had for a time, should the rep leave again", () => {
    const pair: Roster = { reps: [{ id: "ann" }, { id: "bob" }] };
    const alone: Roster = { reps: [{ id: "ann", active: false }, { id: "bob" }] };
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(desk(lead, pair, emptyState({ seed: "s" })));
    let now = { leads: [{ lead, decision: given.decision }] as readonly StoredLead[], state: given.state };
    const seen = [1, 2, 3].map((leaves) => {
      const time = { nowMs: 100 * leaves, first: "oldest" } as const;
      const away = { ...time, from: "ann", isTemporary: true };
      const gone = unwrap(redistribute(desk, now.leads, alone, now.state, away));
      const theirs = afterwards(now.leads, gone);
      const again = unwrap(bringBack(desk, theirs, pair, gone.state, { ...time, to: "ann" }));
      now = { leads: afterwards(theirs, again), state: again.state };
      return [...holders(theirs), ...holders(now.leads)];
    });
    expect(seen).toStrictEqual([
      ["bob", "ann"],
      ["bob", "ann"],
      ["bob", "ann"],
    ]);
  });

  it("leaves where it is what a filter keeps from the rep, and gives it back later", () => {
    const small: Roster = { reps: [{ id: "ann", capacity: 1 }, { id: "bob" }, { id: "cyd" }] };
    const result = unwrap(bringBack(desk, lentLeads, small, lent.state, back));
    expect(holders(afterwards(lentLeads, result))).toStrictEqual(["ann", "bob", "cyd", "cyd", "bob", "cyd"]);
    expect(result.outcomes[3]?.outcome.refusal?.rule).toBe("capacity");
    const later = unwrap(
      bringBack(desk, afterwards(lentLeads, result), roster, result.state, { ...back, nowMs: 300 }),
    );
    expect(holders(afterwards(lentLeads, later))[3]).toBe("ann");
  });

  it("leaves worked leads where they are if that is asked for", () => {
    const { lead, decision } = lentLeads[0] as StoredLead;
    const worked: LeadEvent = { id: "w", atMs: 150, type: "worked" };
    const touched = unwrap(desk.respond(lead, decision, worked, roster, lent.state));
    const now = [{ lead, decision: touched.decision }];
    const stays = unwrap(bringBack(desk, now, roster, touched.state, { ...back, untouchedOnly: true }));
    expect([rules(stays), holders(afterwards(now, stays))]).toStrictEqual([["worked-already"], ["bob"]]);
    expect(holders(afterwards(now, unwrap(bringBack(desk, now, roster, touched.state, back))))).toStrictEqual(
      ["ann"],
    );
  });

  it("takes leads that nobody has made contact with along, if only these are asked for", () => {
    const result = unwrap(bringBack(desk, lentLeads, roster, lent.state, { ...back, untouchedOnly: true }));
    expect(holders(afterwards(lentLeads, result))).toStrictEqual(holders(leads));
  });

  it("leaves alone what is lent by somebody else", () => {
    const result = unwrap(bringBack(desk, lentLeads, roster, lent.state, { ...back, to: "cyd" }));
    expect(afterwards(lentLeads, result)).toStrictEqual(lentLeads);
  });

  it("knows whose a lead is that went through several hands, until somebody moves it by hand", () => {
    const second = unwrap(
      redistribute(desk, lentLeads, without("bob"), lent.state, {
        from: "bob",
        nowMs: 120,
        isTemporary: true,
        first: "oldest",
      }),
    );
    const [first] = afterwards(lentLeads, second);
    expect(first?.decision).toMatchObject({ lentBy: "ann" });
    const hand: LeadEvent = { id: "h", atMs: 130, type: "reassigned", to: "bob" };
    const moved = unwrap(
      desk.respond((first as StoredLead).lead, (first as StoredLead).decision, hand, roster, second.state),
    );
    expect(moved.decision).not.toHaveProperty("lentBy");
  });

  it("refuses options that mean nothing", () => {
    const result = bringBack(desk, [], roster, state, {
      nowMs: 1,
      first: "oldest",
      untouchedOnly: 1,
    } as never);
    expect(result._tag === "Left" && formatProblems(result.left).split("\n")).toStrictEqual([
      "options.to: is missing",
      "options.untouchedOnly: must be true or false",
    ]);
  });
});

/** The fewest leads that must change hands so that the rep has none, by trying every way to hand all of them out. */
const fewest = (held: readonly (string | undefined)[], from: string, mayHave: readonly string[]): number => {
  const ways = (i: number): number => {
    if (i === held.length) return 0;
    const stays = held[i] === from ? Number.POSITIVE_INFINITY : ways(i + 1);
    const moves = mayHave.filter((id) => id !== held[i]).map(() => 1 + ways(i + 1));
    return Math.min(stays, ...moves);
  };
  return ways(0);
};

describe("any redistribution", () => {
  it("moves no more leads than any way to take them from the rep would, and back again", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 0, max: 5 }),
        fc.nat(),
        fc.boolean(),
        (reps, count, who, isWarm) => {
          const ids = ["ann", "bob", "cyd", "dee"].slice(0, reps);
          const all: Roster = { reps: ids.map((id) => ({ id })) };
          const { leads, state } = dealt(desk, count, all);
          const from = ids[who % reps] as string;
          const less: Roster = { reps: ids.map((id) => ({ id, active: id !== from })) };
          const terms = { from, nowMs: 100, first: isWarm ? "best" : "oldest", isTemporary: true } as const;
          const lent = unwrap(redistribute(desk, leads, less, state, terms));
          const lentLeads = afterwards(leads, lent);
          const moved = (a: readonly StoredLead[], b: readonly StoredLead[]) =>
            a.filter(({ decision }, i) => holderOf(decision) !== holderOf((b[i] as StoredLead).decision))
              .length;
          const others = ids.filter((id) => id !== from);
          expect(moved(leads, lentLeads)).toBe(fewest(holders(leads), from, others));
          expect(holders(lentLeads)).not.toContain(from);
          const back = unwrap(
            bringBack(desk, lentLeads, all, lent.state, { to: from, nowMs: 200, first: "oldest" }),
          );
          expect(holders(afterwards(lentLeads, back))).toStrictEqual(holders(leads));
          expect(loads(back.state)).toStrictEqual(loads(state));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives nobody more than its fair share of what is dealt out, and at most the bound", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 1, max: 40 }), (reps, count) => {
        const all: Roster = { reps: Array.from({ length: reps }, (_, i) => ({ id: `rep ${i}` })) };
        const byHand = Array.from({ length: count }, (_, i) => ({ id: `l${i}`, receivedAtMs: i }));
        let state = start;
        const leads = byHand.map((lead): StoredLead => {
          const nobody = unwrap(desk(lead, { reps: [] }, state));
          const event: LeadEvent = { id: "h", atMs: 50, type: "reassigned", to: "rep 0" };
          const given = unwrap(desk.respond(lead, nobody.decision, event, all, nobody.state));
          state = given.state;
          return { lead, decision: given.decision };
        });
        const less: Roster = { reps: all.reps.map((rep, i) => ({ ...rep, active: i > 0 })) };
        const result = unwrap(redistribute(desk, leads, less, state, { ...leave, from: "rep 0" }));
        const loadsNow = result.state.openLeads.slice(1);
        expect(result.state.openLeads[0]).toBe(0);
        for (const load of loadsNow)
          expect(Math.abs(load - count / (reps - 1))).toBeLessThanOrEqual((reps - 2) / 2);
      }),
      { numRuns: 30 },
    );
  });
});

const loads = ({ openLeads, openOffers }: State) => [openLeads, openOffers];
