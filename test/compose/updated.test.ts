import { describe, expect, it } from "vitest";
import {
  type Alternative,
  assign,
  branch,
  CREDITS_PER_LEAD,
  cascade,
  compose,
  type Delivery,
  firstOf,
  type Lead,
  type LookAgainUntil,
  type Roster,
  region,
  rotation,
  type Strategy,
  split,
  where,
} from "../../src/index.js";
import { effectsIn, returned, type Story, stands, storyOf, updated } from "../support/story.js";

/** A team of its own ledger, whose reps' ids begin with its name's first letter and who serve regions. */
const team = (name: string, delivery: Delivery): Alternative => ({
  name,
  strategy: compose({
    ledger: name,
    filters: [where(`of ${name}`, 1, ({ rep }) => rep.id[0] === name[0]), region({ whenUnknown: "exclude" })],
    selector: rotation(),
    delivery,
  }),
});

const roster: Roster = {
  reps: [
    { id: "east 1", regions: ["SE", "FI"] },
    { id: "east 2", regions: ["SE"] },
    { id: "west 1", regions: ["US", "FI"] },
    { id: "west 2", regions: ["US"] },
  ],
};

const leadOf = (more: Partial<Lead>): Lead => ({ id: "l1", receivedAtMs: 0, ...more });

const now = (more: Partial<Lead>) => ({ lead: leadOf(more) });

const begun = (strategy: Strategy, more: Partial<Lead>): Story =>
  storyOf(strategy, { roster, lead: leadOf(more) });

/** Each ledger's credits in halves of a lead, by rep, and what lies outside. */
const books = ({ state }: Story): Readonly<Record<string, readonly number[]>> =>
  Object.fromEntries(
    state.ledgers.map(({ name, credits, outside }) => [
      name,
      [...credits, outside].map((credit) => (credit * 2) / CREDITS_PER_LEAD),
    ]),
  );

const teams = (
  lookAgainUntil: LookAgainUntil,
  of: (options: { lookAgainUntil: LookAgainUntil }) => Delivery = assign,
) => ["east", "west"].map((name) => team(name, of({ lookAgainUntil }))) as [Alternative, Alternative];

/** The hot go to the east, all others to the west. */
const branched = (lookAgainUntil: LookAgainUntil = "worked"): Strategy => {
  const [east, west] = teams(lookAgainUntil);
  return branch({
    cases: [{ ...east, version: 1, when: ({ lead }) => lead.temperature === "hot" }],
    otherwise: west,
  });
};

const spilling = (lookAgainUntil: LookAgainUntil = "worked"): Strategy => firstOf(teams(lookAgainUntil));

describe("an update in a branch", () => {
  it("chooses again: the lead moves to the other branch's ledger, and its price goes back on the old one", () => {
    const held = begun(branched(), { region: "US" });
    expect([stands(held), held.decision.path, books(held)]).toStrictEqual([
      "west 1 has it",
      ["west"],
      { west: [0, 0, -1, 1, 0] },
    ]);
    const moved = held.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect([stands(moved), moved.decision.path, moved.decision.ledger]).toStrictEqual([
      "east 1 has it",
      ["east"],
      "east",
    ]);
    expect(books(moved)).toStrictEqual({ east: [-1, 1, 0, 0, 0], west: [0, 0, 1, 1, -2] });
    expect(effectsIn(moved)).toStrictEqual(["withdrawn west 1", "assigned east 1"]);
    expect(moved.state.openLeads).toStrictEqual([1, 0, 0, 0]);
    expect(moved.decision).toMatchObject({ revision: 1, eventIds: ["e1"], strategy: branched().fingerprint });
  });

  it("is answered later by the branch that the new path names", () => {
    const moved = begun(branched(), { region: "US" }).on(
      5,
      updated,
      now({ region: "SE", temperature: "hot" }),
    );
    const back = moved.on(6, returned);
    expect([stands(back), back.decision.path]).toStrictEqual(["east 2 has it", ["east"]]);
    const sameId = moved.on(7, { ...updated, id: "e1" });
    expect(sameId.decision).toBe(moved.decision);
  });

  it("leaves the lead with a holder whom the new branch lets through as well", () => {
    const anyone = (name: string): Alternative => ({
      name,
      strategy: compose({
        ledger: name,
        filters: [region()],
        selector: rotation(),
        delivery: assign({ lookAgainUntil: "worked" }),
      }),
    });
    const strategy = branch({
      cases: [{ ...anyone("hot"), version: 1, when: ({ lead }) => lead.temperature === "hot" }],
      otherwise: anyone("cold"),
    });
    const held = begun(strategy, { region: "FI" });
    const after = held.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect(after.refusal?.rule).toBe("holder-fits");
    expect([after.decision, after.state]).toStrictEqual([held.decision, held.state]);
  });

  it("leaves the lead with its holder where nobody of the new branch may have it", () => {
    const held = begun(branched(), { region: "US" });
    const after = held.on(5, updated, now({ region: "DE", temperature: "hot" }));
    expect(after.refusal?.rule).toBe("nobody-else");
    expect(after.decision).toBe(held.decision);
  });

  it("gives a lead that nobody has to the branch that it belongs to by now", () => {
    const nobodys = begun(branched(), { region: "SE" });
    expect([stands(nobodys), nobodys.decision.path]).toStrictEqual(["nobody: all-left-out", ["west"]]);
    const found = nobodys.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect([stands(found), found.decision.path]).toStrictEqual(["east 1 has it", ["east"]]);
    expect(books(found)).toStrictEqual({ east: [-1, 1, 0, 0, 0] });
  });

  it.each(["offered", "assigned"] as const)("changes nothing where the policy is %s", (until) => {
    const held = begun(branched(until), { region: "US" });
    const after = held.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect(after.refusal?.rule).toBe("settled");
    expect(after.decision).toBe(held.decision);
    expect(after.state).toBe(held.state);
    expect(after.effects).toStrictEqual([]);
  });

  it("changes nothing once the holder made contact", () => {
    const worked = begun(branched(), { region: "US" }).on(4, { type: "worked" });
    const after = worked.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect(after.refusal?.rule).toBe("worked-already");
    expect(after.decision).toBe(worked.decision);
  });

  it("of a closed lead is refused", () => {
    const closed = begun(branched(), { region: "US" }).on(4, { type: "closed", result: "won" });
    expect(closed.on(5, updated, now({ region: "SE", temperature: "hot" })).refusal?.rule).toBe(
      "lead-closed",
    );
  });
});

describe("an update where the next is asked only when the one before finds nobody", () => {
  it("asks from the start: an alternative before it that finds somebody by now takes the lead", () => {
    const held = begun(spilling(), { region: "US" });
    expect([stands(held), held.decision.path]).toStrictEqual(["west 1 has it", ["west"]]);
    const moved = held.on(5, updated, now({ region: "SE" }));
    expect([stands(moved), moved.decision.path, books(moved)]).toStrictEqual([
      "east 1 has it",
      ["east"],
      { east: [-1, 1, 0, 0, 0], west: [0, 0, 1, 1, -2] },
    ]);
  });

  it("goes on to the next alternative where nobody else of its own may have it", () => {
    const held = begun(spilling(), { region: "SE" });
    expect([stands(held), held.decision.path]).toStrictEqual(["east 1 has it", ["east"]]);
    const moved = held.on(5, updated, now({ region: "US" }));
    expect([stands(moved), moved.decision.path, books(moved)]).toStrictEqual([
      "west 1 has it",
      ["west"],
      { east: [1, 1, 0, 0, -2], west: [0, 0, -1, 1, 0] },
    ]);
  });

  it("leaves the lead with its holder while it may have it by its own alternative", () => {
    const held = begun(spilling(), { region: "SE" });
    const after = held.on(5, updated, now({ region: "FI" }));
    expect(after.refusal?.rule).toBe("holder-fits");
    expect(after.decision).toBe(held.decision);
  });

  it("leaves the lead with its holder where no alternative finds anybody", () => {
    const held = begun(spilling(), { region: "SE" });
    const after = held.on(5, updated, now({ region: "DE" }));
    expect(after.refusal?.rule).toBe("nobody-else");
    expect([after.decision, after.state]).toStrictEqual([held.decision, held.state]);
  });

  it("does not move a lead that stays by the policy, though another alternative would find somebody", () => {
    for (const [was, is] of [
      ["SE", "US"],
      ["US", "SE"],
    ]) {
      const held = begun(spilling("offered"), { region: was ?? "" });
      const after = held.on(5, updated, now({ region: is ?? "" }));
      expect(after.refusal?.rule).toBe("settled");
      expect(after.decision).toBe(held.decision);
    }
  });

  it("is answered by its own alternative where the policy of one before it leaves leads where they stay", () => {
    const strategy = firstOf([
      team("east", assign({ lookAgainUntil: "offered" })),
      team("west", assign({ lookAgainUntil: "worked" })),
    ]);
    const reps = [
      { id: "west 1", regions: ["US"] },
      { id: "west 2", regions: ["CA"] },
    ];
    const held = storyOf(strategy, { roster: { reps }, lead: leadOf({ region: "US" }) });
    const moved = held.on(5, updated, now({ region: "CA" }));
    expect([stands(held), stands(moved), moved.decision.path]).toStrictEqual([
      "west 1 has it",
      "west 2 has it",
      ["west"],
    ]);
  });

  it("gives a lead that nobody has to the first that finds somebody", () => {
    const nobodys = begun(spilling("offered"), { region: "DE" });
    expect(nobodys.decision).toMatchObject({ status: "unassigned", path: ["west"] });
    const found = nobodys.on(5, updated, now({ region: "FI" }));
    expect([stands(found), found.decision.path, found.decision.revision]).toStrictEqual([
      "east 1 has it",
      ["east"],
      1,
    ]);
    expect(nobodys.on(5, updated, now({ region: "DE" })).decision).toBe(nobodys.decision);
  });

  it("does not give the lead back to who gave it up", () => {
    const back = begun(spilling(), { region: "FI" }).on(4, returned);
    expect(back.decision).toMatchObject({ status: "unassigned", tried: ["east 1"], path: ["east"] });
    const found = back.on(5, updated, now({ region: "FI" }));
    expect([stands(found), found.decision.path, found.decision.tried]).toStrictEqual([
      "west 1 has it",
      ["west"],
      ["east 1"],
    ]);
  });
});

describe("an update of a lead that is offered, in alternatives", () => {
  const offers = (lookAgainUntil: LookAgainUntil): Strategy =>
    firstOf(teams(lookAgainUntil, (options) => cascade({ answerMs: 60, ...options })));

  it("withdraws the offers of one and makes those of another, without a turn", () => {
    const story = begun(offers("assigned"), { region: "SE" });
    expect([stands(story), story.decision.path]).toStrictEqual(["east 1 0-60", ["east"]]);
    const moved = story.on(5, updated, now({ region: "US" }));
    expect([stands(moved), moved.decision.path]).toStrictEqual(["west 1 5-65", ["west"]]);
    expect(effectsIn(moved)).toStrictEqual(["withdrawn east 1", "offered west 1", "wake 65"]);
    expect(moved.state.openOffers).toStrictEqual([0, 0, 1, 0]);
    expect(books(moved)).toStrictEqual({});
    expect(stands(moved.on(6, { type: "accepted", repId: "west 1" }))).toBe("west 1 has it");
  });

  it("changes nothing where the policy leaves offers as they are", () => {
    const story = begun(offers("offered"), { region: "SE" });
    const after = story.on(5, updated, now({ region: "US" }));
    expect(after.refusal?.rule).toBe("settled");
    expect(after.decision).toBe(story.decision);
  });

  it("keeps who said no from being asked, in whichever alternative", () => {
    const story = begun(offers("assigned"), { region: "FI" }).on(4, { type: "declined", repId: "east 1" });
    expect([stands(story), story.decision.tried]).toStrictEqual(["nobody: nobody-accepted", ["east 1"]]);
    expect(stands(story.on(5, updated, now({ region: "SE" })))).toBe("east 2 5-65");
    expect(stands(story.on(5, updated, now({ region: "FI" })))).toBe("west 1 5-65");
  });
});

describe("an update in alternatives of alternatives", () => {
  const nested = firstOf([
    { name: "by heat", strategy: branched() },
    { name: "rest", strategy: firstOf([team("east", assign({ lookAgainUntil: "worked" }))]) },
  ]);

  it("is asked from the outside in, and the path is that of whoever decides now", () => {
    const held = begun(nested, { region: "SE" });
    expect([stands(held), held.decision.path]).toStrictEqual(["east 1 has it", ["rest", "east"]]);
    const moved = held.on(5, updated, now({ region: "US" }));
    expect([stands(moved), moved.decision.path]).toStrictEqual(["west 1 has it", ["by heat", "west"]]);
    expect(moved.decision.strategy).toBe(nested.fingerprint);
    expect(books(moved)).toStrictEqual({ east: [1, 1, 0, 0, -2], west: [0, 0, -1, 1, 0] });
    const back = moved.on(6, updated, now({ region: "SE" }));
    expect([stands(back), back.decision.path]).toStrictEqual(["east 1 has it", ["rest", "east"]]);
  });

  it("changes branch within one alternative", () => {
    const held = begun(nested, { region: "US" });
    const moved = held.on(5, updated, now({ region: "SE", temperature: "hot" }));
    expect([stands(moved), moved.decision.path]).toStrictEqual(["east 1 has it", ["by heat", "east"]]);
  });

  it("leaves the very decision where it changes nothing", () => {
    const held = begun(nested, { region: "US" });
    const after = held.on(5, updated, now({ region: "DE" }));
    expect(after.decision).toBe(held.decision);
    expect(after.refusal).toBeDefined();
  });
});

describe("an update in an experiment", () => {
  it("stays in its arm, since the arm goes by the lead's id", () => {
    const [east, west] = teams("worked");
    const strategy = split({
      name: "spring",
      arms: [
        { ...east, share: 1 },
        { ...west, share: 1 },
      ],
    });
    const held = begun(strategy, { region: "FI" });
    const [arm = ""] = held.decision.path;
    const moved = held.on(5, updated, now({ region: arm === "east" ? "US" : "SE" }));
    expect(moved.refusal?.rule).toBe("nobody-else");
    expect(moved.decision).toBe(held.decision);
  });
});

describe("an update of a decision that is none of the strategy's", () => {
  it("whose path names no branch is bad input", () => {
    const held = begun(branched(), { region: "US" });
    const event = { id: "e1", atMs: 5, type: "updated" } as const;
    const answer = branched().respond(
      leadOf({ region: "US" }),
      { ...held.decision, path: ["gone"] },
      event,
      roster,
      held.state,
    );
    expect(answer).toMatchObject({ left: [{ path: ["decision", "path", 0] }] });
  });

  it("that was made before there were branches goes to the branch that it belongs to", () => {
    const [, west] = teams("worked");
    const held = begun(west.strategy, { region: "US" });
    const event = { id: "e9", atMs: 5, type: "updated" } as const;
    const lead = leadOf({ region: "SE", temperature: "hot" });
    const answer = branched().respond(lead, held.decision, event, roster, held.state);
    expect(answer).toMatchObject({ right: { decision: { repId: "east 1", path: ["east"] } } });
  });
});
