import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  holderOf,
  type Notes,
  type Quota,
  quotas,
  type Roster,
  rotation,
  unwrap,
} from "../../src/index.js";
import { ask } from "../support/ask.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const noted = (values: Readonly<Record<string, readonly number[]>>): Notes => ({
  ofRep: (name) => values[name] ?? [],
  ofAll: () => [],
});

const told = (held: readonly Quota[], values: Readonly<Record<string, readonly number[]>>, more = {}) =>
  ask(quotas(), {}, { quotas: held }, { notes: noted(values), ...more });

const first = { passes: true, rank: 0 };
const after = { passes: true, rank: 1, reason: "has had its quota" };

describe("quotas", () => {
  it("put first whoever is short of one of them, and leave nobody out", () => {
    const held: readonly Quota[] = [
      { least: 1, per: "hour" },
      { least: 3, per: "day" },
    ];
    expect(told(held, {})).toStrictEqual(first);
    expect(told(held, { "quotas hour UTC": [0, 1, 0], "quotas day UTC": [0, 2, 0] })).toStrictEqual(first);
    expect(told(held, { "quotas hour UTC": [0, 1, 0], "quotas day UTC": [0, 3, 0] })).toStrictEqual(after);
    const next = { nowMs: HOUR_MS };
    expect(told(held, { "quotas hour UTC": [0, 1, 0], "quotas day UTC": [0, 3, 0] }, next)).toStrictEqual(
      first,
    );
    expect(told([], {})).toStrictEqual({ passes: true, rank: 1, reason: "has no quota" });
    expect(ask(quotas(), {}, {})).toMatchObject({ rank: 1 });
  });

  it("count open offers, and nothing in a window too long ago to be known", () => {
    const held: readonly Quota[] = [{ least: 2, per: "day" }];
    expect(told(held, { "quotas day UTC": [0, 1, 0] }, { openOffers: 1 })).toStrictEqual(after);
    expect(told(held, { "quotas day UTC": [5 * DAY_MS, 1, 0] })).toStrictEqual(after);
  });

  it("are filled before the others are dealt to, window by window, in the rep's own calendar", () => {
    const desk = compose({
      ledger: "desk",
      filters: [quotas({ timeZone: "Asia/Gaza" })],
      selector: rotation(),
    });
    const roster: Roster = {
      reps: [
        { id: "ann", quotas: [{ least: 2, per: "day" }], schedule: { timeZone: "Europe/Warsaw" } },
        { id: "bob", quotas: [{ least: 1, per: "week", weekStart: 7 }] },
        { id: "cyd" },
      ],
    };
    let state = emptyState({ seed: "s" });
    const takers = [0, 1, 2, 3, 4, 5, 23 * HOUR_MS, 23 * HOUR_MS + 1].map((receivedAtMs) => {
      const outcome = unwrap(desk({ id: `l${receivedAtMs}`, receivedAtMs }, roster, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect([takers.slice(0, 3).sort(), takers.slice(3, 6).sort(), takers.slice(6)]).toStrictEqual([
      ["ann", "ann", "bob"],
      ["ann", "bob", "cyd"],
      ["ann", "ann"],
    ]);
    expect(state.notes.map(({ name }) => name)).toStrictEqual([
      "quotas day Europe/Warsaw",
      "quotas week 7 Asia/Gaza",
    ]);
  });

  it("refuse a time zone that the runtime does not know", () => {
    expect(() => quotas({ timeZone: "Mars" })).toThrow(RangeError);
  });
});
