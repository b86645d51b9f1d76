import { describe, expect, it } from "vitest";
import {
  cascade,
  compose,
  emptyState,
  type Filter,
  forget,
  formatProblems,
  type LeadEvent,
  type Note,
  prefer,
  readState,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";

/** Writes down the moments of the leads that a rep took, and how many all took together. */
const diary: Filter = {
  name: "diary",
  test: () => ({ passes: true, rank: 0 }),
  note: ({ what, nowMs, notes, isByHand }) =>
    what === "taken"
      ? [
          { name: "taken", of: "rep", values: [...notes.ofRep("taken"), nowMs] },
          { name: "taken", of: "all", values: [(notes.ofAll("taken")[0] ?? 0) + 1] },
          ...(isByHand ? [{ name: "by hand", of: "rep", values: [nowMs] } as const] : []),
        ]
      : [],
};

const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
const start = emptyState({ seed: "s" });
const lead = (id: string, receivedAtMs: number) => ({ id, receivedAtMs });
const deskOf = (...filters: readonly Filter[]) => compose({ ledger: "desk", filters, selector: rotation() });

const written = (state: State, name: string) => {
  const column = state.notes.find((each) => each.name === name);
  const ofRep = (_: unknown, place: number) => column?.ofReps[column.places.indexOf(place)] ?? [];
  return column && [state.ids.map(ofRep), column.ofAll];
};

describe("what filters write down", () => {
  const desk = deskOf(diary);
  const first = unwrap(desk(lead("l1", 5), roster, start));
  const second = unwrap(desk(lead("l2", 7), roster, first.state));

  it("stands in the state by rep and for all, for whichever filter asks", () => {
    expect(written(first.state, "taken")).toStrictEqual([[[5], []], [1]]);
    expect(written(second.state, "taken")).toStrictEqual([[[5], [7]], [2]]);
    expect(readState(JSON.parse(JSON.stringify(second.state)))._tag).toBe("Right");
  });

  it("is written for a preference too", () => {
    expect(written(unwrap(deskOf(prefer(diary))(lead("l1", 5), roster, start)).state, "taken")).toStrictEqual(
      [[[5], []], [1]],
    );
  });

  it("is written when a lead is given on, by hand too, and not for a holder who keeps it", () => {
    const given: LeadEvent = { id: "e1", atMs: 9, type: "reassigned", to: "bob", by: "kim" };
    const moved = unwrap(desk.respond(lead("l1", 5), first.decision, given, roster, first.state));
    expect(written(moved.state, "taken")).toStrictEqual([[[5], [9]], [2]]);
    expect(written(moved.state, "by hand")).toStrictEqual([[[], [9]], []]);
    const worked: LeadEvent = { id: "e2", atMs: 11, type: "worked" };
    const kept = unwrap(desk.respond(lead("l1", 5), moved.decision, worked, roster, moved.state));
    expect(kept.state.notes).toBe(moved.state.notes);
  });

  it("is written when an offer is accepted, not when it is made", () => {
    const delivery = cascade({ answerMs: 10, rings: [{ filters: [diary], endsAfterMs: 50 }] });
    const offers = compose({ ledger: "desk", filters: [], selector: rotation(), delivery });
    const offered = unwrap(offers(lead("l1", 5), roster, start));
    expect(offered.state.notes).toStrictEqual([]);
    const yes: LeadEvent = { id: "e1", atMs: 8, type: "accepted", repId: "ann" };
    const taken = unwrap(offers.respond(lead("l1", 5), offered.decision, yes, roster, offered.state));
    expect(written(taken.state, "taken")).toStrictEqual([[[8], []], [1]]);
  });

  it("moves along when reps join, and goes when nothing is left of it", () => {
    const more = { reps: [{ id: "ada" }, ...roster.reps] };
    const third = unwrap(desk(lead("l3", 8), more, second.state));
    expect(written(third.state, "taken")).toStrictEqual([[[8], [5], [7]], [3]]);
    const eraser: Filter = { ...diary, note: () => [{ name: "taken", of: "all", values: [] }] };
    const half = unwrap(deskOf(eraser)(lead("l4", 9), roster, second.state));
    expect(written(half.state, "taken")).toStrictEqual([[[5], [7]], []]);
    const none: Filter = { ...diary, note: () => [{ name: "taken", of: "rep", values: [] }] };
    expect(unwrap(deskOf(none)(lead("l5", 9), roster, start)).state.notes).toStrictEqual([]);
  });

  it("takes no more room than what is written, however many reps there are", () => {
    const many = { reps: Array.from({ length: 1000 }, (_, i) => ({ id: `rep ${i}` })) };
    const { notes } = unwrap(desk(lead("l1", 5), many, start)).state;
    expect(notes).toStrictEqual([{ name: "taken", places: [0], ofReps: [[5]], ofAll: [1] }]);
  });

  it("goes with a rep who is forgotten, and with nobody else", () => {
    const more = { reps: [{ id: "ada" }, ...roster.reps] };
    const third = unwrap(desk(lead("l3", 8), more, second.state)).state;
    expect(written(unwrap(forget(third, ["ann"])), "taken")).toStrictEqual([[[8], [7]], [3]]);
    expect(written(unwrap(forget(third, ["ada", "bob"])), "taken")).toStrictEqual([[[5]], [3]]);
  });

  it.each<readonly [string, object, string]>([
    [
      "places that do not rise",
      { places: [1, 1], ofReps: [[5], [6]] },
      "notes[0].places[1]: must come after the one before",
    ],
    [
      "a place that nobody has",
      { places: [2], ofReps: [[5]] },
      "notes[0].places: must be below 2, the number of ids",
    ],
    [
      "a place without numbers",
      { places: [0, 1], ofReps: [[5]] },
      "notes[0].ofReps: must have 2 entries, one for each place",
    ],
    [
      "nothing written of somebody",
      { places: [0], ofReps: [[]] },
      "notes[0].ofReps[0]: must be left out where nothing is written",
    ],
  ])("is refused in a stored state with %s", (_, odd, message) => {
    const state = { ...second.state, notes: [{ name: "taken", ofAll: [], ...odd }] };
    const read = readState(JSON.parse(JSON.stringify(state)));
    expect(read._tag === "Left" && formatProblems(read.left)).toBe(`state.${message}`);
  });

  it.each<readonly [string, unknown]>([
    ["no list", 5],
    ["a number that is not finite", [{ name: "a", of: "rep", values: [Number.NaN] }]],
    ["somebody else's", [{ name: "a", of: "ann", values: [] }]],
    ["no name", [{ of: "rep", values: [] }]],
  ])("is refused, and its filter named, when it is %s", (_, given) => {
    const odd: Filter = { ...diary, note: () => given as readonly Note[] };
    const result = deskOf(odd)(lead("l1", 5), roster, start);
    expect(result._tag === "Left" && result.left[0]?.path).toStrictEqual([
      "strategy",
      "filters",
      0,
      "diary",
      "note",
    ]);
  });
});
