import { describe, expect, it } from "vitest";
import {
  all,
  available,
  branch,
  capacity,
  compose,
  emptyState,
  firstOf,
  type Lead,
  limits,
  modeFor,
  pool,
  type Roster,
  rotation,
  type State,
  type StoredLead,
  team,
  unwrap,
  type Ways,
  where,
} from "../../src/index.js";

const none: State = emptyState({ seed: "s" });

const push = compose({ ledger: "inbound", filters: [available(), capacity()], selector: rotation() });
const pull = compose({ ledger: "outbound", filters: [available()], selector: rotation(), delivery: pool() });

const lies = (leads: readonly Lead[], roster: Roster): readonly StoredLead[] =>
  leads.map((lead) => ({ lead, decision: unwrap(pull(lead, roster, none)).decision }));

const said = (ways: Ways, roster: Roster, repId = "ann", state = none) =>
  unwrap(modeFor(repId, ways, roster, state, { nowMs: 0 }));

const oneLead = { id: "l1", receivedAtMs: 0 };

describe("what a rep does for its next lead", () => {
  it("is to wait while leads may be given to it, also if somebody else comes first", () => {
    const roster = { reps: [{ id: "ann" }, { id: "bob", weight: 100 }] };
    expect(said({ push, pull, pool: lies([oneLead], roster) }, roster)).toStrictEqual({
      mode: "wait",
      reason: "leads may be given to the rep",
    });
  });

  it("is to pull on top of what it is given, up to a cap", () => {
    const roster: Roster = { reps: [{ id: "ann", capacity: 1 }] };
    const full = unwrap(push({ id: "l0", receivedAtMs: 0 }, roster, none)).state;
    const ways = { push, pull, pool: lies([oneLead], roster) };
    expect(said(ways, roster, "ann", none).mode).toBe("wait");
    expect(said(ways, roster, "ann", full)).toStrictEqual({
      mode: "pull",
      reason: "capacity: holds 1 open lead of 1",
    });
    expect(said({ ...ways, pool: [] }, roster, "ann", full)).toStrictEqual({
      mode: "neither",
      reason: "capacity: holds 1 open lead of 1; there is nothing in the pool for the rep",
    });
  });

  it("says until when, where a filter does: the earliest way out", () => {
    const roster: Roster = {
      reps: [{ id: "ann", limits: [{ most: 1, windowMs: 500 }], timeOff: [{ fromMs: 0, toMs: 200 }] }],
    };
    const limited = compose({ ledger: "inbound", filters: [limits()], selector: rotation() });
    const { state } = unwrap(limited(oneLead, roster, none));
    expect(said({ push: limited, pull, pool: lies([oneLead], roster) }, roster, "ann", state)).toMatchObject({
      mode: "neither",
      untilMs: 200,
    });
    const free = compose({ ledger: "outbound", filters: [], selector: all(), delivery: pool() });
    expect(said({ push: limited, pull: free }, roster, "ann", state)).toMatchObject({
      mode: "pull",
      untilMs: 500,
    });
  });

  it("is neither where it is away, and where there is no way for leads to come", () => {
    const roster: Roster = { reps: [{ id: "ann", presence: "away" }] };
    expect(said({ push, pull, pool: lies([oneLead], roster) }, roster)).toStrictEqual({
      mode: "neither",
      reason: "available: is away; available: is away",
    });
    expect(said({}, roster)).toStrictEqual({
      mode: "neither",
      reason: "no leads are given out; there is no pool",
    });
  });

  it("is to pull where nothing is pushed, as far as the filters of the pool go", () => {
    const roster: Roster = { reps: [{ id: "ann" }] };
    expect(said({ pull }, roster)).toStrictEqual({ mode: "pull", reason: "no leads are given out" });
    expect(said({ pull, pool: [] }, roster).mode).toBe("neither");
  });

  it("is not to wait where it takes no turn", () => {
    const roster: Roster = { reps: [{ id: "ann", weight: 0 }] };
    expect(said({ push, pull, pool: lies([oneLead], roster) }, roster)).toMatchObject({
      mode: "pull",
      reason: "rotation: has weight 0 and takes no turn",
    });
  });

  it("follows the ways of combinations: the otherwise of a branch, every alternative of a spill-over", () => {
    const roster: Roster = { reps: [{ id: "ann", teams: ["north"] }, { id: "bob" }] };
    const north = where("north", 1, ({ rep }) => rep.teams?.includes("north") === true);
    const northern = {
      name: "north",
      strategy: compose({ ledger: "n", filters: [north], selector: rotation() }),
    };
    const full = {
      name: "full",
      strategy: compose({
        ledger: "f",
        filters: [team(), where("none", 1, () => false)],
        selector: rotation(),
      }),
    };
    const spill = firstOf([full, northern]);
    expect(said({ push: spill }, roster).mode).toBe("wait");
    expect(said({ push: spill }, roster, "bob")).toMatchObject({ mode: "neither" });
    const hot = branch({
      cases: [{ ...full, version: 1, when: ({ lead }) => lead.temperature === "hot" }],
      otherwise: northern,
    });
    expect(said({ push: hot }, roster).mode).toBe("wait");
  });

  it("refuses a rep who is not on the roster, and a moment that is none", () => {
    const roster: Roster = { reps: [{ id: "ann" }] };
    expect(modeFor("zoe", { push }, roster, none, { nowMs: 0 })).toMatchObject({
      left: [{ path: ["repId"], message: "is not on the roster" }],
    });
    expect(modeFor("ann", { push }, roster, none, {} as never)).toMatchObject({
      left: [{ path: ["options", "nowMs"] }],
    });
    expect(modeFor("ann", { pull, pool: [{}] as never }, roster, none, { nowMs: 0 })).toMatchObject({
      left: [{ path: ["leads", 0, "lead"] }, { path: ["leads", 0, "decision"] }],
    });
    expect(modeFor("ann", { push }, undefined as never, none, { nowMs: 0 })._tag).toBe("Left");
  });
});
