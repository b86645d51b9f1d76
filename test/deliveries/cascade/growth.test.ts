import { describe, expect, it } from "vitest";
import {
  type CascadeOptions,
  emptyState,
  type Filter,
  type Roster,
  rotation,
  type Selector,
  type State,
} from "../../../src/index.js";
import { asked, expired, no, offering, type Story, stands, storyOf, yes } from "../../support/story.js";

const crowd = (size: number): Roster => ({
  reps: Array.from({ length: size }, (_, i) => ({ id: `rep ${i}` })),
});

interface Counted {
  readonly tests: number;
  readonly orders: number;
  readonly reads: number;
  readonly story: Story;
}

/** How often the parts are asked, and how often a roster, an id list or a column is read, by one step of a lead's life. */
const counted = (
  size: number,
  options: Partial<CascadeOptions>,
  before: (story: Story) => Story,
  step: (story: Story, roster: Roster) => Story,
): Counted => {
  let [tests, orders, reads] = [0, 0, 0];
  const watched = <A extends object>(target: A): A =>
    new Proxy(target, {
      get: (from, key, receiver) => {
        reads += 1;
        return Reflect.get(from, key, receiver);
      },
    });
  const filter: Filter = {
    name: "counting",
    test: () => {
      tests += 1;
      return { passes: true, rank: 0 };
    },
  };
  const inner = rotation();
  const selector: Selector = {
    ...inner,
    order: (question) => {
      orders += 1;
      return inner.order(question);
    },
  };
  const roster = { reps: watched(crowd(size).reps.map((rep) => watched({ ...rep }))) };
  const fresh = emptyState({ seed: "s" });
  const state: State = { ...fresh, ids: watched([...fresh.ids]) };
  const story = before(storyOf(offering({ filters: [filter], selector, ...options }), { roster, state }));
  [tests, orders, reads] = [0, 0, 0];
  const after = step(story, { reps: watched(roster.reps.map((rep) => rep)) });
  return { tests, orders, reads, story: after };
};

const same = (story: Story): Story => story;

const decline = (story: Story): Story => story.on(1, no(asked(story)[0] ?? ""));

describe("a cascade among many", () => {
  it("asks each filter about each rep twice when a turn is lost, and a few times more for who is chosen", () => {
    for (const size of [100, 1_000]) {
      const { tests, orders } = counted(size, {}, same, decline);
      expect(orders).toBe(2);
      expect(tests).toBeGreaterThanOrEqual(2 * size - 1);
      expect(tests).toBeLessThanOrEqual(2 * size + 5);
    }
  });

  it("asks nobody but who is next in a settled order, beside the booking", () => {
    const { tests, orders } = counted(
      1_000,
      { order: "fixed", policy: { refused: "ignored" } },
      same,
      decline,
    );
    expect([orders, tests <= 5]).toStrictEqual([0, true]);
  });

  it("asks once for a turn that is taken", () => {
    const { tests, orders } = counted(1_000, {}, same, (story) => story.on(1, yes(asked(story)[0] ?? "")));
    expect(orders).toBe(1);
    expect(tests).toBeLessThanOrEqual(1_000 + 5);
  });

  it("passes over empty rings with one ranking each", () => {
    const empty = {
      filters: [{ name: "nobody", test: () => ({ passes: false, reason: "is nobody" }) as const }],
    };
    const { orders } = counted(200, { rings: [empty, empty, empty, {}] }, decline, decline);
    expect(orders).toBeLessThanOrEqual(2);
  });

  it("reads in proportion to the roster when a turn is lost, not to its square", () => {
    const [small, large] = [200, 2_000].map(
      (size) =>
        counted(size, {}, same, (story, roster) => story.on(1, no(asked(story)[0] ?? ""), { roster })).reads,
    );
    expect(large).toBeGreaterThan(small ?? 0);
    expect(large).toBeLessThan(10 * 1.6 * (small ?? 0));
  });

  it("keeps a decision small, unless the order is settled", () => {
    const bytes = (options: Partial<CascadeOptions>): number =>
      JSON.stringify(decline(storyOf(offering(options), { roster: crowd(5_000) })).decision).length;
    expect(bytes({})).toBeLessThan(1_000);
    expect(bytes({ order: "fixed", mostOffers: 10 })).toBeLessThan(1_000);
    expect(bytes({ order: "fixed" })).toBeGreaterThan(40_000);
  });
});

describe("100,000 reps", () => {
  it("are offered a lead in turn, in either order, one or a thousand at a time", () => {
    const roster = crowd(100_000);
    for (const options of [{}, { order: "fixed" as const }, { atOnce: 1_000 }]) {
      const story = storyOf(offering(options), { roster });
      const next = decline(decline(story));
      expect(asked(next)).toHaveLength(options.atOnce ?? 1);
      expect(next.decision.tried).toHaveLength(2);
      expect(stands(next.on(2, yes(asked(next)[0] ?? "")))).toContain("has it");
    }
    const silent = storyOf(offering({ atOnce: 100, policy: { timedOut: "ignored" } }), { roster }).on(
      60,
      expired,
    );
    expect(silent.decision.tried).toHaveLength(100);
  });
});
