import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compose,
  emptyState,
  firstOf,
  holderOf,
  region,
  rotation,
  type State,
  unwrap,
} from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";
import { experts, nordics, speakers, spilling } from "../support/combined.js";

const alternatives = [nordics, speakers, experts];
const state = emptyState({ seed: "s" });

const teamOf = (name: string, prefix: string) => ({
  name,
  strategy: compose({
    ledger: name,
    filters: [
      {
        name: prefix,
        test: ({ rep }) =>
          rep.id.startsWith(prefix)
            ? { passes: true, rank: 0 }
            : { passes: false, reason: "is in another team" },
      },
    ],
    selector: rotation(),
  }),
});

const east = teamOf("east", "e");
const west = teamOf("west", "w");

/** A lead that the east had, and nobody else there can have. */
const comeBack = () => {
  const strategy = firstOf([east, west]);
  const roster = { reps: [{ id: "e1" }, { id: "w1" }] };
  const lead = { id: "l1", receivedAtMs: 0 };
  const given = unwrap(strategy(lead, roster, state));
  const returned = unwrap(
    strategy.respond(lead, given.decision, { id: "e", atMs: 1, type: "returned" }, roster, given.state),
  );
  return { strategy, lead, roster, returned };
};

describe("firstOf", () => {
  it("decides as the first that finds somebody would alone, from the very same state", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { step, lead, stateBefore, result } of play(spilling, scenario)) {
          if (step.type !== "lead") continue;
          const alone = alternatives.map(({ strategy }) => unwrap(strategy(lead, step.roster, stateBefore)));
          const found = alone.findIndex(({ decision }) => decision.status !== "unassigned");
          const at = found < 0 ? alternatives.length - 1 : found;
          const { decision, state: after, effects } = unwrap(result);
          const { path, strategy, ...rest } = decision;
          expect(path).toStrictEqual([alternatives[at]?.name]);
          expect(strategy).toBe(spilling.fingerprint);
          expect(alone[at]).toMatchObject({ decision: rest, effects });
          expect(JSON.stringify(after)).toBe(JSON.stringify(alone[at]?.state));
        }
      }),
    );
  });

  it("books nothing for whoever finds nobody", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { step, stateBefore, result } of play(spilling, scenario)) {
          if (step.type !== "lead") continue;
          const { decision, state: after } = unwrap(result);
          if (decision.status === "unassigned") expect(after).toBe(stateBefore);
          const others = ({ ledgers }: State) =>
            ledgers
              .filter(({ name }) => name !== decision.ledger)
              .map(({ name, outside, credits }) => [name, outside, credits.filter((c) => c !== 0)]);
          expect(others(after)).toStrictEqual(others(stateBefore));
        }
      }),
    );
  });

  it("spills over only while the first finds nobody", () => {
    const strategy = firstOf([east, west]);
    const full = { reps: [{ id: "e1" }, { id: "w1" }] };
    const without = { reps: [{ id: "w1" }] };
    const first = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, full, state));
    const second = unwrap(strategy({ id: "l2", receivedAtMs: 1 }, without, first.state));
    expect(
      [first, second].map(({ decision }) => [decision.path, decision.ledger, holderOf(decision)]),
    ).toStrictEqual([
      [["east"], "east", "e1"],
      [["west"], "west", "w1"],
    ]);
  });

  it("leaves a lead that comes back with its alternative, and asks all when it is decided anew", () => {
    const { strategy, lead, roster, returned } = comeBack();
    expect(returned.decision).toMatchObject({ status: "unassigned", reason: "nobody-else", path: ["east"] });
    const anew = unwrap(strategy(lead, roster, returned.state, { earlier: returned.decision }));
    expect(anew.decision).toMatchObject({
      status: "assigned",
      repId: "w1",
      path: ["west"],
      revision: 2,
      tried: ["e1"],
    });
  });

  it("says that nobody was found by the last, and nothing new when asked again", () => {
    const strategy = firstOf([east, west]);
    const nobody = { reps: [{ id: "n1" }] };
    const lead = { id: "l1", receivedAtMs: 0 };
    const { decision } = unwrap(strategy(lead, nobody, state));
    expect(decision).toMatchObject({
      status: "unassigned",
      path: ["west"],
      leftOut: [
        { by: "w", reps: 1 },
        { by: "rotation", reps: 0 },
      ],
    });
    expect(unwrap(strategy(lead, nobody, state, { earlier: decision })).decision).toBe(decision);
  });

  it("names the candidates of whoever would decide", () => {
    const strategy = firstOf([east, west]);
    const ids = (reps: readonly { readonly id: string; readonly weight?: number }[]) =>
      unwrap(strategy.candidates({ id: "l1", receivedAtMs: 0 }, { reps }, state)).map(({ id }) => id);
    expect(ids([{ id: "e1" }, { id: "w1" }])).toStrictEqual(["e1"]);
    expect(ids([{ id: "e1", weight: 0 }, { id: "w1" }])).toStrictEqual(["w1"]);
    expect(ids([{ id: "n1" }])).toStrictEqual([]);
  });

  it("asks for candidates about the moment alone, whatever else the options hold", () => {
    const { strategy, lead, roster, returned } = comeBack();
    const stray = { earlier: returned.decision } as object;
    expect(
      unwrap(strategy.candidates(lead, roster, returned.state, stray)).map(({ id }) => id),
    ).toStrictEqual(["e1"]);
  });

  it("stops at bad input instead of asking on", () => {
    expect(firstOf([east, west])({ id: "l1", receivedAtMs: -1 }, { reps: [] }, state)).toMatchObject({
      left: [{ path: ["lead", "receivedAtMs"] }],
    });
  });

  it("explains whom it asked before, without success", () => {
    const inner = firstOf([
      east,
      {
        name: "sweden",
        strategy: compose({
          ledger: "se",
          filters: [region({ whenUnknown: "exclude" })],
          selector: rotation(),
        }),
      },
    ]);
    const strategy = firstOf([{ name: "inner", strategy: inner }, west]);
    const { explanation } = unwrap(
      strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "w1" }] }, state, { explain: true }),
    );
    expect(explanation?.path).toStrictEqual(["west"]);
    expect(explanation?.before?.map(({ path, leftOut }) => [path, leftOut[0]?.by])).toStrictEqual([
      [["inner", "east"], "e"],
      [["inner", "sweden"], "region"],
    ]);
    expect(explanation?.before?.every(({ strategy: by }) => by === strategy.fingerprint)).toBe(true);
  });

  it("refuses no alternatives, and two of one name", () => {
    expect(() => firstOf([])).toThrow(RangeError);
    expect(() => firstOf("east" as never)).toThrow(RangeError);
    expect(() => firstOf([east, east])).toThrow('two alternatives are called "east"');
  });

  it("keeps what it was given, whatever becomes of the list", () => {
    const list = [east, west];
    const strategy = firstOf(list);
    list.pop();
    const { decision } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, { reps: [{ id: "w1" }] }, state));
    expect(decision.path).toStrictEqual(["west"]);
  });
});
