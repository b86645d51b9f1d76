import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  all,
  assign,
  cascade,
  compose,
  type Delivery,
  emptyState,
  type Filter,
  firstOf,
  type Roster,
  rotation,
  type Selector,
  unwrap,
} from "../../src/index.js";
import { returned, rosterOf, stands, storyOf, woken, yes } from "../support/story.js";

/** Leaves out each rep until the moment named for it; the others pass. `"for ever"`: nobody can say until when. */
const until = (name: string, moments: Readonly<Record<string, number | "for ever">>): Filter => ({
  name,
  test: ({ rep, nowMs }) => {
    const moment = moments[rep.id] ?? 0;
    if (moment === "for ever") return { passes: false, reason: "cannot say" };
    return moment > nowMs
      ? { passes: false, reason: `not before ${moment}`, untilMs: moment }
      : { passes: true, rank: 0 };
  },
});

/** The filter has a lead wait for those whom it leaves out. Counts how often it was asked to. */
const waiting = (filter: Filter, asked: { count: number } = { count: 0 }): Filter => ({
  ...filter,
  hold: ({ earliestMs }) => {
    asked.count += 1;
    const wakeAtMs = earliestMs();
    return wakeAtMs === undefined ? undefined : { reason: "not yet", wakeAtMs };
  },
});

const desk = (filters: readonly Filter[], delivery: Delivery = assign()) =>
  compose({ ledger: "desk", filters, selector: rotation(), delivery });

const team = rosterOf("ann", "bob");

const waits = (filters: readonly Filter[], roster: Roster = team) =>
  stands(storyOf(desk(filters), { roster }));

describe("the earliest moment at which anybody could pass", () => {
  it("is that of the rep who can pass first", () => {
    expect(waits([waiting(until("shift", { ann: 50, bob: 30 }))])).toBe("aside until 30: not yet");
  });

  it("is for each rep the latest of the moments that its filters name", () => {
    const shift = until("shift", { ann: 50, bob: 30 });
    const limit = until("limit", { ann: 10, bob: 90 });
    expect(waits([waiting(shift), limit])).toBe("aside until 50: not yet");
    expect(waits([limit, waiting(shift)])).toBe("aside until 50: not yet");
  });

  it("is for each filter that of those whom it leaves out itself", () => {
    const shift = until("shift", { ann: 50 });
    const limit = until("limit", { bob: 30 });
    expect(waits([waiting(shift), limit])).toBe("aside until 50: not yet");
    expect(waits([shift, waiting(limit)])).toBe("aside until 30: not yet");
    expect(waits([waiting(until("other", {})), shift, limit])).toBe("nobody: all-left-out");
  });

  it("is asked for again where another filter leaves the rep out by then", () => {
    const lunch: Filter = {
      name: "lunch",
      test: ({ nowMs }) =>
        nowMs >= 20 && nowMs < 60
          ? { passes: false, reason: "eats", untilMs: 60 }
          : { passes: true, rank: 0 },
    };
    expect(waits([lunch, waiting(until("shift", { ann: 30, bob: 40 }))])).toBe("aside until 60: not yet");
    const never: Filter = {
      name: "never",
      test: ({ nowMs }) => (nowMs >= 20 ? { passes: false, reason: "left" } : { passes: true, rank: 0 }),
    };
    expect(waits([never, waiting(until("shift", { ann: 30, bob: 40 }))])).toBe("nobody: all-left-out");
  });

  /** Open for so long from each multiple of a span on, and later by so much. */
  const opens = (name: string, everyMs: number, fromMs: number, forMs: number): Filter => ({
    name,
    test: ({ nowMs }) => {
      const sinceMs = (((nowMs - fromMs) % everyMs) + everyMs) % everyMs;
      return sinceMs < forMs
        ? { passes: true, rank: 0 }
        : { passes: false, reason: "shut", untilMs: nowMs - sinceMs + everyMs };
    },
  });

  it("is one at which all filters let the same rep through, though each by itself would sooner", () => {
    const shift = opens("shift", 14, 6, 3);
    expect(waits([opens("desk", 10, 3, 2), waiting(shift)])).toBe("aside until 34: not yet");
    expect(waits([waiting(shift), opens("desk", 10, 3, 2)])).toBe("aside until 34: not yet");
  });

  it("is nothing where filters never agree, so that a lead does not go to and fro for ever", () => {
    const desk = waiting(opens("desk", 10, 3, 2));
    expect(waits([desk, opens("shift", 10, 6, 3)])).toBe("nobody: all-left-out");
    const soon: Filter = {
      name: "soon",
      test: ({ nowMs }) => ({ passes: false, reason: "soon", untilMs: nowMs + 1 }),
    };
    expect(waits([waiting(soon)])).toBe("nobody: all-left-out");
  });

  it("passes over whom a filter leaves out without saying until when, wherever it stands", () => {
    const shift = until("shift", { ann: 50, bob: 30 });
    const skill = until("skill", { bob: "for ever" });
    expect(waits([waiting(shift), skill])).toBe("aside until 50: not yet");
    expect(waits([skill, waiting(shift)])).toBe("aside until 50: not yet");
  });

  it("is nothing where nobody can say, where nobody is there, and where only weight keeps a rep from a turn", () => {
    const nobody = until("skill", { ann: "for ever", bob: "for ever" });
    expect(waits([waiting(nobody)])).toBe("nobody: all-left-out");
    expect(waits([waiting(until("shift", {}))], { reps: [] })).toBe("nobody: empty-roster");
    expect(waits([waiting(until("shift", {}))], { reps: [{ id: "ann", weight: 0 }] })).toBe(
      "nobody: none-takes-a-turn",
    );
  });

  it("is not that of somebody who takes no turn, by the selector", () => {
    const shift = until("shift", { ann: 50, bob: 30 });
    const roster = { reps: [{ id: "ann" }, { id: "bob", weight: 0 }] };
    expect(waits([waiting(shift)], roster)).toBe("aside until 50: not yet");
    expect(waits([waiting(shift)], { reps: [{ id: "bob", weight: 0 }] })).toBe("nobody: all-left-out");
    const whoever: Selector = { ...all(), order: ({ candidates }) => candidates };
    const anybody = compose({ ledger: "desk", filters: [waiting(shift)], selector: whoever });
    expect(stands(storyOf(anybody, { roster }))).toBe("aside until 30: not yet");
  });

  it("is that of somebody who did not give the lead up", () => {
    const shift = until("shift", { bob: 70, ann: 0 });
    const story = storyOf(desk([waiting(shift)]), { roster: team });
    const back = story.on(20, returned);
    expect([stands(story), stands(back)]).toStrictEqual(["ann has it", "aside until 70: not yet"]);
    expect(stands(back.on(70, woken))).toBe("bob has it");
    const both = storyOf(desk([waiting(until("shift", { ann: 0 }))]), { roster: rosterOf("ann") });
    expect(stands(both.on(20, returned))).toBe("nobody: nobody-else");
  });

  it("is not that of somebody who gave the lead up, and would be back before the others", () => {
    const breaks: Filter = {
      name: "breaks",
      test: ({ rep, nowMs }) => {
        const backAtMs = rep.id === "bob" ? 70 : 40;
        return nowMs < backAtMs && (rep.id === "bob" || nowMs >= 20)
          ? { passes: false, reason: "has a break", untilMs: backAtMs }
          : { passes: true, rank: 0 };
      },
    };
    const story = storyOf(desk([waiting(breaks)]), { roster: team });
    expect(stands(story)).toBe("ann has it");
    expect(stands(story.on(20, returned))).toBe("aside until 70: not yet");
  });

  it("asks the filters of the ring too", () => {
    const rings = [{ filters: [until("ring", { ann: 80, bob: 90 })] }];
    const strategy = desk([waiting(until("shift", { ann: 10, bob: 10 }))], cascade({ answerMs: 5, rings }));
    const story = storyOf(strategy, { roster: team });
    expect(stands(story)).toBe("aside until 80: not yet");
    expect(stands(story.on(80, woken))).toBe("ann 80-85");
    expect(stands(story.on(80, woken).on(81, yes("ann")))).toBe("ann has it");
  });

  it("is worked out once, however many filters ask, and never where somebody is found", () => {
    let tests = 0;
    const counting: Filter = {
      name: "counting",
      test: ({ nowMs }) => {
        tests += 1;
        return nowMs < 9 ? { passes: false, reason: "later", untilMs: 9 } : { passes: true, rank: 0 };
      },
    };
    const asked = { count: 0 };
    expect(waits([waiting(counting, asked), waiting(until("shift", { bob: 8 }), asked)])).toBe(
      "aside until 9: not yet",
    );
    // Twice to find nobody, twice for now, twice for 9.
    expect([asked.count, tests]).toStrictEqual([2, 6]);
    expect(waits([waiting(until("shift", {}), asked)])).toBe("ann has it");
    expect(asked.count).toBe(2);
  });

  it("is asked about once more of the one who is back first, and of nobody who is back later", () => {
    let tests = 0;
    const reps = Array.from({ length: 100 }, (_, i) => ({ id: `rep ${i}`, tier: 200 - i }));
    const shift: Filter = {
      name: "shift",
      test: ({ rep: { tier = 0 }, nowMs }) => {
        tests += 1;
        return nowMs < tier ? { passes: false, reason: "later", untilMs: tier } : { passes: true, rank: 0 };
      },
    };
    expect(waits([waiting(shift)], { reps })).toBe("aside until 101: not yet");
    expect(tests).toBe(2 * reps.length + 1);
  });

  it("is not worked out for a filter that does not ask", () => {
    let tests = 0;
    const counting: Filter = {
      name: "counting",
      test: () => {
        tests += 1;
        return { passes: false, reason: "later", untilMs: 9 };
      },
      hold: () => undefined,
    };
    expect(waits([counting])).toBe("nobody: all-left-out");
    expect(tests).toBe(2);
  });
});

/** How a filter lets one rep through: from each multiple of a span on and later by so much, for so long. */
interface Opening {
  readonly everyMs: number;
  readonly fromMs: number;
  readonly forMs: number;
}

const isOpen = ({ everyMs, fromMs, forMs }: Opening, atMs: number): boolean =>
  (((atMs - fromMs) % everyMs) + everyMs) % everyMs < forMs;

const anOpening: fc.Arbitrary<Opening> = fc.integer({ min: 2, max: 9 }).chain((everyMs) =>
  fc.record({
    everyMs: fc.constant(everyMs),
    fromMs: fc.nat({ max: everyMs }),
    forMs: fc.integer({ min: 1, max: everyMs }),
  }),
);

describe("the earliest moment of any filters and reps", () => {
  it("is the first at which one passes all whom the filter leaves out now, as a look at every moment finds it", () => {
    let found = 0;
    const IDS = ["a", "b", "c"];
    const everyFilter = fc.array(fc.tuple(anOpening, anOpening, anOpening), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(everyFilter, fc.nat({ max: 20 }), (openings, nowMs) => {
        const openingOf = (at: number, repId: string) => openings[at]?.[IDS.indexOf(repId)] as Opening;
        const toldTo: (number | undefined)[] = [];
        const filters = openings.map(
          (_, at): Filter => ({
            name: `f${at}`,
            test: ({ rep, nowMs: atMs }) => {
              const opening = openingOf(at, rep.id);
              if (isOpen(opening, atMs)) return { passes: true, rank: 0 };
              let untilMs = atMs + 1;
              while (!isOpen(opening, untilMs)) untilMs += 1;
              return { passes: false, reason: "shut", untilMs };
            },
            hold: ({ earliestMs }) => {
              toldTo[at] = earliestMs();
              return undefined;
            },
          }),
        );
        const passes = (repId: string, atMs: number) =>
          openings.every((_, at) => isOpen(openingOf(at, repId), atMs));
        const strategy = desk(filters);
        const lead = { id: "l1", receivedAtMs: nowMs };
        const { decision } = unwrap(strategy(lead, rosterOf(...IDS), emptyState({ seed: "s" })));
        if (decision.status === "assigned") return;
        for (const [at, toldMs] of toldTo.entries()) {
          if (toldMs === undefined) continue;
          found += 1;
          const awaited = IDS.filter((repId) => !isOpen(openingOf(at, repId), nowMs));
          let firstMs = nowMs;
          while (!awaited.some((repId) => passes(repId, firstMs))) firstMs += 1;
          expect(toldMs).toBe(firstMs);
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(150);
  });
});

describe("a filter that would have the lead wait", () => {
  const parks = (name: string, moments: Parameters<typeof until>[1]): Filter => ({
    ...until(name, moments),
    hold: ({ earliestMs }) => {
      const wakeAtMs = earliestMs();
      return wakeAtMs === undefined ? undefined : { reason: name, wakeAtMs };
    },
  });

  it("knows whether it keeps anybody away who could pass later, wherever it stands", () => {
    const shift = until("shift", { ann: 50, bob: 30 });
    for (const limit of [parks("limit", {}), parks("limit", { ann: "for ever" })]) {
      expect(waits([limit, shift])).toBe("nobody: all-left-out");
      expect(waits([shift, limit])).toBe("nobody: all-left-out");
    }
    expect(waits([parks("limit", { ann: 40 }), shift])).toBe("aside until 50: limit");
    expect(waits([shift, parks("limit", { ann: 40 })])).toBe("aside until 50: limit");
  });

  it("is not one that keeps away only whom another leaves out for who knows how long, or who gave the lead up", () => {
    const shift = until("shift", { ann: "for ever", bob: 30 });
    expect(waits([parks("limit", { ann: 40 }), shift])).toBe("nobody: all-left-out");
    const story = storyOf(desk([parks("limit", { ann: 0, bob: 30 })]), { roster: team }).on(10, returned);
    expect(stands(story)).toBe("aside until 30: limit");
  });
});

describe("a filter that says until when", () => {
  const problemOf = (untilMs: unknown) => {
    const filter = { name: "f", test: () => ({ passes: false, reason: "no", untilMs }) } as unknown as Filter;
    const result = desk([filter])({ id: "l1", receivedAtMs: 20 }, team, emptyState({ seed: "s" }));
    return result._tag === "Left" ? result.left[0] : undefined;
  };

  it.each([20, 19, Number.NaN, Number.POSITIVE_INFINITY, "30", null])("is blamed for %s", (untilMs) => {
    expect(problemOf(untilMs)).toStrictEqual({
      path: ["strategy", "filters", 0, "f"],
      message: 'gave an untilMs that is no moment after the question\'s (about rep "ann")',
    });
  });

  it("may say a moment to come, or nothing", () => {
    expect([problemOf(20.5), problemOf(undefined)]).toStrictEqual([undefined, undefined]);
  });
});

describe("spill-over", () => {
  it("does not go past an alternative that has the lead wait", () => {
    const night = desk([waiting(until("shift", { ann: 50, bob: 50 }))]);
    const others = desk([]);
    const both = (...order: readonly (readonly [string, typeof night])[]) =>
      unwrap(
        firstOf(order.map(([name, strategy]) => ({ name, strategy })))(
          { id: "l1", receivedAtMs: 0 },
          team,
          emptyState({ seed: "s" }),
        ),
      ).decision;
    expect(both(["night", night], ["others", others])).toMatchObject({ status: "parked", path: ["night"] });
    expect(both(["others", others], ["night", night])).toMatchObject({
      status: "assigned",
      path: ["others"],
    });
  });
});
