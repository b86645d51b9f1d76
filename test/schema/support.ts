import fc from "fast-check";
import type { Decision, LeadEvent, Problems, State } from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import { aLead, anEvent, anId, aRep, aRoster, aScenario, play } from "../../src/testing/index.js";
import { strategies } from "../support/strategies.js";

type Result =
  | { readonly _tag: "Left"; readonly left: Problems }
  | { readonly _tag: "Right"; readonly right: unknown };

/** The problems of a reading as lines: where, then what. */
export const linesOf = (result: Result): readonly string[] =>
  result._tag === "Right" ? [] : result.left.map(({ path, message }) => `${path.join(".")}: ${message}`);

const IDS = ["ann", "bob", "__proto__"];

const aPlayed = <A>(pick: (decision: Decision, state: State) => A): fc.Arbitrary<A> =>
  fc
    .tuple(fc.constantFrom(...strategies.map(([, strategy]) => strategy)), aScenario())
    .map(([strategy, scenario]) =>
      play(strategy, scenario).flatMap(({ result }) =>
        result._tag === "Right" ? [pick(result.right.decision, result.right.state)] : [],
      ),
    )
    .filter((found) => found.length > 0)
    .chain((found) => fc.constantFrom(...found));

const base = {
  leadId: "l1",
  ledger: "desk",
  path: ["web"],
  atMs: 5,
  revision: 1,
  stateVersion: 2,
  strategy: "f",
  eventIds: ["e1"],
  leftOut: [{ by: "region", reps: 2 }],
  candidates: 2,
  tried: ["cyd"],
};

const standing = { repId: "bob", openLeads: 1, openOffers: 0, openEffort: 4, credit: -3 };

/** One decision of each status, with every field that it may have. */
export const decisions: readonly Decision[] = [
  {
    ...base,
    status: "assigned",
    repId: "ann",
    share: 0.5,
    price: 3,
    effort: 4,
    standing,
    runnerUp: standing,
    lentBy: "cyd",
    lapses: 2,
    sinceMs: 3,
    workedAtMs: 4,
    dueAtMs: 5,
    reminded: 1,
    wakeAtMs: 5,
    byHand: "overridden",
  },
  {
    ...base,
    status: "offered",
    offers: [{ repId: "ann", sinceMs: 5, untilMs: 9, round: 0, effort: 0 }],
    waiting: ["bob"],
    wakeAtMs: 9,
  },
  {
    ...base,
    status: "pooled",
    mode: "open",
    mayClaim: ["ann"],
    sinceMs: 3,
    segment: "seniors",
    group: 1,
    wakeAtMs: 9,
  },
  { ...base, status: "pooled", mode: "blind", shows: ["region"] },
  { ...base, status: "parked", reason: "later", wakeAtMs: 9, suggested: ["ann"] },
  { ...base, status: "unassigned", reason: "all-left-out" },
  { ...base, status: "closed", repId: "ann", result: "won", value: -5 },
];

const aDecision = (): fc.Arbitrary<Decision> =>
  fc.oneof(
    aPlayed((decision) => decision),
    fc.constantFrom(...decisions),
  );

const aState = (): fc.Arbitrary<State> => aPlayed((_, state) => state);

/** Good values of each noun, by its name. */
export const nouns = {
  lead: anId().chain((id) => aLead(id, IDS)),
  rep: anId().chain(aRep),
  roster: aRoster(IDS),
  state: aState(),
  decision: aDecision(),
  event: anEvent(IDS) as fc.Arbitrary<LeadEvent>,
} as const;

/** The reader of each noun, by its name. */
export const readers: Readonly<Record<keyof typeof nouns, (value: unknown) => Result>> = {
  lead: schema.readLead,
  rep: schema.readRep,
  roster: schema.readRoster,
  state: schema.readState,
  decision: schema.readDecision,
  event: schema.readEvent,
};

const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  "",
  "x",
  "\ud800",
  "a\0b",
  "en_US",
  -1,
  -0,
  0,
  0.5,
  1.0005,
  2,
  10_001,
  1_767_600_000,
  2 ** 53,
  9e15,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  [1],
  ["x", "x"],
  {},
  { id: "ann" },
  { a: { b: [] } },
];

const isComposite = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

interface Slip {
  readonly turns: readonly number[];
  readonly odd: unknown;
  readonly kind: "replace" | "drop" | "add";
}

/** The value with one slip, at a place found by turning at each fork. */
const withSlip = (value: unknown, { turns, odd, kind }: Slip): unknown => {
  if (!isComposite(value)) return odd;
  const [turn = 0, ...rest] = turns;
  const keys = Object.keys(value);
  const key = keys[turn % Math.max(1, keys.length)];
  if (Array.isArray(value)) {
    if (kind === "add" && rest.length === 0) return [...value, value[0] ?? odd];
    return value.map((item, i) => (String(i) === key ? withSlip(item, { turns: rest, odd, kind }) : item));
  }
  if (key === undefined || (kind === "add" && rest.length === 0)) return { ...value, more: odd };
  if (kind === "drop" && rest.length === 0)
    return Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
  return Object.fromEntries(
    Object.entries(value).map(([each, item]) => [
      each,
      each === key ? (rest.length === 0 ? odd : withSlip(item, { turns: rest, odd, kind })) : item,
    ]),
  );
};

/** Values as they come in: mostly good, with up to three slips. */
export const slipped = <A>(good: fc.Arbitrary<A>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      good,
      fc.array(
        fc.record({
          turns: fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }),
          odd: fc.constantFrom(...ODD),
          kind: fc.constantFrom<Slip["kind"]>("replace", "replace", "drop", "add"),
        }),
        { maxLength: 3 },
      ),
    )
    .map(([value, slips]) => slips.reduce<unknown>(withSlip, value));
