import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  compose,
  type Decision,
  type Evidence,
  emptyState,
  type LeadEvent,
  language,
  type OrderQuestion,
  rotation,
  type State,
  type TrackRecord,
  unwrap,
} from "../../src/index.js";
import { withAdded } from "../../src/performance/cohorts.js";
import { type LearnedOptions, learned } from "../../src/performance/learned.js";

const roster = { reps: [{ id: "ann" }] };

type Told =
  | { readonly type: "lead"; readonly id: string; readonly atMs: number; readonly segment?: string }
  | { readonly type: "event"; readonly id: string; readonly event: Omit<LeadEvent, "id"> };

const lead = (id: string, atMs: number, segment?: string): Told => ({
  type: "lead",
  id,
  atMs,
  ...(segment === undefined ? {} : { segment }),
});

const won = (id: string, atMs: number, value?: number): Told => ({
  type: "event",
  id,
  event: { type: "closed", result: "won", atMs, ...(value === undefined ? {} : { value }) } as Omit<
    LeadEvent,
    "id"
  >,
});

const told = (id: string, event: Omit<LeadEvent, "id"> & Record<string, unknown>): Told => ({
  type: "event",
  id,
  event,
});

/** What is known of ann at a moment, after a story. */
const knownAt = (
  options: LearnedOptions,
  story: readonly Told[],
  nowMs: number,
  {
    segment,
    restored = (decision) => decision,
  }: { readonly segment?: string; readonly restored?: (decision: Decision) => Decision } = {},
): TrackRecord => {
  const evidence = learned(options);
  let found: TrackRecord | undefined;
  const selector = {
    ...rotation(),
    ...(evidence.note === undefined ? {} : { note: evidence.note }),
    order: (question: OrderQuestion) => {
      const [rep] = question.candidates;
      found = evidence.of(question)(rep, segment);
      return rotation().order(question);
    },
  };
  const strategy = compose({ ledger: "desk", filters: [], selector, delivery: assign() });
  let state: State = emptyState({ seed: "s" });
  const decided = new Map<
    string,
    {
      readonly lead: Parameters<typeof strategy>[0];
      readonly decision: Parameters<typeof strategy.respond>[1];
    }
  >();
  for (const [i, step] of story.entries()) {
    if (step.type === "lead") {
      const { id, atMs, segment: of } = step;
      const asked = { id, receivedAtMs: atMs, ...(of === undefined ? {} : { segment: of }) };
      const outcome = unwrap(strategy(asked, roster, state));
      state = outcome.state;
      decided.set(id, { lead: asked, decision: outcome.decision });
    } else {
      const before = decided.get(step.id);
      if (before === undefined) throw new Error(`no lead ${step.id}`);
      const outcome = unwrap(
        strategy.respond(
          before.lead,
          restored(before.decision),
          { ...step.event, id: `e${i}` } as LeadEvent,
          roster,
          state,
        ),
      );
      state = outcome.state;
      decided.set(step.id, { ...before, decision: outcome.decision });
    }
  }
  unwrap(strategy({ id: "last", receivedAtMs: nowMs }, roster, state));
  return found ?? { leads: Number.NaN, won: Number.NaN };
};

const weekly: LearnedOptions = { maturesAfterMs: 20, spanMs: 10, spans: 3 };

describe("learned", () => {
  it("counts a lead once all of its span have had their time, won or not", () => {
    const story = [lead("l1", 0), lead("l2", 9), won("l1", 12, 500)];
    expect(knownAt(weekly, story, 29)).toStrictEqual({ leads: 0, won: 0, value: 0, contacts: 0 });
    expect(knownAt(weekly, story, 30)).toStrictEqual({ leads: 2, won: 1, value: 500, contacts: 0 });
  });

  it("counts what is won late for the span in which it was taken", () => {
    expect(knownAt(weekly, [lead("l1", 0), lead("l2", 25), won("l1", 35)], 49).leads).toBe(1);
    expect(knownAt(weekly, [lead("l1", 0), lead("l2", 25), won("l1", 35)], 49).won).toBe(1);
  });

  it("forgets what lies before its last mature spans", () => {
    const story = [0, 10, 20, 30].map((atMs) => lead(`l${atMs}`, atMs));
    expect([50, 59, 60, 70, 90].map((atMs) => knownAt(weekly, story, atMs).leads)).toStrictEqual([
      3, 3, 3, 2, 0,
    ]);
  });

  it("has older spans count for less, where that is asked for", () => {
    const story = [lead("l0", 0), lead("l1", 10), lead("l2", 20), won("l0", 21), won("l2", 22)];
    const known = knownAt({ ...weekly, keepPerSpan: 0.5 }, story, 50);
    expect(known).toStrictEqual({ leads: 1.75, won: 1.25, value: 0, contacts: 0 });
  });

  it("counts segments by themselves, and in the whole", () => {
    const story = [lead("l1", 0, "smb"), lead("l2", 0, "other"), lead("l3", 0), won("l1", 1)];
    const options = { ...weekly, segments: ["smb"] };
    expect(knownAt(options, story, 30)).toMatchObject({ leads: 3, won: 1 });
    expect(knownAt(options, story, 30, { segment: "smb" })).toMatchObject({ leads: 1, won: 1 });
    expect(knownAt(options, story, 30, { segment: "other" })).toMatchObject({ leads: 0, won: 0 });
  });

  it.each([
    ["lost", 1, { type: "closed", result: "lost" }],
    ["cancelled", 1, { type: "closed", result: "cancelled" }],
    ["a no-show", 1, { type: "closed", result: "no-show" }],
    ["given back", 1, { type: "returned" }],
    ["disqualified", 0, { type: "closed", result: "disqualified" }],
    ["merged", 0, { type: "merged", into: "l0" }],
    ["taken away", 0, { type: "released" }],
  ] as const)("counts a lead that is %s as %i", (_, leads, event) => {
    const story = [lead("l1", 0), told("l1", { ...event, atMs: 5 } as never)];
    expect(knownAt(weekly, story, 30)).toMatchObject({ leads, won: 0 });
  });

  it("does not count a lead that the rep may not have any more since more became known of it", () => {
    const evidence = learned(weekly);
    const found = new Map<string, TrackRecord>();
    const selector = {
      ...rotation(),
      ...(evidence.note === undefined ? {} : { note: evidence.note }),
      order: (question: OrderQuestion) => {
        for (const rep of question.reps) found.set(rep.id, evidence.of(question)(rep));
        return rotation().order(question);
      },
    };
    const delivery = assign({ lookAgainUntil: "worked" });
    const desk = compose({ ledger: "desk", filters: [language()], selector, delivery });
    const two = {
      reps: [
        { id: "ann", languages: ["en", "sv"] },
        { id: "bob", languages: ["fi"] },
      ],
    };
    const asked = { id: "l1", receivedAtMs: 0, languages: ["en"] };
    const taken = unwrap(desk(asked, two, emptyState({ seed: "s" })));
    const event = { id: "e1", type: "updated", atMs: 5 } as const;
    const moved = unwrap(
      desk.respond({ ...asked, languages: ["fi"] }, taken.decision, event, two, taken.state),
    );
    unwrap(desk({ ...asked, id: "l2", receivedAtMs: 30 }, two, moved.state));
    expect([found.get("ann")?.leads, found.get("bob")?.leads]).toStrictEqual([0, 1]);
  });

  const worked = (id: string, atMs: number) => told(id, { type: "worked", atMs });

  it("learns how long leads waited for first contact, of those that were contacted", () => {
    const story = [lead("l1", 0), lead("l2", 2), lead("l3", 4), worked("l1", 5), worked("l3", 15)];
    expect(knownAt(weekly, story, 30)).toMatchObject({ leads: 3, contacts: 2, responseMs: 8 });
    expect(knownAt(weekly, [lead("l1", 0)], 30)).not.toHaveProperty("responseMs");
  });

  it("counts no win of a lead that was never counted, and takes no win off with another lead", () => {
    const fresh = [
      lead("l1", 0),
      won("l1", 5, 900),
      lead("l2", 6),
      told("l2", { type: "merged", into: "l1", atMs: 7 }),
    ];
    expect(knownAt(weekly, fresh, 30)).toMatchObject({ leads: 1, won: 1, value: 900 });
    const cohorts = withAdded([], 3, { won: 1, value: 900 }, 3, 9);
    expect(withAdded(cohorts, 3, { leads: -1 }, 3, 9)).toStrictEqual([3, 0, 0, 0, 0, 0]);
  });

  it("counts a lead that comes in anew after it was won as another lead", () => {
    const story = [lead("l1", 0), won("l1", 1, 10), lead("l1", 2), won("l1", 3, 10)];
    expect(knownAt(weekly, story, 30)).toMatchObject({ leads: 2, won: 2, value: 20 });
  });

  it("keeps what it knew when the clock was wrong for a lead, and goes on when it is right again", () => {
    const early = [lead("l1", 1_000), won("l1", 1_001), lead("l2", 1_010)];
    for (const wrong of [0, 8e15]) {
      const story = [...early, lead("wrong", wrong), lead("l3", 1_020), won("l3", 1_021)];
      expect(knownAt(weekly, story, 1_050)).toMatchObject({ leads: 3, won: 2 });
    }
  });

  it("keeps no more spans than it may need, and two for a clock that is wrong", () => {
    let cohorts: readonly number[] = [];
    for (let span = 0; span < 50; span += 1) cohorts = withAdded(cohorts, span, { leads: 1 }, span, 4);
    expect(cohorts.filter((_, i) => i % 6 === 0)).toStrictEqual([44, 45, 46, 47, 48, 49]);
  });

  it("keeps what it needs after a clock was wrong for long, and grows no further", () => {
    let cohorts: readonly number[] = [];
    for (const span of [997, 998, 999, 1_000, 1_001, 1_002, 1_003, 5, 6, 7, 8])
      cohorts = withAdded(cohorts, span, { leads: 1 }, span, 4);
    expect(cohorts.filter((_, i) => i % 6 === 0)).toStrictEqual([
      5, 6, 7, 8, 998, 999, 1_000, 1_001, 1_002, 1_003,
    ]);
  });

  it.each([0, 1e9])(
    "forgets nothing that it needs when the clock says %i for a lead in each of two spans",
    (wrong) => {
      const steady = Array.from({ length: 9 }, (_, i) => lead(`l${i}`, 1_000 + 10 * i));
      const twice = [lead("wrong", wrong), lead("wrong too", wrong + 10)];
      for (const atMs of [1_080, 1_090, 1_100])
        expect(knownAt(weekly, [...steady, ...twice, lead("last but one", 1_081)], atMs)).toStrictEqual(
          knownAt(weekly, [...steady, lead("last but one", 1_081)], atMs),
        );
    },
  );

  it("takes no wait for less than nothing, where a store says that the lead was taken later than it is", () => {
    const story = [lead("l1", 0), told("l1", { type: "worked", atMs: 5 })];
    const early = (decision: Decision): Decision =>
      decision.status === "assigned" ? { ...decision, sinceMs: 9 } : decision;
    expect(knownAt(weekly, story, 30, { restored: early })).toMatchObject({ contacts: 1, responseMs: 0 });
  });

  it("writes apart from those who count by other spans, and with those who count by the same", () => {
    const namesOf = (...evidences: readonly Evidence[]) => {
      let state: State = emptyState({ seed: "s" });
      for (const [i, { note }] of evidences.entries()) {
        const selector = { ...rotation(), ...(note === undefined ? {} : { note }) };
        const strategy = compose({ ledger: `desk ${i}`, filters: [], selector });
        state = unwrap(strategy({ id: `l${i}`, receivedAtMs: 0 }, roster, state)).state;
      }
      return state.notes.map(({ name, ofReps }) => `${name}: ${ofReps[0]?.[1]}`);
    };
    const weeks = learned(weekly);
    expect(namesOf(weeks, learned({ ...weekly, keepPerSpan: 0.5 }))).toStrictEqual([
      "outcomes of 6 spans of 10 ms: 2",
    ]);
    expect(namesOf(weeks, learned({ ...weekly, spanMs: 20 }))).toStrictEqual([
      "outcomes of 5 spans of 20 ms: 1",
      "outcomes of 6 spans of 10 ms: 1",
    ]);
  });

  it("writes nothing for segments of which it was not told", () => {
    const { note } = learned({ ...weekly, segments: ["smb"] });
    const selector = { ...rotation(), ...(note === undefined ? {} : { note }) };
    const strategy = compose({ ledger: "desk", filters: [], selector });
    let state: State = emptyState({ seed: "s" });
    for (const segment of ["other", "smb", "", "__proto__"])
      ({ state } = unwrap(strategy({ id: `l${segment}`, receivedAtMs: 0, segment }, roster, state)));
    const whole = "outcomes of 6 spans of 10 ms";
    expect(state.notes.map(({ name }) => name)).toStrictEqual([whole, `${whole} in "smb"`]);
  });

  it("is told apart by all of its options", () => {
    const others = [
      { maturesAfterMs: 21 },
      { spanMs: 11 },
      { spans: 4 },
      { keepPerSpan: 0.5 },
      { segments: ["a"] },
    ];
    const literals = [{}, ...others].map((other) =>
      JSON.stringify(learned({ ...weekly, ...other }).literals),
    );
    expect(new Set(literals).size).toBe(literals.length);
  });

  it("can count what any deal brings", () => {
    const story = ["l1", "l2"].flatMap((id) => [lead(id, 0), won(id, 1, Number.MAX_VALUE)]);
    expect(knownAt(weekly, story, 30)).toMatchObject({ won: 2, value: 2e15 });
  });

  it("takes what a deal cost off what others brought, and never tells less than nothing", () => {
    const dear = [lead("l1", 0), won("l1", 1, -Number.MAX_VALUE)];
    expect(knownAt(weekly, dear, 30)).toMatchObject({ leads: 1, won: 1, value: 0 });
    const more = ["l2", "l3", "l4"].flatMap((id) => [lead(id, 2), won(id, 3, 1e15)]);
    expect(knownAt(weekly, [...dear, ...more], 30)).toMatchObject({ won: 4, value: 2e15 });
  });

  it("does not punish the newly busy: leads that have not had their time change nothing", () => {
    const aStory = fc.array(fc.tuple(fc.nat(69), fc.boolean(), fc.nat(19)), { maxLength: 12 });
    const busy = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(aStory, busy, fc.integer({ min: 80, max: 99 }), (leads, more, sinceMs) => {
        const past = leads
          .flatMap(([atMs, isWon, afterMs], i) => [
            [atMs, lead(`l${i}`, atMs)] as const,
            ...(isWon ? [[atMs + afterMs, won(`l${i}`, atMs + afterMs)] as const] : []),
          ])
          .sort(([a], [b]) => a - b)
          .map(([, step]) => step);
        const burst = Array.from({ length: more }, (_, i) => lead(`new ${i}`, sinceMs));
        expect(knownAt(weekly, [...past, ...burst], 100)).toStrictEqual(knownAt(weekly, past, 100));
      }),
      { numRuns: 60 },
    );
  });

  it("does not grow when the clock jumps", () => {
    const far = 8e15;
    expect(knownAt(weekly, [lead("l1", far), lead("l2", 0), lead("l3", far)], far + 30)).toMatchObject({
      leads: 2,
    });
  });

  it.each([
    { ...weekly, maturesAfterMs: -1 },
    { ...weekly, spanMs: 0 },
    { ...weekly, spans: 1.5 },
    { ...weekly, spans: 1_000 },
    { ...weekly, keepPerSpan: 0 },
    { ...weekly, keepPerSpan: Number.NaN },
    { ...weekly, segments: "smb" as never },
    undefined as never,
  ])("refuses %j", (options) => {
    expect(() => learned(options)).toThrow(RangeError);
  });
});
