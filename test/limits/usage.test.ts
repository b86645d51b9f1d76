import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  type LimitScope,
  limits,
  type Notes,
  quotas,
  type Rep,
  type Roster,
  rotation,
  type State,
  unwrap,
  usage,
  usageByRep,
} from "../../src/index.js";

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const notes: Notes = {
  ofRep: (name) =>
    name.endsWith("day UTC") ? [DAY_MS, 2, 1] : name === "limits 10" ? [-1, DAY_MS, DAY_MS + 5] : [],
  ofAll: (name) => (name === "limits a day UTC" ? [DAY_MS, 7, 0] : []),
};

const ann: Rep = {
  id: "ann",
  joinedAtMs: 0,
  limits: [
    { most: 5, per: "day", ramp: [3] },
    { most: 2, windowMs: 10 },
    { most: 9, per: "week", timeZone: "America/New_York" },
  ],
  quotas: [
    { least: 4, per: "day" },
    { least: 1, per: "month" },
  ],
};

describe("usage", () => {
  it("says what was had in each window, how much room is left, and what is missing", () => {
    const day = { fromMs: DAY_MS, toMs: 2 * DAY_MS, had: 2 };
    const { limits: ofLimits, quotas: ofQuotas } = usage(ann, notes, DAY_MS + 7);
    expect(ofLimits.map(({ limit: _, ...rest }) => rest)).toStrictEqual([
      { of: "rep", ...day, most: 3, room: 1 },
      { of: "rep", fromMs: DAY_MS - 3, toMs: DAY_MS + 7, had: 2, most: 2, room: 0 },
      {
        of: "rep",
        fromMs: -3 * DAY_MS + 18_000_000,
        toMs: 4 * DAY_MS + 18_000_000,
        had: 0,
        most: 9,
        room: 9,
      },
    ]);
    expect(ofLimits.map(({ limit }) => limit)).toStrictEqual(ann.limits);
    expect(ofQuotas).toStrictEqual([
      { quota: { least: 4, per: "day" }, ...day, missing: 2 },
      { quota: { least: 1, per: "month" }, fromMs: 0, toMs: 31 * DAY_MS, had: 0, missing: 1 },
    ]);
    expect(usage(ann, notes, DAY_MS + WEEK_MS).limits[0]).toMatchObject({ had: 0, most: 5, room: 5 });
  });

  it("has no room and misses nothing in a window too long ago to be known, nor below 0", () => {
    const late: Notes = { ...notes, ofRep: () => [9 * DAY_MS, 9, 9] };
    expect(usage({ ...ann, limits: [{ most: 5, per: "day" }] }, late, DAY_MS)).toMatchObject({
      limits: [{ had: null, room: 0 }],
      quotas: [{ had: null, missing: 0 }, { missing: 0 }],
    });
    expect(usage({ ...ann, limits: [{ most: 1, per: "day" }] }, notes, DAY_MS).limits[0]?.room).toBe(0);
  });

  it("reads the limits of a name, of each and of all", () => {
    const scope: LimitScope = {
      name: "a",
      each: [{ most: 5, per: "day" }],
      total: [{ most: 9, per: "day" }],
      tiers: [1],
    };
    expect(
      usage({ ...ann, tier: 1 }, notes, DAY_MS, scope).limits.map(({ of, had, room }) => [of, had, room]),
    ).toStrictEqual([
      ["rep", 2, 3],
      ["all", 7, 2],
    ]);
    expect(usage(ann, notes, DAY_MS, scope).limits).toStrictEqual([]);
    expect(() => usage(ann, notes, 0, { name: "a" })).toThrow(RangeError);
  });
});

describe("usageByRep", () => {
  it("reads what strategies counted, for every rep, by the hours of a team too", () => {
    const roster: Roster = {
      reps: [
        { id: "bob" },
        {
          id: "ann",
          limits: [{ most: 3, per: "day" }],
          quotas: [{ least: 1, per: "day" }],
          schedule: { like: "office" },
        },
      ],
      schedules: { office: { timeZone: "Asia/Tokyo" } },
    };
    const desk = compose({ ledger: "desk", filters: [limits(), quotas()], selector: rotation() });
    const { state } = unwrap(desk({ id: "l1", receivedAtMs: 0 }, roster, emptyState({ seed: "s" })));
    const [first, second] = unwrap(usageByRep(roster, state, 5));
    expect([first?.repId, second]).toStrictEqual(["ann", { repId: "bob", limits: [], quotas: [] }]);
    const day = { fromMs: -32_400_000, toMs: 54_000_000, had: 1 };
    expect(first).toMatchObject({ limits: [{ ...day, room: 2 }], quotas: [{ ...day, missing: 0 }] });
  });

  it("knows nothing of whom the state has never seen, and names what is at fault", () => {
    const roster: Roster = { reps: [{ id: "ann", limits: [{ most: 3, per: "day" }] }] };
    const state = emptyState({ seed: "s" });
    expect(unwrap(usageByRep(roster, state, 0))[0]?.limits[0]).toMatchObject({ had: 0, room: 3 });
    const bad = usageByRep({ reps: [{ id: 7 }] } as never, {} as State, -1);
    expect(bad._tag === "Left" && new Set(bad.left.map(({ path }) => path[0]))).toStrictEqual(
      new Set(["roster", "state", "nowMs"]),
    );
  });
});
