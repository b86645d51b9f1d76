import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  type Candidate,
  compose,
  type Decision,
  emptyState,
  type Lead,
  type LeadEvent,
  type LearnedOptions,
  learned,
  type OrderQuestion,
  rotation,
  type TrackRecord,
  unwrap,
} from "../../src/index.js";

const IDS = ["ann", "bob", "__proto__"] as const;

/** One rep had one lead, from one moment on. */
interface Had {
  readonly repId: string;
  readonly sinceMs: number;
  readonly segment: string | undefined;
  wasNone: boolean;
  wonValue: number | undefined;
  waitedMs: number | undefined;
}

/** What counts at a moment of all that was ever had, told one by one. */
const recount = (
  had: readonly Had[],
  { maturesAfterMs, spanMs, spans, keepPerSpan = 1 }: LearnedOptions,
  nowMs: number,
): TrackRecord => {
  let [leads, won, value, contacts, waitedMs] = [0, 0, 0, 0, 0];
  for (const each of had) {
    // When the last lead of its span has had its time, and how many spans have had it since.
    const endMs = each.sinceMs - (each.sinceMs % spanMs) + spanMs;
    const older = Math.floor((nowMs - endMs - maturesAfterMs) / spanMs);
    if (older < 0 || older >= spans) continue;
    const part = keepPerSpan ** older;
    if (!each.wasNone) leads += part;
    if (each.wonValue !== undefined) [won, value] = [won + part, value + part * each.wonValue];
    if (each.waitedMs !== undefined)
      [contacts, waitedMs] = [contacts + part, waitedMs + part * each.waitedMs];
  }
  return { leads, won, value, contacts, ...(contacts > 0 ? { responseMs: waitedMs / contacts } : {}) };
};

/** What may become of a lead that somebody has; the number says what it brought, or who is to have it. */
const ends = {
  won: (value: number) => ({ type: "closed", result: "won", value }),
  lost: () => ({ type: "closed", result: "lost" }),
  disqualified: () => ({ type: "closed", result: "disqualified" }),
  merged: () => ({ type: "merged", into: "another" }),
  returned: () => ({ type: "returned" }),
  released: () => ({ type: "released" }),
  moved: (number: number, holder: string) => {
    const others = IDS.filter((id) => id !== holder);
    return { type: "reassigned", to: others[number % others.length] };
  },
  worked: () => ({ type: "worked" }),
} as const;

const NONE_OF_THE_REPS = new Set(["disqualified", "merged", "released", "moved"]);

type Step =
  | { readonly what: "lead"; readonly afterMs: number; readonly segment?: string }
  | {
      readonly what: keyof typeof ends;
      readonly afterMs: number;
      readonly which: number;
      readonly number: number;
    };

/** A clock that is wrong for one step, so many before the last. */
interface Wrong {
  readonly fromEnd: number;
  readonly byMs: number;
}

/** Tells a desk all of it, and keeps every lead beside. */
const lived = (options: LearnedOptions, ids: readonly string[], steps: readonly Step[], wrong: Wrong) => {
  const evidence = learned(options);
  let asked: OrderQuestion | undefined;
  const order = (question: OrderQuestion) => {
    asked = question;
    return rotation().order(question);
  };
  const { note } = evidence;
  const selector = { ...rotation(), ...(note && { note }), order };
  const desk = compose({ ledger: "desk", filters: [], selector, delivery: assign() });
  const roster = { reps: ids.map((id) => ({ id })) };
  let state = emptyState({ seed: "s" });
  const all: Had[] = [];
  const held: { readonly lead: Lead; decision: Decision; had: Had | undefined }[] = [];
  const begun = (decision: Decision, { segment }: Lead): Had | undefined => {
    if (decision.status !== "assigned") return undefined;
    const { repId, atMs: sinceMs } = decision;
    const had = { repId, sinceMs, segment, wasNone: false, wonValue: undefined, waitedMs: undefined };
    all.push(had);
    return had;
  };
  let nowMs = 1_000;
  for (const [i, step] of steps.entries()) {
    nowMs += step.afterMs;
    const clockMs = i === steps.length - 1 - wrong.fromEnd ? nowMs + wrong.byMs : nowMs;
    if (step.what === "lead") {
      const { segment } = step;
      const lead = { id: `l${i}`, receivedAtMs: clockMs, ...(segment === undefined ? {} : { segment }) };
      const { decision, state: next } = unwrap(desk(lead, roster, state));
      state = next;
      held.push({ lead, decision, had: begun(decision, lead) });
      continue;
    }
    const one = held.filter(({ had }) => had !== undefined)[step.which % Math.max(1, held.length)];
    if (one?.had === undefined) continue;
    const { lead, decision: before, had } = one;
    const event = { id: `e${i}`, atMs: clockMs, ...ends[step.what](step.number, had.repId) } as LeadEvent;
    const isFirst = before.status === "assigned" && before.workedAtMs === undefined;
    const outcome = unwrap(desk.respond(lead, before, event, roster, state));
    // Such as a lead that somebody moves to a rep who is not there.
    if (outcome.refusal !== undefined) continue;
    ({ state } = outcome);
    one.decision = outcome.decision;
    if (step.what === "worked") {
      if (isFirst) had.waitedMs = outcome.decision.atMs - had.sinceMs;
      continue;
    }
    if (step.what === "won") had.wonValue = step.number;
    if (NONE_OF_THE_REPS.has(step.what)) had.wasNone = true;
    one.had = begun(outcome.decision, lead);
  }
  /** What either says of a rep at a moment. */
  const saidAt = (repId: string, atMs: number, segment?: string) => {
    unwrap(desk({ id: "asks", receivedAtMs: atMs }, roster, state));
    const question = asked as OrderQuestion;
    const rep = question.reps.find(({ id }) => id === repId) as Candidate;
    const own = all.filter(
      (had) => had.repId === repId && (segment === undefined || had.segment === segment),
    );
    return { told: evidence.of(question)(rep, segment), counted: recount(own, options, atMs) };
  };
  return { nowMs, saidAt };
};

const expectAlike = ({
  told,
  counted,
}: {
  readonly told: TrackRecord;
  readonly counted: TrackRecord;
}): void => {
  expect(Object.keys(told).sort()).toStrictEqual(Object.keys(counted).sort());
  // Sums of a few hundred numbers in another order.
  for (const [name, figure] of Object.entries(counted))
    expect(Math.abs((told[name as "leads"] as number) - figure)).toBeLessThanOrEqual(1e-9 * (1 + figure));
};

const someOptions: fc.Arbitrary<LearnedOptions> = fc.record({
  maturesAfterMs: fc.constantFrom(0, 1, 7, 20, 45),
  spanMs: fc.constantFrom(1, 7, 10),
  spans: fc.integer({ min: 1, max: 5 }),
  keepPerSpan: fc.constantFrom(1, 0.5, 0.9),
  segments: fc.constant(["smb"]),
});

// Mostly leads of late, and sometimes a long silence.
const someTime = fc.oneof({ weight: 6, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(60) });

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    { what: fc.constant("lead" as const), afterMs: someTime, segment: fc.constantFrom("smb", "other") },
    { requiredKeys: ["what", "afterMs"] },
  ),
  fc.record({
    what: fc.constantFrom(...(Object.keys(ends) as (keyof typeof ends)[])),
    afterMs: someTime,
    which: fc.nat(30),
    number: fc.nat(500),
  }),
);

const aLife = fc.record({
  options: someOptions,
  // Alone, a rep has leads in every span.
  ids: fc.constantFrom(IDS, IDS.slice(0, 1)),
  steps: fc.array(aStep, { minLength: 10, maxLength: 60 }),
  wrong: fc.record({ fromEnd: fc.nat(9), byMs: fc.constantFrom(0, 1e9, -1_000, -15, 15) }),
  laterMs: fc.nat(80),
});

describe("learned, counted again lead by lead", () => {
  it("knows what counts now, whatever came of leads and however late, also where the clock was wrong once", () => {
    let [won, faded, waited, bySegment] = [0, 0, 0, 0];
    fc.assert(
      fc.property(aLife, ({ options, ids, steps, wrong, laterMs }) => {
        const { nowMs, saidAt } = lived(options, ids, steps, wrong);
        for (const repId of ids) {
          const whole = saidAt(repId, nowMs + laterMs);
          const smb = saidAt(repId, nowMs + laterMs, "smb");
          for (const said of [whole, smb]) expectAlike(said);
          won += whole.counted.won;
          faded += whole.counted.leads % 1;
          waited += whole.counted.responseMs ?? 0;
          bySegment += smb.counted.leads;
        }
      }),
      { numRuns: 200 },
    );
    for (const reached of [won, faded, waited, bySegment]) expect(reached).toBeGreaterThan(0);
  });
});
