import { describe, expect, it } from "vitest";
import {
  assign,
  capacity,
  compose,
  type Delivery,
  emptyState,
  explain,
  type Lead,
  type Outcome,
  reconcile,
  rotation,
  type State,
  unwrap,
  whyNot,
} from "../../src/index.js";
import { offering, type Story, stands, storyOf, updated, yes } from "../support/story.js";

const desk = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });

const weighing = (effort?: number, id = "l1"): Lead => ({
  id,
  receivedAtMs: 0,
  ...(effort === undefined ? {} : { effort }),
});

const pair = (most: number) => ({ reps: ["ann", "bob"].map((id) => ({ id, capacity: most })) });

const begun = (effort?: number, strategy = desk, most = 8): Story =>
  storyOf(strategy, { roster: pair(most), lead: weighing(effort) });

/** Leads, offers and what each of the two weigh, ann first. */
const loads = ({ state }: Pick<Outcome, "state">) => [
  state.openLeads,
  state.openOffers,
  state.openEffort,
  state.offeredEffort,
];

describe("a lead that weighs more than one", () => {
  it("is counted by what it weighs, and by number", () => {
    expect(loads(begun(5))).toStrictEqual([
      [1, 0],
      [0, 0],
      [5, 0],
      [0, 0],
    ]);
    expect(begun(5).decision).toMatchObject({ effort: 5, standing: { repId: "ann", openLeads: 0 } });
  });

  it("goes past whoever has no room for it", () => {
    const roster = {
      reps: [
        { id: "ann", capacity: 4 },
        { id: "bob", capacity: 5 },
      ],
    };
    expect(stands(storyOf(desk, { roster, lead: weighing(5) }))).toBe("bob has it");
    expect(stands(storyOf(desk, { roster, lead: weighing(6) }))).toBe("nobody: all-left-out");
  });

  it("says nothing of effort where it weighs one, said or not", () => {
    for (const story of [begun(), begun(1)]) {
      expect("effort" in story.decision).toBe(false);
      expect(JSON.stringify(story.decision)).not.toContain("ffort");
      expect(loads(story)[2]).toStrictEqual([1, 0]);
    }
  });

  it("weighs nothing where its effort is 0, and is a lead all the same", () => {
    expect(loads(begun(0)).slice(0, 3)).toStrictEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(begun(0).decision).toMatchObject({ effort: 0 });
  });

  it("keeps what it weighs for whoever stood there in the decision", () => {
    const first = begun(5);
    const second = unwrap(desk(weighing(2, "l2"), pair(8), first.state));
    expect(second.decision).toMatchObject({
      standing: { repId: "bob" },
      runnerUp: { repId: "ann", openLeads: 1, openEffort: 5 },
    });
  });
});

describe("a lead that is updated while it is held", () => {
  it("takes off what it put on", () => {
    const story = begun(5)
      .on(1, updated, { lead: weighing(2) })
      .on(2, { type: "closed", result: "won" });
    expect(loads(story)[2]).toStrictEqual([0, 0]);
  });

  it("goes on to weigh what it did through first contact, and weighs what it says by then for the next", () => {
    const worked = begun(5).on(1, { type: "worked" }, { lead: weighing(2) });
    expect(worked.decision).toMatchObject({ effort: 5, workedAtMs: 1 });
    const moved = worked.on(2, { type: "reassigned", to: "bob" });
    expect(moved.decision).toMatchObject({ repId: "bob", effort: 2 });
    expect(loads(moved)[2]).toStrictEqual([0, 2]);
  });

  it("is not in its own way", () => {
    const lookingAgain = compose({
      ledger: "desk",
      filters: [capacity()],
      selector: rotation(),
      delivery: assign({ lookAgainUntil: "worked" }),
    });
    const story = begun(8, lookingAgain);
    expect(story.on(1, updated).refusal?.rule).toBe("holder-fits");
    expect(
      stands(story.on(1, updated, { roster: { reps: [{ id: "bob" }, { id: "ann", capacity: 7 }] } })),
    ).toBe("bob has it");
  });
});

describe("an offer of a lead that weighs more than one", () => {
  const asking = offering({ filters: [capacity()], atOnce: 2, lookAgainUntil: "assigned" });

  it("is counted by what the lead weighed when it was made", () => {
    const story = begun(3, asking);
    expect(loads(story)).toStrictEqual([
      [0, 0],
      [1, 1],
      [0, 0],
      [3, 3],
    ]);
    expect(story.decision).toMatchObject({ offers: [{ effort: 3 }, { effort: 3 }] });
  });

  it("keeps what it weighs while others are made", () => {
    const roster = { reps: ["ann", "bob", "cyd"].map((id) => ({ id, capacity: 8 })) };
    const first = storyOf(asking, { roster, lead: weighing(3) });
    const next = first.on(5, { type: "declined", repId: "ann" }, { lead: weighing(4) });
    expect(next.decision).toMatchObject({
      offers: [
        { repId: "bob", effort: 3 },
        { repId: "cyd", effort: 4 },
      ],
    });
    expect(loads(next)[3]).toStrictEqual([0, 3, 4]);
  });

  it("is made anew by an update that looks again, and weighs what the lead does then", () => {
    const story = begun(3, asking).on(5, updated, { lead: weighing(4) });
    expect(loads(story)[3]).toStrictEqual([4, 4]);
  });

  it("makes way for the lead as it is when it is accepted", () => {
    const story = begun(3, asking).on(5, yes("bob"), { lead: weighing(4) });
    expect(loads(story)).toStrictEqual([
      [0, 1],
      [0, 0],
      [0, 4],
      [0, 0],
    ]);
    expect(story.decision).toMatchObject({ effort: 4 });
  });

  it("is not taken where the lead has come to weigh too much", () => {
    const story = begun(3, asking).on(5, yes("bob"), { lead: weighing(9) });
    expect(story.refusal).toStrictEqual({
      rule: "capacity",
      reason: "has a capacity of 8; the lead weighs 9",
    });
  });

  it("weighs what the lead does when it is prolonged, as a new one", () => {
    const offerUntil = (untilMs: number) => ({
      status: "offered" as const,
      offers: [{ repId: "ann", sinceMs: 0, untilMs, round: 1 }],
      waiting: [],
      wakeAtMs: untilMs,
    });
    const patient: Delivery = {
      name: "patient",
      start: () => offerUntil(9),
      on: ({ nowMs }) => ({ place: () => offerUntil(nowMs < 5 ? 9 : 19) }),
    };
    const story = begun(3, compose({ ledger: "desk", filters: [], selector: rotation(), delivery: patient }));
    const lighter = { lead: weighing(2) };
    expect(loads(story.on(1, updated, lighter))[3]).toStrictEqual([3, 0]);
    expect(loads(story.on(5, updated, lighter))[3]).toStrictEqual([2, 0]);
  });

  it("weighs what the core says, whatever a delivery says of it", () => {
    const liar: Delivery = {
      name: "liar",
      start: () => ({
        status: "offered",
        offers: [{ repId: "ann", sinceMs: 0, untilMs: 9, round: 1, effort: 700 }],
        waiting: [],
        wakeAtMs: 9,
      }),
      on: () => ({ rule: "no", reason: "no" }),
    };
    const strategy = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: liar });
    expect(loads(begun(3, strategy))[3]).toStrictEqual([3, 0]);
  });
});

describe("a CRM's own sum", () => {
  const crm = (rep: object, effort: number, state: State = emptyState({ seed: "s" })) =>
    stands(unwrap(desk(weighing(effort), { reps: [{ id: "ann", capacity: 8, ...rep }] }, state)) as Story);

  it("goes before the state's, and before its count of leads", () => {
    const full = unwrap(reconcile(emptyState({ seed: "s" }), [{ repId: "ann", openLeads: 8 }]));
    expect(crm({ openEffort: 6 }, 2, full)).toBe("ann has it");
    expect(crm({ openEffort: 6, openLeads: 8 }, 2, full)).toBe("ann has it");
    expect(crm({ openEffort: 6.5 }, 2)).toBe("nobody: all-left-out");
  });

  it("is one for each lead where only their number is known", () => {
    const heavy = unwrap(
      reconcile(emptyState({ seed: "s" }), [{ repId: "ann", openLeads: 1, openEffort: 8 }]),
    );
    expect(crm({}, 1, heavy)).toBe("nobody: all-left-out");
    expect(crm({ openLeads: 6 }, 2, heavy)).toBe("ann has it");
    expect(crm({ openLeads: 7 }, 2, heavy)).toBe("nobody: all-left-out");
  });

  it("has the lead itself in it once the rep holds it", () => {
    const roster = {
      reps: [
        { id: "ann", capacity: 8, openEffort: 5 },
        { id: "bob", capacity: 0 },
      ],
    };
    const held = storyOf(desk, { roster, lead: weighing(3) });
    const counted = {
      reps: [
        { id: "ann", capacity: 8, openEffort: 8 },
        { id: "bob", capacity: 0 },
      ],
    };
    const back = held.on(1, { type: "returned" }, { roster: counted });
    const { decision } = back.on(2, { type: "reassigned", to: "ann" }, { roster });
    expect(decision).toMatchObject({ status: "assigned", standing: { openLeads: 0, openEffort: 5 } });
  });

  it("has open offers added to it", () => {
    const offered = unwrap(
      reconcile(emptyState({ seed: "s" }), [{ repId: "ann", openOffers: 1, offeredEffort: 3 }]),
    );
    expect(crm({ openEffort: 3 }, 2, offered)).toBe("ann has it");
    expect(crm({ openEffort: 3 }, 3, offered)).toBe("nobody: all-left-out");
  });
});

describe("explanations", () => {
  const state = emptyState({ seed: "s" });

  it("say what it would have taken, in units", () => {
    const roster = { reps: [{ id: "ann", capacity: 2 }] };
    const { changes } = unwrap(whyNot(desk, "ann", weighing(15), roster, state));
    expect(changes).toMatchObject([{ kind: "capacity", fields: { capacity: 15 } }]);
  });

  it("have the effort of whoever holds more than one for each", () => {
    const held = begun(5);
    const { candidates } = unwrap(explain(desk, weighing(1, "l2"), pair(8), held.state));
    expect(candidates).toMatchObject([{ repId: "bob" }, { repId: "ann", openEffort: 5 }]);
    expect(candidates.map((each) => "openEffort" in each)).toStrictEqual([false, true]);
  });
});
