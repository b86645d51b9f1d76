import { describe, expect, it } from "vitest";
import {
  assign,
  cascade,
  compose,
  type Delivery,
  emptyState,
  type Filter,
  type Happening,
  type LeadEvent,
  rotation,
  type State,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import type { Told } from "../support/told.js";

const KINDS: readonly Happening[] = ["taken", "worked", "silent", "released"];

/** Writes down everything that it is told, in order, of each rep and of all: the kind, and 10 more for a yes, 100 more for first contact. */
const listener = (name = "listener"): Filter => ({
  name,
  test: () => ({ passes: true, rank: 0 }),
  note: ({ what, saidYes, isWorked, notes }) => {
    const heard = KINDS.indexOf(what) + (saidYes ? 10 : 0) + (isWorked ? 100 : 0);
    return (["rep", "all"] as const).map((of) => {
      const before = of === "rep" ? notes.ofRep(name) : notes.ofAll(name);
      return { name, of, values: [...before, heard] };
    });
  },
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
