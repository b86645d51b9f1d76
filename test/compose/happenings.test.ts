import { describe, expect, it } from "vitest";
import {
  assign,
  cascade,
  compose,
  type Delivery,
  emptyState,
  type Filter,
  type Happening,
  holderOf,
  type LeadEvent,
  type Note,
  type NoteQuestion,
  type OrderQuestion,
  rotation,
  type State,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import type { Told } from "../support/told.js";

const KINDS: readonly Happening[] = ["taken", "worked", "silent", "released"];

/** Writes down everything that it is told, in order, of each rep and of all: the kind, and 10 more for a yes, 100 more for first contact. */
const hears =
  (name: string) =>
  ({ what, saidYes, isWorked, notes }: NoteQuestion): readonly Note[] => {
    const heard = KINDS.indexOf(what) + (saidYes ? 10 : 0) + (isWorked ? 100 : 0);
    return (["rep", "all"] as const).map((of) => {
      const before = of === "rep" ? notes.ofRep(name) : notes.ofAll(name);
      return { name, of, values: [...before, heard] };
    });
  };

const listener = (name = "listener"): Filter => ({
  name,
  test: () => ({ passes: true, rank: 0 }),
  note: hears(name),
});

const worded = (heard: number): string =>
  `${KINDS[heard % 10]}${heard % 100 >= 10 ? ", said yes" : ""}${heard >= 100 ? ", worked" : ""}`;

const heardOf = ({ notes, ids }: State, name = "listener") => {
  const column = notes.find((each) => each.name === name);
  const entries = (column?.places ?? []).map((place, i) => [ids[place], column?.ofReps[i]?.map(worded)]);
  return { ...Object.fromEntries(entries), all: (column?.ofAll ?? []).map(worded) };
};

const lead = { id: "l1", receivedAtMs: 0 };
const two = { reps: [{ id: "ann" }, { id: "bob" }] };

/** What a filter heard of a lead and of what happened to it. */
const heard = (delivery: Delivery, events: readonly Told[], rosters = [two], filters = [listener()]) => {
  const strategy = compose({ ledger: "desk", filters, selector: rotation(), delivery });
  let { decision, state } = unwrap(strategy(lead, two, emptyState({ seed: "s" })));
  for (const [i, event] of events.entries()) {
    const roster = rosters[Math.min(i, rosters.length - 1)] ?? two;
    const full = { id: `e${i}`, ...event } as LeadEvent;
    ({ decision, state } = unwrap(strategy.respond(lead, decision, full, roster, state)));
  }
  return heardOf(state);
};

const inTime = serviceLevel(assign(), { withinMs: 10 });

describe("a filter that writes down hears", () => {
  it("of a lapse first the silence, then who has the lead no more, then who takes it", () => {
    expect(heard(inTime, [{ type: "woken", atMs: 10 }])).toStrictEqual({
      ann: ["taken", "silent", "released"],
      bob: ["taken"],
      all: ["taken", "silent", "released", "taken"],
    });
  });

  it("of a lapse of the only one left the silence alone", () => {
    expect(heard(inTime, [{ type: "woken", atMs: 10 }], [{ reps: [{ id: "ann" }] }])).toStrictEqual({
      ann: ["taken", "silent"],
      all: ["taken", "silent"],
    });
  });

  it("of first contact once, and of nothing for a reminder or a refusal", () => {
    const reminded = serviceLevel(assign(), { withinMs: 10, remindBeforeMs: [5] });
    const events: readonly Told[] = [
      { type: "woken", atMs: 5 },
      { type: "worked", atMs: 6 },
      { type: "worked", atMs: 7 },
      { type: "accepted", repId: "bob", atMs: 8 },
    ];
    expect(heard(reminded, events)).toStrictEqual({
      ann: ["taken", "worked, worked"],
      all: ["taken", "worked, worked"],
    });
  });

  it("of first contact once, also where a delivery looks at the holder again", () => {
    const again: Delivery = {
      ...assign(),
      on: (question) =>
        question.event.type === "updated"
          ? { place: () => ({ status: "assigned", repId: "ann", counts: false, byHand: "approved" }) }
          : assign().on(question),
    };
    const events: readonly Told[] = [
      { type: "worked", atMs: 6 },
      { type: "updated", atMs: 7 },
    ];
    expect(heard(again, events).ann).toStrictEqual(["taken", "worked, worked"]);
  });

  it.each<readonly [string, Told]>([
    ["returned", { type: "returned", atMs: 5 }],
    ["moved by hand", { type: "reassigned", to: "bob", atMs: 5 }],
    ["released", { type: "released", atMs: 5 }],
  ])("of a lead that is %s who had it and who has it", (_, event) => {
    expect(heard(assign(), [{ type: "worked", atMs: 1 }, event])).toStrictEqual({
      ann: ["taken", "worked, worked", "released, worked"],
      bob: ["taken"],
      all: ["taken", "worked, worked", "released, worked", "taken"],
    });
  });

  it.each<readonly [string, Told]>([
    ["closed", { type: "closed", result: "won", atMs: 5 }],
    ["merged", { type: "merged", into: "l0", atMs: 5 }],
  ])("of a lead that is %s who had it", (_, event) => {
    expect(heard(assign(), [event])).toStrictEqual({
      ann: ["taken", "released"],
      all: ["taken", "released"],
    });
  });

  it("of offers who was silent and who said yes, not who said no, nor who is asked", () => {
    const offers = cascade({ answerMs: 10, passes: 2 });
    const silence: Told = { type: "expired", atMs: 10 };
    expect(heard(offers, [])).toStrictEqual({ all: [] });
    expect(heard(offers, [silence, { type: "declined", repId: "bob", atMs: 11 }])).toStrictEqual({
      ann: ["silent"],
      all: ["silent"],
    });
    expect(heard(offers, [silence, { type: "accepted", repId: "bob", atMs: 11 }])).toStrictEqual({
      ann: ["silent"],
      bob: ["taken, said yes"],
      all: ["silent", "taken, said yes"],
    });
    expect(heard(offers, [{ type: "closed", result: "won", atMs: 10 }])).toStrictEqual({
      ann: ["silent"],
      all: ["silent"],
    });
  });

  it("of no yes of a rep whom a delivery gives what another accepted", () => {
    const offers = cascade({ answerMs: 10 });
    const instead: Delivery = {
      ...offers,
      on: (question) =>
        question.event.type === "accepted"
          ? { place: () => ({ status: "assigned", repId: "bob", counts: true, byHand: "approved" }) }
          : offers.on(question),
    };
    expect(heard(instead, [{ type: "accepted", repId: "ann", atMs: 5 }])).toStrictEqual({
      bob: ["taken"],
      all: ["taken"],
    });
  });

  it("of an offer cut short by its ring nothing", () => {
    const rings = [{ endsAfterMs: 12 }, {}];
    const offers = cascade({ answerMs: 10, rings });
    const events: readonly Told[] = [
      { type: "expired", atMs: 10 },
      { type: "expired", atMs: 12 },
    ];
    expect(heard(offers, events)).toStrictEqual({ ann: ["silent"], all: ["silent"] });
  });

  it("of an open offer that is withdrawn from who left nothing, and the next is asked", () => {
    expect(heard(cascade({ answerMs: 10 }), [{ type: "released", repId: "ann", atMs: 3 }])).toStrictEqual({
      all: [],
    });
  });

  it("of nobody who is not on the roster", () => {
    const gone = { reps: [{ id: "bob" }] };
    expect(heard(inTime, [{ type: "woken", atMs: 10 }], [gone])).toStrictEqual({
      ann: ["taken"],
      bob: ["taken"],
      all: ["taken", "taken"],
    });
  });

  it("what every other filter hears, all as of before any of them writes", () => {
    const double = [listener(), listener()];
    expect(heard(inTime, [{ type: "woken", atMs: 10 }], [two], double).all).toStrictEqual([
      "taken",
      "silent",
      "released",
      "taken",
    ]);
  });
});

/** What was told of time and of the end, word by word. */
const told = (delivery: Delivery, events: readonly LeadEvent[]) => {
  const all: unknown[] = [];
  const filter: Filter = {
    name: "listener",
    test: () => ({ passes: true, rank: 0 }),
    note: ({ what, rep, sinceMs, nowMs, event }) => {
      all.push([what, rep.id, sinceMs, nowMs, event?.id]);
      return [];
    },
  };
  const strategy = compose({ ledger: "desk", filters: [filter], selector: rotation(), delivery });
  let { decision, state } = unwrap(strategy({ ...lead, receivedAtMs: 3 }, two, emptyState({ seed: "s" })));
  for (const event of events)
    ({ decision, state } = unwrap(strategy.respond(lead, decision, event, two, state)));
  return all;
};

describe("whoever writes down is told", () => {
  it("since when the rep had the lead, and what brought it about", () => {
    const events: readonly LeadEvent[] = [
      { id: "e1", type: "worked", atMs: 5 },
      { id: "e2", type: "returned", atMs: 7 },
      { id: "e3", type: "closed", result: "won", value: 0, atMs: 9 },
    ];
    expect(told(assign(), events)).toStrictEqual([
      ["taken", "ann", 3, 3, undefined],
      ["worked", "ann", 3, 5, "e1"],
      ["released", "ann", 3, 7, "e2"],
      ["taken", "bob", 7, 7, "e2"],
      ["released", "bob", 7, 9, "e3"],
    ]);
  });

  it("since when the silent had the offer", () => {
    const events: readonly LeadEvent[] = [
      { id: "e1", type: "expired", atMs: 13 },
      { id: "e2", type: "expired", atMs: 23 },
    ];
    expect(told(cascade({ answerMs: 10 }), events)).toStrictEqual([
      ["silent", "ann", 3, 13, "e1"],
      ["silent", "bob", 13, 23, "e2"],
    ]);
  });
});

describe("a selector that writes down", () => {
  it("hears what the filters hear, after them, and reads it in its own questions", () => {
    const selector = {
      ...rotation(),
      note: ({ what, notes }: NoteQuestion) => [
        { name: "seen", of: "rep", values: [...notes.ofRep("seen"), KINDS.indexOf(what)] } as const,
      ],
      order: (question: OrderQuestion) =>
        [...question.reps].sort(
          (a, b) =>
            question.notes(a).ofRep("seen").length - question.notes(b).ofRep("seen").length ||
            a.place - b.place,
        ),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector });
    let state = emptyState({ seed: "s" });
    const takers = ["l1", "l2", "l3"].map((id) => {
      const outcome = unwrap(strategy({ id, receivedAtMs: 0 }, two, state));
      state = outcome.state;
      return holderOf(outcome.decision);
    });
    expect(takers).toStrictEqual(["ann", "bob", "ann"]);
  });

  it("writes beside the filters, not instead of them", () => {
    const selector = { ...rotation(), note: hears("by the selector") };
    const strategy = compose({ ledger: "desk", filters: [listener()], selector });
    const { state } = unwrap(strategy(lead, two, emptyState({ seed: "s" })));
    expect(heardOf(state)).toStrictEqual({ ann: ["taken"], all: ["taken"] });
    expect(heardOf(state, "by the selector")).toStrictEqual(heardOf(state));
  });

  it("is named where it gives nonsense", () => {
    const selector = {
      ...rotation(),
      note: () => [{ name: "seen", of: "rep", values: [Number.NaN] } as const],
    };
    const result = compose({ ledger: "desk", filters: [], selector })(lead, two, emptyState({ seed: "s" }));
    expect(result).toMatchObject({
      left: [{ path: ["strategy", "selector", "rotation", "note"] }],
    });
  });
});
