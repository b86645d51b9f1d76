import { describe, expect, it } from "vitest";
import {
  assign,
  compose,
  emptyState,
  type LeadEvent,
  type OrderQuestion,
  type Outcomes,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
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
  segment?: string,
): Outcomes => {
  const evidence = learned(options);
  let found: Outcomes | undefined;
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
          before.decision,
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
    expect(knownAt(options, story, 30, "smb")).toMatchObject({ leads: 1, won: 1 });
    expect(knownAt(options, story, 30, "other")).toMatchObject({ leads: 0, won: 0 });
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
