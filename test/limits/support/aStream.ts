import fc from "fast-check";
import type { Limit, Rep, Roster } from "../../../src/index.js";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Beginnings of hours, days, weeks and months, most of them where clocks change. */
const edges = [
  "2026-03-29T01:00:00Z", // Warsaw, forward
  "2026-10-25T01:00:00Z", // Warsaw, back from 3 to 2
  "2010-11-07T02:31:00Z", // St. John's, back from 00:01 to the day before
  "2026-04-04T15:00:00Z", // Lord Howe, back by half an hour
  "2026-02-01T00:00:00Z", // a Sunday and the first of a month
  "2026-11-01T02:30:00Z", // the same in St. John's
].map((text) => Date.parse(text));

const zones = ["UTC", "Europe/Warsaw", "America/St_Johns", "Australia/Lord_Howe"] as const;

const aZone = fc.constantFrom(undefined, ...zones);

const defined = <A extends object>(record: A): A =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as A;

const aRamp = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }) },
);

const aMost = fc.integer({ min: 1, max: 4 });

const aCalendarLimit = fc.record({
  most: aMost,
  per: fc.constantFrom("hour", "day", "week", "month"),
  timeZone: aZone,
  weekStart: fc.constantFrom(undefined, 1, 4, 7),
  ramp: aRamp,
});

const aRollingLimit = fc.record({
  most: aMost,
  windowMs: fc.constantFrom(1, 2, HOUR_MS / 2, HOUR_MS, DAY_MS),
  ramp: aRamp,
});

const aLimit = fc.oneof(aCalendarLimit, aRollingLimit).map((limit): Limit => defined(limit as Limit));

/** Moments on both sides of edges, and at them. */
const aStep = fc.constantFrom(
  -HOUR_MS,
  -1,
  0,
  0,
  0,
  1,
  1,
  2,
  HOUR_MS / 2 - 1,
  HOUR_MS / 2,
  HOUR_MS - 1,
  HOUR_MS,
  DAY_MS - 1,
  DAY_MS,
  7 * DAY_MS,
);

export interface Happened {
  readonly type: "lead" | "event";
  readonly atMs: number;
  /** Which strategy a new lead goes to, or which lead an event is about, counted round. */
  readonly which: number;
  /** What happens to it, of whatever can. */
  readonly what: number;
  readonly roster: number;
  readonly isHot: boolean;
  readonly ownerId: string | undefined;
}

export interface Stream {
  readonly rosters: readonly Roster[];
  readonly happened: readonly Happened[];
  readonly runsBack: boolean;
}

const ids = ["ann", "bob", "__proto__"] as const;

const aRoster = (startMs: number): fc.Arbitrary<Roster> =>
  fc
    .tuple(
      ...ids.map((id) =>
        fc
          .record({
            limits: fc.oneof(
              { weight: 4, arbitrary: fc.array(aLimit, { maxLength: 3 }) },
              { weight: 1, arbitrary: fc.constant(undefined) },
            ),
            teams: fc.constantFrom(undefined, ["north"], ["south"]),
            tier: fc.constantFrom(undefined, 1, 2),
            joinedAtMs: fc.constantFrom(undefined, startMs, startMs + 1, startMs - 7 * DAY_MS),
            schedule: fc.constantFrom(undefined, ...zones.map((timeZone) => ({ timeZone }))),
          })
          .map((rest): Rep => defined({ id, ...rest }) as Rep),
      ),
    )
    .map((reps) => ({ reps }));

/** The roster again with other amounts under the same windows, as somebody edits it. */
const edited = (roster: Roster, by: number): Roster => ({
  reps: roster.reps.map((rep) =>
    rep.limits === undefined
      ? rep
      : { ...rep, limits: rep.limits.map((limit) => ({ ...limit, most: ((limit.most + by) % 5) + 1 })) },
  ),
});

/** Leads and events around an edge, on rosters whose limits change; moments run back where they may. */
export const aStream = ({ runsBack }: { readonly runsBack: boolean }): fc.Arbitrary<Stream> =>
  fc.constantFrom(...edges).chain((edgeMs) => {
    const startMs = edgeMs - DAY_MS;
    const step = fc.record({
      type: fc.constantFrom("lead", "lead", "event"),
      stepMs: runsBack
        ? fc.oneof(
            aStep,
            aStep.map((ms) => -ms),
          )
        : aStep.map((ms) => Math.max(0, ms)),
      which: fc.nat({ max: 9 }),
      what: fc.nat({ max: 9 }),
      roster: fc.constantFrom(0, 0, 0, 1, 2),
      isHot: fc.boolean(),
      ownerId: fc.constantFrom(undefined, undefined, "ann"),
    });
    return fc
      .record({
        offsetMs: fc.constantFrom(0, DAY_MS - HOUR_MS, DAY_MS - 1, DAY_MS),
        roster: aRoster(startMs),
        other: aRoster(startMs),
        steps: fc.array(step, { minLength: 10, maxLength: 40 }),
      })
      .map(({ offsetMs, roster, other, steps }) => {
        let atMs = startMs + offsetMs;
        return {
          runsBack,
          rosters: [roster, edited(roster, 2), other],
          happened: steps.map(({ stepMs, ...rest }): Happened => {
            atMs = Math.max(0, atMs + stepMs);
            return { ...rest, type: rest.type as Happened["type"], atMs };
          }),
        };
      });
  });
