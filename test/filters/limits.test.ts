import { describe, expect, it } from "vitest";
import {
  available,
  cascade,
  compose,
  emptyState,
  type Filter,
  forget,
  holderOf,
  type Lead,
  type LeadEvent,
  type Limit,
  type LimitsOptions,
  limits,
  type Notes,
  prefer,
  type Rep,
  type Roster,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { ask } from "../support/ask.js";
import { rosterOf, stands, storyOf, woken } from "../support/story.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

const NOTHING: Notes = { ofRep: () => [], ofAll: () => [] };

const notesOf = (ofRep: Readonly<Record<string, readonly number[]>>): Notes => ({
  ...NOTHING,
  ofRep: (name) => ofRep[name] ?? [],
});

/** What a rep with these limits is told, by what is noted. */
const told = (
  held: readonly Limit[],
  noted: Readonly<Record<string, readonly number[]>>,
  more: Parameters<typeof ask>[3] & { readonly rep?: Partial<Rep>; readonly lead?: Partial<Lead> } = {},
  options: LimitsOptions = {},
) => {
  const { rep, lead = {}, ...standing } = more;
  return ask(limits(options), lead, { limits: held, ...rep }, { notes: notesOf(noted), ...standing });
};

/** Who gets leads at these moments, one after another. */
const dealt = (
  filters: readonly Filter[],
  roster: Roster,
  leads: readonly (Partial<Lead> & { readonly receivedAtMs: number })[],
) => {
  const desk = compose({ ledger: "desk", filters, selector: rotation() });
  let state = emptyState({ seed: "s" });
  const takers = leads.map((lead, n) => {
    const outcome = unwrap(desk({ id: `l${n}`, ...lead }, roster, state));
    state = outcome.state;
    return holderOf(outcome.decision);
  });
  return { takers, state };
};

const at = (...moments: readonly number[]) => moments.map((receivedAtMs) => ({ receivedAtMs }));

/** What is written under each name, of each of the state's ids. */
const noted = ({ ids, notes }: State) =>
  notes.map(({ name, places, ofReps, ofAll }) => {
    const ofEach = ids.map((_, place) => ofReps[places.indexOf(place)] ?? []);
    return [name, ofEach, ofAll] as const;
  });

describe("limits", () => {
  it("says in words how many leads were had, of how many, and since when", () => {
    const day: Limit = { most: 2, per: "day" };
    expect(told([day], { "limits day UTC": [DAY_MS, 2, 9] }, { nowMs: DAY_MS + 5 })).toStrictEqual({
      passes: false,
      reason: "had 2 leads of 2 since 1970-01-02 00:00 UTC",
      has: 2,
      wants: 2,
      untilMs: 2 * DAY_MS,
    });
    expect(told([day], { "limits day UTC": [DAY_MS, 1, 0] }, { nowMs: DAY_MS, openOffers: 1 })).toStrictEqual(
      {
        passes: false,
        reason: "had 1 lead of 2 since 1970-01-02 00:00 UTC and holds 1 open offer",
        has: 2,
        wants: 2,
      },
    );
    expect(
      told([{ most: 1, windowMs: 9 }], { "limits 9": [-1, HOUR_MS] }, { nowMs: HOUR_MS + 8 }),
    ).toStrictEqual({
      passes: false,
      reason: "had 1 lead of 1 since 1970-01-01 00:59 UTC",
      has: 1,
      wants: 1,
      untilMs: HOUR_MS + 9,
    });
    expect(told([day], { "limits day UTC": [5 * DAY_MS, 1, 0] }, { nowMs: DAY_MS })).toStrictEqual({
      passes: false,
      reason: "has no room for a late lead, since those given after it count already",
      wants: 2,
      untilMs: 4 * DAY_MS,
    });
    const newYork: Limit = { most: 1, per: "day", timeZone: "America/New_York" };
    expect(told([newYork], { "limits day America/New_York": [-19 * HOUR_MS, 1, 0] })).toMatchObject({
      reason: "had 1 lead of 1 since 1970-01-01 00:00 UTC",
      untilMs: 5 * HOUR_MS,
    });
    const beyond = told(
      [{ most: 1, per: "month" }],
      { "limits month UTC": [8.64e15, 1, 0] },
      { nowMs: 9e15 },
    );
    expect(beyond).toStrictEqual({ passes: false, reason: "had 1 lead of 1", has: 1, wants: 1 });
  });

  it("counts open offers, whose end nobody can tell", () => {
    const held: readonly Limit[] = [{ most: 2, per: "day" }];
    expect(told(held, {}, { openOffers: 1 }).passes).toBe(true);
    expect(told(held, {}, { openOffers: 2 })).toStrictEqual({
      passes: false,
      reason: "had 0 leads of 2 since 1970-01-01 00:00 UTC and holds 2 open offers",
      has: 2,
      wants: 2,
    });
    expect(told(held, { "limits day UTC": [0, 2, 0] }, { openOffers: 7 })).toMatchObject({ untilMs: DAY_MS });
  });

  it("holds all limits at once, until the last of them has room", () => {
    const held: readonly Limit[] = [
      { most: 1, per: "hour" },
      { most: 1, per: "day" },
      { most: 1, windowMs: 5 },
      { most: 9, per: "week" },
    ];
    const all = { "limits hour UTC": [0, 1, 0], "limits day UTC": [0, 1, 0], "limits 5": [-1, 0] };
    expect(told(held, all)).toMatchObject({ untilMs: DAY_MS });
    expect(told(held, { ...all, "limits day UTC": [] })).toMatchObject({ untilMs: HOUR_MS });
    expect(told(held, { "limits 5": [-1, 0] })).toMatchObject({ untilMs: 5 });
    expect(told(held, { "limits week 1 UTC": [-3 * DAY_MS, 8, 0] }).passes).toBe(true);
  });

  it("holds the smaller of two limits for one window, and counts a lead once", () => {
    const held: readonly Limit[] = [
      { most: 3, per: "day" },
      { most: 2, per: "day" },
      { most: 3, windowMs: 7 },
      { most: 2, windowMs: 7 },
    ];
    const { takers, state } = dealt(
      [limits(), limits({ exempt: [] })],
      { reps: [{ id: "ann", limits: held }] },
      at(0, 1, 2, 9),
    );
    expect(takers).toStrictEqual(["ann", "ann", undefined, undefined]);
    expect(noted(state)).toStrictEqual([
      ["limits 7", [[-1, 0, 1]], []],
      ["limits day UTC", [[0, 2, 0]], []],
    ]);
  });

  it("counts by the limit's own calendar, else by the schedule's, else by the option's, else by UTC", () => {
    const nameOf = (limit: Partial<Limit>, rep: Partial<Rep>, options: LimitsOptions) => {
      const all = { limits: [{ most: 1, per: "day", ...limit } as Limit], ...rep };
      return noted(dealt([limits(options)], { reps: [{ id: "ann", ...all }] }, at(0)).state)[0]?.[0];
    };
    const schedule = { timeZone: "Europe/Warsaw" };
    const own = { timeZone: "Asia/Tehran" };
    const option = { timeZone: "Asia/Gaza" };
    expect(nameOf(own, { schedule }, option)).toBe("limits day Asia/Tehran");
    expect(nameOf({}, { schedule }, option)).toBe("limits day Europe/Warsaw");
    expect(nameOf({}, {}, option)).toBe("limits day Asia/Gaza");
    expect(nameOf({}, {}, {})).toBe("limits day UTC");
    const like: Roster = {
      reps: [{ id: "ann", limits: [{ most: 1, per: "day" }], schedule: { like: "office" } }],
      schedules: { office: { timeZone: "Europe/Warsaw", hours: [] } },
    };
    expect(noted(dealt([limits()], like, at(0)).state)[0]?.[0]).toBe("limits day Europe/Warsaw");
  });

  it("allows what the ramp says in the weeks after somebody joined", () => {
    const ramp: Limit = { most: 3, per: "month", ramp: [0, 1] };
    const noted = { "limits month UTC": [0, 1, 0] };
    const joined = { rep: { joinedAtMs: DAY_MS } };
    expect(told([ramp], {}, { ...joined, nowMs: 0 })).toStrictEqual({
      passes: false,
      reason: "may have no leads yet, by the ramp after joining",
      has: 0,
      wants: 0,
      untilMs: DAY_MS + WEEK_MS,
    });
    expect(told([ramp], {}, { ...joined, nowMs: DAY_MS + WEEK_MS - 1 }).passes).toBe(false);
    expect(told([ramp], {}, { ...joined, nowMs: DAY_MS + WEEK_MS }).passes).toBe(true);
    expect(told([ramp], noted, { ...joined, nowMs: DAY_MS + WEEK_MS })).toMatchObject({
      wants: 1,
      untilMs: DAY_MS + 2 * WEEK_MS,
    });
    expect(told([ramp], noted, { ...joined, nowMs: DAY_MS + 2 * WEEK_MS }).passes).toBe(true);
    expect(told([ramp], noted, { nowMs: 0 }).passes).toBe(true);
    const late = { "limits month UTC": [0, 3, 0] };
    expect(told([ramp], late, { nowMs: 3 * WEEK_MS })).toMatchObject({ untilMs: 31 * DAY_MS });
  });

  it("passes exempt leads though there is no room, and does not count them", () => {
    const held: readonly Limit[] = [{ most: 1, per: "day" }];
    const full = { "limits day UTC": [0, 1, 0] };
    const may = (options: LimitsOptions, lead: Partial<Lead>, isByHand = false) =>
      told(held, full, { rep: { id: "ann" }, lead, isByHand }, options).passes;
    const [own, hot] = [{ ownerId: "ann" }, { temperature: "hot" }] as const;
    expect([
      may({ exempt: ["owner"] }, own),
      may({ exempt: ["hot"] }, hot),
      may({ exempt: ["byHand"] }, {}, true),
    ]).toStrictEqual([true, true, true]);
    expect([may({}, own), may({}, hot), may({}, {}, true)]).toStrictEqual([false, false, false]);
    const others = { ownerId: "bob", temperature: "warm" } as const;
    expect(may({ exempt: ["owner", "hot", "byHand"] }, others)).toBe(false);
    expect(may({ exempt: ["hot"] }, own, true)).toBe(false);
    const { takers, state } = dealt([limits({ exempt: ["hot"] })], { reps: [{ id: "ann", limits: held }] }, [
      { receivedAtMs: 0, temperature: "hot" },
      { receivedAtMs: 1 },
      { receivedAtMs: 2, temperature: "hot" },
      { receivedAtMs: 3 },
    ]);
    expect(takers).toStrictEqual(["ann", "ann", "ann", undefined]);
    expect(noted(state)).toStrictEqual([["limits day UTC", [[0, 1, 0]], []]]);
  });

  it("holds leads that are moved by hand to it too, and counts them", () => {
    const desk = compose({ ledger: "desk", filters: [limits()], selector: rotation() });
    const roster = { reps: [{ id: "ann" }, { id: "bob", limits: [{ most: 1, per: "day" }] }] } as const;
    const [l1, l2] = at(0, 1).map((lead, n) => ({ id: `l${n}`, ...lead })) as [Lead, Lead];
    const first = unwrap(desk(l1, roster, emptyState({ seed: "s" })));
    const toBob = (id: string): LeadEvent => ({ id, atMs: 2, type: "reassigned", to: "bob" });
    const moved = unwrap(desk.respond(l1, first.decision, toBob("e1"), roster, first.state));
    expect([holderOf(moved.decision), noted(moved.state)]).toStrictEqual([
      "bob",
      [["limits day UTC", [[], [0, 1, 0]], []]],
    ]);
    const second = unwrap(desk(l2, roster, moved.state));
    expect(holderOf(second.decision)).toBe("ann");
    expect(unwrap(desk.respond(l2, second.decision, toBob("e2"), roster, second.state)).refusal?.rule).toBe(
      "limits",
    );
  });

  it("forgets the counts of a rep who is forgotten", () => {
    const roster = { reps: [{ id: "ann", limits: [{ most: 9, per: "day" }] }, { id: "bob" }] } as const;
    const { state } = dealt([limits()], roster, at(0));
    expect(
      noted(unwrap(forget(state, ["ann"])))
        .flatMap(([, ofReps]) => ofReps)
        .flat(),
    ).toStrictEqual([]);
  });
});

describe("limits under a name", () => {
  const inbound: LimitsOptions = {
    name: "inbound",
    each: [{ most: 1, per: "day" }],
    total: [{ most: 3, windowMs: 9 }],
  };

  it("are counted for each rep and for all together, apart from the rep's own", () => {
    const roster: Roster = { reps: [{ id: "ann", limits: [{ most: 5, per: "day" }] }, { id: "bob" }] };
    const { takers, state } = dealt([limits(), limits(inbound)], roster, at(0, 1, 2));
    expect(takers).toStrictEqual(["ann", "bob", undefined]);
    expect(noted(state)).toStrictEqual([
      ["limits day UTC", [[0, 1, 0], []], []],
      ["limits inbound 9", [[], []], [-1, 0, 1]],
      [
        "limits inbound day UTC",
        [
          [0, 1, 0],
          [0, 1, 0],
        ],
        [],
      ],
    ]);
  });

  it("share their count with every strategy that uses the name", () => {
    const roster = rosterOf("ann", "bob");
    const [desk, other] = ["desk", "other"].map((ledger) =>
      compose({ ledger, filters: [limits(inbound)], selector: rotation() }),
    ) as [ReturnType<typeof compose>, ReturnType<typeof compose>];
    const first = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
    const second = unwrap(other({ id: "l2", receivedAtMs: 1 }, roster, first.state));
    const third = unwrap(desk({ id: "l3", receivedAtMs: 2 }, roster, second.state));
    expect([first, second, third].map(({ decision }) => holderOf(decision))).toStrictEqual([
      "ann",
      "bob",
      undefined,
    ]);
    const apart = compose({
      ledger: "desk",
      filters: [limits({ ...inbound, name: "outbound" })],
      selector: rotation(),
    });
    expect(holderOf(unwrap(apart({ id: "l3", receivedAtMs: 2 }, roster, second.state)).decision)).toBe("bob");
  });

  it("hold only the reps of the tiers and teams that are named, and count no others", () => {
    const reps: readonly Rep[] = [
      { id: "ann", tier: 1, teams: ["south", "north"] },
      { id: "bob", tier: 2, teams: ["north"] },
      { id: "cyd", tier: 1 },
      { id: "dan", teams: ["north"] },
    ];
    const held = (scope: Partial<LimitsOptions>) =>
      reps
        .filter(
          (rep) =>
            limits({ ...inbound, ...scope }).note?.({ what: "taken", rep, notes: NOTHING, nowMs: 0 } as never)
              .length !== 0,
        )
        .map(({ id }) => id);
    expect(held({ tiers: [1] })).toStrictEqual(["ann", "cyd"]);
    expect(held({ teams: ["north", "east"] })).toStrictEqual(["ann", "bob", "dan"]);
    expect(held({ teams: ["north"], tiers: [1, 3] })).toStrictEqual(["ann"]);
    expect(held({})).toHaveLength(4);
    const north = limits({ name: "n", total: [{ most: 1, per: "day" }], teams: ["north"] });
    expect(dealt([north], { reps }, at(0, 1, 2)).takers).toStrictEqual(["ann", "cyd", "cyd"]);
  });

  it("say whose leads were counted, and for whom in refusals", () => {
    const filter = limits({ name: "inbound", total: [{ most: 1, per: "day" }] });
    expect(filter.name).toBe("limits inbound");
    const notes: Notes = {
      ...NOTHING,
      ofAll: (name) => (name === "limits inbound day UTC" ? [0, 1, 0] : []),
    };
    expect(ask(filter, {}, {}, { notes, openOffers: 5 })).toStrictEqual({
      passes: false,
      reason: "is among those who had 1 lead of 1 since 1970-01-01 00:00 UTC",
      has: 1,
      wants: 1,
      untilMs: DAY_MS,
    });
    expect(ask(filter, {}, {}, { openOffers: 5 }).passes).toBe(true);
  });

  it("are counted for all by the option's calendar, whoever takes the lead", () => {
    const filter = limits({ name: "a", total: [{ most: 9, per: "day" }], timeZone: "Asia/Gaza" });
    const roster: Roster = { reps: [{ id: "ann", schedule: { timeZone: "Europe/Warsaw" } }] };
    expect(noted(dealt([filter], roster, at(0)).state)[0]?.[0]).toBe("limits a day Asia/Gaza");
  });

  it("refuse a yes to an offer when the total was reached meanwhile", () => {
    const filter = limits({ name: "a", total: [{ most: 1, per: "day" }] });
    const desk = compose({
      ledger: "desk",
      filters: [filter],
      selector: rotation(),
      delivery: cascade({ answerMs: 60 }),
    });
    const roster = rosterOf("ann", "bob");
    const [one, two] = [0, 1].map((n) => ({ id: `l${n}`, receivedAtMs: n })) as [Lead, Lead];
    const first = unwrap(desk(one, roster, emptyState({ seed: "s" })));
    const second = unwrap(desk(two, roster, first.state));
    const yes = (lead: Lead, before: typeof first, state: State) => {
      const repId = before.decision.status === "offered" ? (before.decision.offers[0]?.repId ?? "") : "";
      return unwrap(
        desk.respond(lead, before.decision, { id: "e", atMs: 5, type: "accepted", repId }, roster, state),
      );
    };
    const taken = yes(one, first, second.state);
    expect(taken.decision.status).toBe("assigned");
    expect(yes(two, second, taken.state).refusal?.rule).toBe("limits a");
  });
});

describe("a lead that nobody has room for", () => {
  const roster: Roster = {
    reps: [
      { id: "ann", limits: [{ most: 1, per: "hour" }] },
      { id: "bob", limits: [{ most: 1, windowMs: 7 * HOUR_MS }] },
    ],
  };
  const full = dealt([limits()], roster, at(5, 6)).state;
  const begun = (options: LimitsOptions) => {
    const desk = compose({ ledger: "desk", filters: [limits(options)], selector: rotation() });
    return storyOf(desk, { roster, state: full, lead: { id: "l9", receivedAtMs: 10 } });
  };

  it("is nobody's, or is put aside until the first of them has room", () => {
    expect(stands(begun({}))).toBe("nobody: all-left-out");
    expect(stands(begun({ whenFull: "exclude" }))).toBe("nobody: all-left-out");
    const aside = begun({ whenFull: "park" });
    expect(stands(aside)).toBe(`aside until ${HOUR_MS}: limits-reached`);
    expect(stands(aside.on(HOUR_MS, woken))).toBe("ann has it");
  });

  it("is nobody's where nobody can tell until when", () => {
    const desk = compose({
      ledger: "desk",
      filters: [limits({ whenFull: "park" })],
      selector: rotation(),
      delivery: cascade({ answerMs: 60 }),
    });
    const one: Roster = { reps: [{ id: "ann", limits: [{ most: 1, per: "hour" }] }] };
    const offered = storyOf(desk, { roster: one, lead: { id: "l1", receivedAtMs: 0 } });
    expect(
      stands(storyOf(desk, { roster: one, state: offered.state, lead: { id: "l2", receivedAtMs: 1 } })),
    ).toBe("nobody: all-left-out");
  });

  it("does not wait for a limit where no limit keeps anybody from it", () => {
    const off = [{ fromMs: 0, toMs: 9 * HOUR_MS }];
    const away: Roster = { reps: roster.reps.map((rep) => ({ ...rep, timeOff: off })) };
    const desk = compose({
      ledger: "desk",
      filters: [limits({ whenFull: "park" }), available()],
      selector: rotation(),
    });
    const lead = { id: "l9", receivedAtMs: 10 };
    expect(stands(storyOf(desk, { roster: away, lead }))).toBe("nobody: all-left-out");
    expect(stands(storyOf(desk, { roster: away, lead, state: full }))).toBe(
      `aside until ${9 * HOUR_MS}: limits-reached`,
    );
  });

  it("goes to somebody where the limit is only a preference", () => {
    const { takers } = dealt(
      [prefer(limits())],
      { reps: [{ id: "ann", limits: [{ most: 1, per: "day" }] }] },
      at(0, 1),
    );
    expect(takers).toStrictEqual(["ann", "ann"]);
  });
});

describe("the options of limits", () => {
  it.each<readonly [string, unknown, string]>([
    ["no options", null, "limits: must be an object"],
    [
      "a limit of nothing",
      { name: "a", each: [{ most: 0, per: "day" }] },
      "limits.each[0].most: must be a whole number, at least 1: to give a rep no leads, use weight 0, capacity 0 or active: false",
    ],
    [
      "an empty name",
      { name: "", each: [{ most: 1, per: "day" }] },
      "limits.name: must be text that is not empty",
    ],
    [
      "a name that no store keeps",
      { name: "a\0", each: [{ most: 1, per: "day" }] },
      "limits.name: must be text without U+0000 or lone surrogates",
    ],
    ["a name without limits", { name: "a", tiers: [1] }, "limits: has a name, and needs each or total"],
    [
      "limits without a name",
      { each: [{ most: 1, per: "day" }] },
      "limits: needs a name for each, total, tiers and teams",
    ],
    ["teams without a name", { teams: ["north"] }, "limits: needs a name for each, total, tiers and teams"],
    ["tiers without a name", { tiers: [1] }, "limits: needs a name for each, total, tiers and teams"],
    [
      "no tier at all",
      { name: "a", each: [{ most: 1, per: "day" }], tiers: [] },
      "limits.tiers: must be a list of at least one",
    ],
    [
      "a ramp of a total",
      { name: "a", total: [{ most: 1, per: "day", ramp: [1] }] },
      "limits.total[0]: must be without a ramp, since nobody in particular joins",
    ],
    [
      "a zone that is none",
      { timeZone: "Mars" },
      'limits.timeZone: is not a time zone that this runtime knows: "Mars"',
    ],
    [
      "an exemption that is none",
      { exempt: ["cold"] },
      'limits.exempt[0]: must be one of "owner", "hot", "byHand"',
    ],
    ["an end that is none", { whenFull: "wait" }, 'limits.whenFull: must be one of "exclude", "park"'],
  ])("are refused with %s", (_, options, message) => {
    expect(() => limits(options as LimitsOptions)).toThrow(new RangeError(message));
  });

  it("stand in the fingerprint, and are copied", () => {
    const each: { most: number; per: "day" }[] = [{ most: 1, per: "day" }];
    const filter = limits({ name: "a", each });
    const desk = (filters: readonly Filter[]) => compose({ ledger: "desk", filters, selector: rotation() });
    const before = desk([filter]).fingerprint;
    (each[0] as { most: number }).most = 2;
    expect(desk([filter]).fingerprint).toBe(before);
    expect(desk([limits({ name: "a", each })]).fingerprint).not.toBe(before);
    expect(desk([limits({ exempt: ["hot"] })]).fingerprint).not.toBe(desk([limits()]).fingerprint);
  });
});
