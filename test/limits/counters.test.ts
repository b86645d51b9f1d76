import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counterOf, type Windowed } from "../../src/limits/counterOf.js";

const HOUR_MS = 3_600_000;

const anHour: Windowed = { per: "hour" };
const aSpan: Windowed = { windowMs: 4 };

/** Whether one more lead at this moment makes more than `most` in a window. */
type IsOver = (moments: readonly number[], atMs: number, most: number) => boolean;

const inTheHour: IsOver = (moments, atMs, most) =>
  moments.filter((each) => Math.floor(each / HOUR_MS) === Math.floor(atMs / HOUR_MS)).length + 1 > most;

const inASpan: IsOver = (moments, atMs, most) =>
  [-3, -2, -1, 0].some((offset) => {
    const fromMs = atMs + offset;
    return moments.filter((each) => fromMs <= each && each < fromMs + 4).length + 1 > most;
  });

/** The kind of window, how far apart moments lie, and when one more is too many. */
const kinds: readonly (readonly [string, Windowed, number, IsOver])[] = [
  ["the calendar", anHour, HOUR_MS / 3, inTheHour],
  ["a rolling window", aSpan, 1, inASpan],
];

const UTC = "UTC";

interface Step {
  readonly at: number;
  readonly most: number;
}

const aStep = fc.record({ at: fc.nat({ max: 20 }), most: fc.integer({ min: 1, max: 4 }) });

const steps = (isSorted: boolean): fc.Arbitrary<readonly Step[]> =>
  fc.array(aStep, { maxLength: 25 }).map((all) => (isSorted ? all.sort((a, b) => a.at - b.at) : all));

describe.each(kinds)("a count by %s", (_, windowed, unitMs, isOver) => {
  const counter = counterOf(windowed, UTC);

  /** Tells of each lead what was taken and noted before; those that are free are taken. */
  const counting = (
    leads: readonly Step[],
    told: (
      lead: { readonly atMs: number; readonly most: number },
      taken: readonly number[],
      values: readonly number[],
    ) => void,
  ): readonly number[] => {
    const taken: number[] = [];
    let values: readonly number[] = [];
    for (const { at, most } of leads) {
      const atMs = at * unitMs;
      told({ atMs, most }, taken, values);
      if (counter.freeFrom(values, most, atMs) > atMs) continue;
      values = counter.taken(values, most, atMs);
      taken.push(atMs);
    }
    return values;
  };

  it("never lets one lead too many through, in whatever order moments come, however the most changes", () => {
    fc.assert(
      fc.property(steps(false), (leads) => {
        counting(leads, ({ atMs, most }, taken, values) => {
          if (isOver(taken, atMs, most)) expect(counter.freeFrom(values, most, atMs)).toBeGreaterThan(atMs);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("knows the first moment with room, while moments never run back", () => {
    fc.assert(
      fc.property(steps(true), (leads) => {
        counting(leads, ({ atMs, most }, taken, values) => {
          let first = atMs;
          while (isOver(taken, first, most)) first += unitMs;
          const free = counter.freeFrom(values, most, atMs);
          // Windows begin between the moments of the test, too.
          expect(first - free).toBeLessThan(unitMs);
          expect(first - free).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("is exact for late moments too, as long as nothing that matters was forgotten", () => {
    let late = 0;
    fc.assert(
      fc.property(steps(false), (leads) => {
        counting(leads, ({ atMs, most }, taken, values) => {
          const isKnown =
            "windowMs" in windowed ? (values[0] ?? -1) < 0 : counter.had(values, atMs) !== undefined;
          if (!isKnown) return;
          late += taken.some((each) => each > atMs) ? 1 : 0;
          expect(counter.freeFrom(values, most, atMs) > atMs).toBe(isOver(taken, atMs, most));
        });
      }),
      { numRuns: 2000 },
    );
    expect(late).toBeGreaterThan(1000);
  });

  it("remembers no more than its limit needs, however many leads there are", () => {
    fc.assert(
      fc.property(steps(false), (leads) => {
        const values = counting(leads, () => {});
        expect(values.length).toBeLessThanOrEqual(1 + Math.max(2, ...leads.map(({ most }) => most)));
      }),
    );
  });

  it("reads any list of numbers without throwing, and comes to an end", () => {
    const odd = fc.oneof(fc.constantFrom(0, -1, 0.5, 8.64e15, 1e300, -1e300), fc.integer());
    fc.assert(
      fc.property(
        fc.array(odd, { maxLength: 5 }),
        odd,
        fc.integer({ min: 1, max: 3 }),
        (values, at, most) => {
          const atMs = Math.abs(at);
          expect(counter.freeFrom(values, most, atMs)).toBeGreaterThanOrEqual(atMs);
          expect(counter.taken(values, most, atMs).every(Number.isFinite)).toBe(true);
          counter.had(values, atMs);
        },
      ),
    );
  });
});

describe("a rolling window", () => {
  const span = counterOf(aSpan, UTC);
  const noted = (most: number, ...moments: readonly number[]): readonly number[] =>
    moments.reduce<readonly number[]>((values, atMs) => span.taken(values, most, atMs), []);

  it("does not hold two leads that are exactly its length apart", () => {
    expect(span.freeFrom(noted(1, 10), 1, 13)).toBe(14);
    expect(span.freeFrom(noted(1, 10), 1, 14)).toBe(14);
    expect(span.had(noted(1, 10), 13)).toBe(1);
    expect(span.had(noted(1, 10), 14)).toBe(0);
  });

  it("has no room any more where moments are so large that its length adds nothing to them", () => {
    expect(span.freeFrom(noted(1, 1e300), 1, 1e300)).toBe(Number.POSITIVE_INFINITY);
    expect(span.freeFrom([1e300], 1, 1e300)).toBe(Number.POSITIVE_INFINITY);
  });

  it("keeps whatever lies within its length, so that a limit may be raised at once", () => {
    expect(noted(1, 10, 11, 12)).toStrictEqual([-1, 10, 11, 12]);
    expect(noted(1, 10, 11, 15)).toStrictEqual([11, 15]);
  });

  it("keeps as many as the limit allows for late leads, and knows the latest that it forgot", () => {
    expect(noted(2, 10, 20, 30, 40)).toStrictEqual([20, 30, 40]);
    expect(span.taken([10, 20], 1, 5)).toStrictEqual([10, 20]);
  });

  it("tells how many were had in the span that ends now", () => {
    expect([span.had([-1], 0), span.had(noted(1, 10), 9), span.had(noted(2, 10, 11), 11)]).toStrictEqual([
      0, 0, 2,
    ]);
  });

  it("refuses a late lead near one that was forgotten", () => {
    const values = noted(1, 10, 20);
    expect(values).toStrictEqual([10, 20]);
    expect(span.freeFrom(values, 5, 13)).toBe(14);
    expect(span.freeFrom(values, 5, 14)).toBe(14);
    expect(span.freeFrom(values, 5, 7)).toBe(14);
  });

  it("keeps at most a thousand, where the limit is only a preference", () => {
    const values = noted(1, ...Array.from({ length: 1010 }, () => 5));
    expect(values.length).toBe(1001);
    expect(values[0]).toBe(5);
  });
});

describe("the calendar", () => {
  const hour = counterOf(anHour, UTC);

  it("counts the newest window with a lead and the one right before it", () => {
    const first = hour.taken([], 9, 5 * HOUR_MS + 1);
    expect(first).toStrictEqual([5 * HOUR_MS, 1, 0]);
    const second = hour.taken(first, 9, 6 * HOUR_MS);
    expect(second).toStrictEqual([6 * HOUR_MS, 1, 1]);
    expect(hour.taken(second, 9, 6 * HOUR_MS - 1)).toStrictEqual([6 * HOUR_MS, 1, 2]);
    expect(hour.taken(second, 9, 5 * HOUR_MS - 1)).toStrictEqual(second);
    expect(hour.taken(second, 9, 8 * HOUR_MS)).toStrictEqual([8 * HOUR_MS, 1, 0]);
    expect(hour.had(second, 5 * HOUR_MS - 1)).toBeUndefined();
  });

  it("is full for a lead that is decided too late, until the first window that is known", () => {
    const values = [6 * HOUR_MS, 1, 1];
    expect(hour.freeFrom(values, 3, 2 * HOUR_MS)).toBe(5 * HOUR_MS);
    expect(hour.freeFrom(values, 1, 2 * HOUR_MS)).toBe(7 * HOUR_MS);
  });

  it("has one window for all that comes after the last date", () => {
    const values = hour.taken([], 9, 1e300);
    expect(hour.had(values, 9e15)).toBe(1);
    expect(hour.freeFrom(values, 1, 9e15)).toBe(Number.POSITIVE_INFINITY);
  });

  it("names its windows by unit, first day and zone, a week alone by its first day", () => {
    const kindOf = (windowed: Windowed) => counterOf(windowed, UTC).kind;
    expect(kindOf({ per: "day", weekStart: 3 })).toBe("day UTC");
    expect(kindOf({ per: "week", timeZone: "Europe/Warsaw" })).toBe("week 1 Europe/Warsaw");
    expect(kindOf({ per: "week", weekStart: 7 })).toBe("week 7 UTC");
    expect(kindOf(aSpan)).toBe("4");
    expect(counterOf(anHour, UTC)).toBe(counterOf({ ...anHour, timeZone: UTC }, "Asia/Tehran"));
  });
});
