import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  CREDITS_PER_LEAD,
  capacity,
  compose,
  emptyState,
  expertise,
  firstOf,
  holderOf,
  type Lead,
  language,
  type Rep,
  type Roster,
  region,
  rotation,
  type State,
  type Strategy,
  unwrap,
  type WhyNot,
  weighted,
  where,
  whyNot,
} from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";
import { nested, spilling } from "../support/combined.js";

const strategies: readonly (readonly [string, Strategy])[] = [
  [
    "weighted behind filters",
    compose({
      ledger: "desk",
      filters: [region(), language(), expertise(), available(), capacity()],
      selector: weighted(),
    }),
  ],
  [
    "rotation behind filters",
    compose({ ledger: "desk", filters: [expertise(), available()], selector: rotation() }),
  ],
  ["a spill-over", spilling],
  ["all combinators", nested],
];

interface Asked {
  readonly strategy: Strategy;
  readonly lead: Lead;
  readonly roster: Roster;
  readonly state: State;
  readonly repId: string;
}

const wins = ({ strategy, lead, repId }: Asked, roster: Roster, state: State): boolean =>
  holderOf(unwrap(strategy(lead, roster, state)).decision) === repId;

/** Made by hand, apart from how the library makes it. */
const withFields = ({ roster, repId }: Asked, fields: Partial<Rep>): Roster => ({
  ...roster,
  reps: roster.reps.map((rep) => (rep.id === repId ? { ...rep, ...fields } : rep)),
});

const withCredits = ({ state, repId }: Asked, ledger: string, credits: number): State => {
  const known = state.ids.includes(repId);
  const ids = known ? state.ids : [...state.ids, repId].sort((a, b) => (a < b ? -1 : 1));
  const drawn = (values: readonly number[]): readonly number[] =>
    ids.map((id) => values[state.ids.indexOf(id)] ?? 0);
  const found = state.ledgers.find(({ name }) => name === ledger) ?? {
    name: ledger,
    credits: [],
    outside: 0,
    columns: [],
    totals: [],
  };
  const changed = {
    ...found,
    outside: found.outside - credits,
    credits: drawn(found.credits).map((credit, i) => (ids[i] === repId ? credit + credits : credit)),
    columns: found.columns.map(({ name, values }) => ({ name, values: drawn(values) })),
  };
  const others = state.ledgers
    .filter(({ name }) => name !== ledger)
    .map((each) => ({
      ...each,
      credits: drawn(each.credits),
      columns: each.columns.map(({ name, values }) => ({ name, values: drawn(values) })),
    }));
  return {
    ...state,
    ids,
    openLeads: drawn(state.openLeads),
    openOffers: drawn(state.openOffers),
    openEffort: drawn(state.openEffort),
    offeredEffort: drawn(state.offeredEffort),
    ledgers: [...others, changed].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

type Change = WhyNot["changes"][number];

/** Every smaller change of the same kind that a test can try. */
const smallerRosters = (asked: Asked, change: Exclude<Change, { kind: "credits" }>): readonly Roster[] => {
  const rep = asked.roster.reps.find(({ id }) => id === asked.repId) as Rep;
  const { kind, fields } = change;
  if (kind === "skills") {
    const raised = Object.entries(fields.skills ?? {}).filter(
      ([skill, level]) => !Object.hasOwn(rep.skills ?? {}, skill) || rep.skills?.[skill] !== level,
    );
    return raised.flatMap(([skill, level]) => {
      const before = Object.hasOwn(rep.skills ?? {}, skill) ? (rep.skills?.[skill] ?? 0) : 0;
      const lower = [before, level - 0.5, level - 1].filter((each) => each >= before && each < level);
      return lower.map((each) => withFields(asked, { skills: { ...fields.skills, [skill]: each } }));
    });
  }
  if (kind === "availability") {
    return Object.keys(fields).map((field) =>
      withFields(asked, { ...fields, [field]: rep[field as "active"] }),
    );
  }
  if (kind === "capacity") {
    const from = Math.floor(rep.capacity ?? 0);
    return Array.from({ length: (fields.capacity ?? 0) - from }, (_, i) =>
      withFields(asked, { capacity: from + i }),
    );
  }
  return [asked.roster];
};

const checkChange = (asked: Asked, change: Change): void => {
  if (change.kind === "credits") {
    const with_ = (credits: number): boolean =>
      wins(asked, asked.roster, withCredits(asked, change.ledger, credits));
    expect(with_(change.credits)).toBe(true);
    for (const fewer of [0, Math.floor(change.credits / 2), change.credits - 1].filter(
      (each) => each < change.credits,
    ))
      expect(with_(fewer)).toBe(false);
    return;
  }
  expect(wins(asked, withFields(asked, change.fields), asked.state)).toBe(true);
  for (const roster of smallerRosters(asked, change)) expect(wins(asked, roster, asked.state)).toBe(false);
};

/** What a search by hand finds: a kind that is missing from the answer does not win by the largest change of it. */
const checkMissing = (asked: Asked, { changes }: WhyNot): void => {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const { lead, state } = asked;
  const rep = asked.roster.reps.find(({ id }) => id === asked.repId) as Rep;
  const largest: readonly (readonly [Change["kind"], Partial<Rep>])[] = [
    ["skills", { skills: { crm: 99, sql: 99, constructor: 99 } as Record<string, number> }],
    ["languages", { languages: [...(lead.languages ?? [])] }],
    ["regions", { regions: [lead.region ?? "nowhere"] }],
    ["availability", { active: true, presence: "online", timeOff: [], schedule: { timeZone: "UTC" } }],
    ["capacity", { capacity: 99 }],
    ...(rep.weight === 0 ? [["weight", { weight: 1 }] as const] : []),
  ];
  for (const [kind, fields] of largest) {
    const field = Object.keys(fields)[0] as keyof Rep;
    if (kinds.has(kind) || (rep[field] === undefined && kind !== "skills" && kind !== "availability"))
      continue;
    expect([kind, wins(asked, withFields(asked, fields), state)]).toStrictEqual([kind, false]);
  }
};

describe("whyNot", () => {
  it.each(strategies)("names changes that win, and no smaller one does, with %s", (_, strategy) => {
    let changes = 0;
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { step, lead, stateBefore: state } of play(strategy, scenario).slice(-4)) {
          if (step.type !== "lead") continue;
          for (const { id: repId } of step.roster.reps) {
            const asked = { strategy, lead, roster: step.roster, state, repId };
            const answer = unwrap(whyNot(strategy, repId, lead, step.roster, state));
            expect(answer.won).toBe(wins(asked, step.roster, state));
            if (answer.won) expect(answer.changes).toStrictEqual([]);
            else checkMissing(asked, answer);
            for (const change of answer.changes) checkChange(asked, change);
            changes += answer.changes.length;
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(changes).toBeGreaterThan(5);
  });

  const lead: Lead = {
    id: "l1",
    receivedAtMs: 50,
    region: "SE",
    languages: ["sv", "en"],
    needs: { crm: 3, sql: 2 },
  };
  const state = emptyState({ seed: "s" });
  const desk = compose({
    ledger: "desk",
    filters: [region(), language(), expertise(), available(), capacity()],
    selector: rotation(),
  });
  const bob: Rep = { id: "bob", skills: { crm: 5, sql: 5 }, languages: ["sv"], regions: ["SE"] };
  const ask = (rep: Partial<Rep>, from: State = state): readonly (readonly [string, string])[] =>
    unwrap(whyNot(desk, "cyd", lead, { reps: [bob, { ...bob, ...rep, id: "cyd" }] }, from)).changes.map(
      ({ kind, says }) => [kind, says],
    );

  it("names the credits by which a rep came second, and the tie", () => {
    expect(ask({})).toStrictEqual([["credits", "one credit more owed on ledger desk, having lost a tie"]]);
    const change = unwrap(whyNot(desk, "cyd", lead, { reps: [bob, { ...bob, id: "cyd" }] }, state))
      .changes[0];
    expect(change).toMatchObject({ kind: "credits", credits: 1, ledger: "desk" });
  });

  it("says nothing of other kinds while one alone would not do", () => {
    expect(ask({ regions: ["US"], presence: "away" })).toStrictEqual([]);
  });

  it.each([
    [
      "all skills that are short",
      { skills: { crm: 1 } },
      [["skills", "skill crm at 3 instead of 1, skill sql at 2 instead of 0"]],
    ],
    ["the language that puts it first", { languages: ["de"] }, [["languages", "language sv"]]],
    ["the region", { regions: ["US"] }, [["regions", "region SE"]]],
    [
      "being there, whatever of it is missing",
      { active: false, presence: "away" },
      [["availability", "an active account, being online"]],
    ],
    [
      "the end of a time off",
      {
        timeOff: [
          { fromMs: 0, toMs: 51 },
          { fromMs: 60, toMs: 70 },
        ],
      },
      [["availability", "no time off at that moment"]],
    ],
    [
      "hours at that moment",
      { schedule: { timeZone: "America/New_York", hours: [{ days: [4], from: "09:00", to: "17:00" }] } },
      [["availability", "working hours at that moment"]],
    ],
    [
      "hours, where being online would not do without them",
      { schedule: { timeZone: "UTC", hours: [] }, presence: "away" },
      [["availability", "being online, working hours at that moment"]],
    ],
    ["room for one more", { capacity: 2, openLeads: 7 }, [["capacity", "capacity 8 instead of 2"]]],
    ["a weight where it is 0", { weight: 0 }, [["weight", "weight 1 instead of 0"]]],
  ] as const)("names %s", (_, rep, expected) => {
    const ann: Rep = { ...bob, ...rep, id: "ann" };
    const { changes } = unwrap(whyNot(desk, "ann", lead, { reps: [ann, bob] }, state));
    expect(changes.map(({ kind, says }) => [kind, says])).toStrictEqual(expected);
  });

  it("knows the hours of teams while it tries what would win", () => {
    const schedules = { night: { timeZone: "UTC", hours: [] }, day: { timeZone: "UTC" } };
    const reps = [
      { ...bob, id: "ann", schedule: { like: "night" } },
      { ...bob, schedule: { like: "day" } },
    ];
    const { changes } = unwrap(whyNot(desk, "ann", lead, { reps, schedules }, state));
    expect(changes.map(({ says }) => says)).toStrictEqual(["working hours at that moment"]);
  });

  it("names credits on the ledger of an alternative that was asked before", () => {
    const only = (ledger: string, id: string) =>
      compose({
        ledger,
        filters: [
          {
            name: "only",
            test: ({ rep }) =>
              rep.id >= id ? { passes: true, rank: 0 } : { passes: false, reason: "is another" },
          },
        ],
        selector: rotation(),
      });
    const strategy = firstOf([
      { name: "one", strategy: only("one", "b") },
      { name: "two", strategy: only("two", "a") },
    ]);
    const { changes } = unwrap(
      whyNot(strategy, "cyd", { id: "l1", receivedAtMs: 0 }, { reps: [{ id: "bob" }, { id: "cyd" }] }, state),
    );
    expect(changes).toMatchObject([{ kind: "credits", ledger: "one" }]);
  });

  it("ends where what a rep holds is beyond the safe integers", () => {
    const full = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });
    const roster = { reps: [{ id: "ann", capacity: 1, openLeads: 1e17 }] };
    expect(unwrap(whyNot(full, "ann", { id: "l1", receivedAtMs: 0 }, roster, state)).changes).toStrictEqual(
      [],
    );
  });

  it("prefers one skill that will do to two of which neither can be left out", () => {
    const either = where(
      "either",
      1,
      ({ rep: { skills = {} } }) =>
        (skills["crm"] ?? 0) >= 3 || ((skills["sql"] ?? 0) >= 2 && (skills["py"] ?? 0) >= 1),
    );
    const strategy = compose({ ledger: "desk", filters: [either], selector: rotation() });
    const needy = { id: "l1", receivedAtMs: 0, needs: { sql: 2, py: 1, crm: 3 } };
    expect(unwrap(whyNot(strategy, "ann", needy, { reps: [{ id: "ann" }] }, state)).changes).toMatchObject([
      { fields: { skills: { crm: 3 } } },
    ]);
  });

  it("finds credits also where an account is near the end of what is exact", () => {
    const far = Number.MAX_SAFE_INTEGER - 10 * CREDITS_PER_LEAD;
    const ledgers = [{ name: "desk", credits: [0, 5, -far], outside: far - 5, columns: [], totals: [] }];
    const odd = {
      ...state,
      ids: ["ann", "bob", "cyd"],
      openLeads: [0, 0, 0],
      openOffers: [0, 0, 0],
      openEffort: [0, 0, 0],
      offeredEffort: [0, 0, 0],
      ledgers,
    };
    const plain = compose({ ledger: "desk", filters: [], selector: rotation() });
    const { changes } = unwrap(
      whyNot(plain, "ann", { id: "l1", receivedAtMs: 0 }, { reps: [{ id: "ann" }, { id: "bob" }] }, odd),
    );
    expect(changes).toMatchObject([{ kind: "credits", credits: 5 }]);
  });

  it("tells of eight skills and how many more", () => {
    const needs = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`skill ${i}`, 1]));
    const strategy = compose({ ledger: "desk", filters: [expertise()], selector: rotation() });
    const [change] = unwrap(
      whyNot(strategy, "ann", { id: "l1", receivedAtMs: 0, needs }, { reps: [{ id: "ann" }] }, state),
    ).changes;
    expect(change?.says).toMatch(/skill 7 at 1 instead of 0, and 4 more$/);
  });

  it("has nothing to change for who wins", () => {
    const answer = unwrap(whyNot(desk, "bob", lead, { reps: [bob] }, state));
    expect([answer.won, answer.changes]).toStrictEqual([true, []]);
  });

  it("counts credits in the rep's own account, and leaves it as it was", () => {
    let dealt = state;
    const reps = [{ id: "ann" }, { id: "bob" }];
    const even = compose({ ledger: "desk", filters: [], selector: rotation() });
    for (const id of ["a", "b", "c"]) dealt = unwrap(even({ id, receivedAtMs: 0 }, { reps }, dealt)).state;
    const before = JSON.stringify(dealt);
    const { changes } = unwrap(whyNot(even, "ann", { id: "d", receivedAtMs: 0 }, { reps }, dealt));
    expect(changes).toMatchObject([{ kind: "credits", credits: CREDITS_PER_LEAD }]);
    expect(JSON.stringify(dealt)).toBe(before);
  });

  it("refuses a rep who is not on the roster, and bad input", () => {
    expect(whyNot(desk, "dan", lead, { reps: [bob] }, state)).toMatchObject({ left: [{ path: ["repId"] }] });
    expect(whyNot(desk, "bob", { ...lead, receivedAtMs: -1 }, { reps: [bob] }, state)).toMatchObject({
      left: [{ path: ["lead", "receivedAtMs"] }],
    });
  });
});
