import fc from "fast-check";
import type { LeadEvent, Rep, Roster } from "../../../src/index.js";

/** To which moment an event is dated: the clock, one in the life of the lead's offers, or its last change. */
type Anchor = "clock" | "since" | "until" | "wake" | "changed";

/** What is to happen next. Leads, reps and moments are chosen when it does, by number, among those that there are. */
export type Intent =
  /** The owner is a rep of the roster, by number. */
  | {
      readonly type: "lead";
      readonly passMs: number;
      readonly owner: number | undefined;
      readonly effort: number | undefined;
    }
  | { readonly type: "again"; readonly about: number; readonly passMs: number }
  | { readonly type: "roster"; readonly to: number }
  | {
      readonly type: "event";
      readonly passMs: number;
      /** Which lead: the last that came in is 0; those that are closed come last. */
      readonly about: number;
      readonly what: LeadEvent["type"];
      readonly who: "hand" | "tried" | "roster" | "stranger" | "nobody";
      readonly which: number;
      readonly anchor: Anchor;
      readonly shiftMs: number;
      /** How many event ids ago an id is used again. Absent: a new one. */
      readonly sameAs?: number;
      /** What the lead weighs from now on, for an update. Absent: what it did. */
      readonly effort?: number;
      readonly result: Extract<LeadEvent, { readonly type: "closed" }>["result"];
    };

/** A life of a desk. */
export interface Life {
  readonly seed: string;
  readonly rosters: readonly [Roster, ...Roster[]];
  readonly intents: readonly Intent[];
}

const IDS = ["ann", "bob", "", "__proto__", "B", "b", "\ue000", "\u{1f600}"];
const LAST_MS = 40;

const often = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary });

const seldom = <A>(arbitrary: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const anEffort = fc.constantFrom(0, 1, 2, 3);

const anInterval = fc
  .tuple(fc.nat({ max: LAST_MS }), fc.nat({ max: 10 }))
  .map(([fromMs, lastsMs]) => ({ fromMs, toMs: fromMs + lastsMs }));

const aRep = (id: string, scale: number): fc.Arbitrary<Rep> =>
  fc
    .record({
      weight: fc.constantFrom(0, 1, 1, 1, 1, 1, 2, 3).map((weight) => weight * scale),
      capacity: often(fc.constantFrom(0, 1, 1, 1, 2, 2, 3, 4)),
      openLeads: seldom(fc.nat({ max: 2 })),
      openEffort: seldom(fc.nat({ max: 2 })),
      active: seldom(fc.boolean()),
      presence: seldom(fc.constantFrom("online" as const, "away" as const, "offline" as const)),
      timeOff: seldom(fc.array(anInterval, { minLength: 1, maxLength: 2 })),
    })
    .map((known) => ({
      id,
      ...(Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as object),
    }));

const aRoster = (ids: readonly string[]): fc.Arbitrary<Roster> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.shuffledSubarray([...ids], { minLength: Math.ceil(ids.length / 2) }) },
        { weight: 1, arbitrary: fc.shuffledSubarray([...ids]) },
      ),
      fc.constantFrom(1, 1, 0.5, 0.001, 400),
    )
    .chain(([present, scale]) => fc.tuple(...present.map((id) => aRep(id, scale))))
    .map((reps) => ({ reps }));

const aPause = fc.constantFrom(0, 0, 0, 0, 1, 1, 2, 5);

const aKind = fc.constantFrom<LeadEvent["type"]>(
  ...(["accepted", "accepted", "accepted", "accepted", "declined", "declined", "declined"] as const),
  ...(["expired", "expired", "expired", "woken", "woken", "returned", "updated", "updated"] as const),
  ...(["returned", "worked", "reassigned", "reassigned", "closed", "claimed", "updated", "merged"] as const),
  ...(["released", "released", "opened"] as const),
);

const anEvent: fc.Arbitrary<Intent> = fc
  .record({
    type: fc.constant("event" as const),
    passMs: aPause,
    about: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 11 }) }),
    what: aKind,
    who: fc.constantFrom(
      ...(["hand", "hand", "hand", "hand", "hand", "hand"] as const),
      "tried" as const,
      "roster",
      "roster",
      "roster",
      "stranger",
      "nobody",
    ),
    which: fc.nat({ max: 7 }),
    anchor: fc.constantFrom<Anchor>(
      "clock",
      "clock",
      "since",
      "since",
      "until",
      "until",
      "until",
      "wake",
      "changed",
    ),
    shiftMs: fc.constantFrom(0, 0, 0, 0, 0, -1, -1, -1, -1, 1, 1, -1000, 1000),
    sameAs: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.nat({ max: 5 }) },
    ),
    effort: fc.option(anEffort, { nil: undefined }),
    result: fc.constantFrom("won" as const, "lost", "no-show", "cancelled", "disqualified"),
  })
  .map(({ sameAs, effort, ...rest }) => ({
    ...rest,
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(effort === undefined ? {} : { effort }),
  }));

/** An answer by somebody who was asked, while the offer is open. */
const aGoodAnswer: fc.Arbitrary<Intent> = fc
  .record({
    type: fc.constant("event" as const),
    passMs: aPause,
    about: fc.nat({ max: 3 }),
    what: fc.constantFrom("accepted" as const, "accepted", "declined"),
    who: fc.constant("hand" as const),
    which: fc.nat({ max: 1 }),
    moment: fc.constantFrom(
      { anchor: "since" as const, shiftMs: 0 },
      { anchor: "until" as const, shiftMs: -1 },
    ),
    result: fc.constant("won" as const),
  })
  .map(({ moment, ...rest }) => ({ ...rest, ...moment }));

const anIntent: fc.Arbitrary<Intent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant("lead" as const),
      passMs: aPause,
      owner: often(fc.nat({ max: 3 })),
      effort: seldom(anEffort),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("again" as const),
      about: fc.nat({ max: 11 }),
      passMs: aPause,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant("roster" as const), to: fc.nat({ max: 3 }) }),
  },
  { weight: 3, arbitrary: aGoodAnswer },
  { weight: 9, arbitrary: anEvent },
);

/** Up to eight reps, up to four rosters of them, and what happens, in whatever order. */
export const aLife = (): fc.Arbitrary<Life> =>
  fc.shuffledSubarray(IDS, { minLength: 1 }).chain((ids) => {
    const roster = aRoster(ids);
    return fc.record({
      seed: fc.constantFrom("a", "b"),
      rosters: fc
        .tuple(roster, fc.array(roster, { maxLength: 3 }))
        .map(([first, rest]): Life["rosters"] => [first, ...rest]),
      intents: fc.array(anIntent, { maxLength: 60, size: "max" }),
    });
  });
