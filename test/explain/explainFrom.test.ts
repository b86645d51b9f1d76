import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  compose,
  emptyState,
  explainFrom,
  forget,
  type LogEntry,
  rotation,
  unwrap,
  weighted,
} from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";

const desk = compose({ ledger: "desk", filters: [available()], selector: weighted() });
const first = emptyState({ seed: "s" });

describe("explainFrom", () => {
  it("gives the explanations that were given as the decisions were made", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        const entries: LogEntry[] = [];
        const told = new Map<string, unknown[]>();
        for (const { step, lead, stateBefore, decisionBefore } of play(desk, scenario)) {
          const outcome =
            step.type === "lead" || decisionBefore === undefined
              ? desk(lead, step.roster, stateBefore, { explain: true })
              : desk.respond(
                  lead,
                  decisionBefore,
                  step.type === "event" ? step.event : (undefined as never),
                  step.roster,
                  stateBefore,
                  { explain: true },
                );
          const { explanation } = unwrap(outcome);
          const known = told.get(lead.id) ?? [];
          told.set(lead.id, explanation === undefined ? known : [...known, explanation]);
          entries.push(
            step.type === "lead"
              ? { type: "lead", lead, roster: step.roster }
              : { type: "event", leadId: lead.id, event: step.event, roster: step.roster },
          );
        }
        const log = { first: emptyState({ seed: scenario.seed }), entries };
        for (const [leadId, explanations] of told)
          expect(unwrap(explainFrom(desk, JSON.parse(JSON.stringify(log)), leadId))).toStrictEqual(
            JSON.parse(JSON.stringify(explanations)),
          );
      }),
    );
  });

  const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
  const lead = { id: "l1", receivedAtMs: 0 };
  const strategy = compose({ ledger: "desk", filters: [], selector: rotation() });

  it("goes on from a state that was changed by other means", () => {
    const dealt = unwrap(strategy(lead, roster, first)).state;
    const log = {
      first,
      entries: [
        { type: "lead", lead, roster },
        { type: "state", state: unwrap(forget(dealt, ["ann", "bob"])) },
        { type: "lead", lead: { id: "l2", receivedAtMs: 0 }, roster },
      ],
    } as const;
    expect(unwrap(explainFrom(strategy, log, "l2"))[0]?.candidates.map(({ credit }) => credit)).toStrictEqual(
      [0, 0],
    );
  });

  it("reads a log that comes piece by piece", () => {
    function* entries(): Generator<LogEntry> {
      for (const id of ["l1", "l2", "l3"])
        yield { type: "lead", lead: { id, receivedAtMs: 0 }, roster, nowMs: 9 };
    }
    const [explanation] = unwrap(explainFrom(strategy, { first, entries: entries() }, "l2"));
    expect([explanation?.given, explanation?.atMs]).toStrictEqual([["bob"], 9]);
  });

  it("explains nothing of a lead that came in again with its decision standing", () => {
    const entries = [
      { type: "lead", lead, roster },
      { type: "lead", lead, roster },
    ] as const;
    expect(unwrap(explainFrom(strategy, { first, entries }, "l1"))).toHaveLength(1);
  });

  it("uses the lead as an entry has it", () => {
    const german = { reps: [{ id: "ann" }, { id: "bob" }] };
    const entries = [
      { type: "lead", lead, roster: german },
      {
        type: "event",
        leadId: "l1",
        event: { id: "e", atMs: 1, type: "returned" },
        roster: german,
        lead: { ...lead, value: 5 },
      },
    ] as const;
    expect(unwrap(explainFrom(strategy, { first, entries }, "l1")).map(({ given }) => given)).toStrictEqual([
      ["ann"],
      ["bob"],
    ]);
  });

  it("says where a log is at fault", () => {
    const bad = { type: "lead", lead: { id: "l2", receivedAtMs: -1 }, roster } as const;
    const stray = {
      type: "event",
      leadId: "l9",
      event: { id: "e", atMs: 1, type: "woken" },
      roster,
    } as const;
    const good = { type: "lead", lead, roster } as const;
    expect(explainFrom(strategy, { first, entries: [good, bad] }, "l1")).toMatchObject({
      left: [{ path: ["log", "entries", 1, "lead", "receivedAtMs"] }],
    });
    expect(explainFrom(strategy, { first, entries: [stray] }, "l9")).toMatchObject({
      left: [{ path: ["log", "entries", 0, "leadId"] }],
    });
    for (const entry of [null, 7, { type: "foo" }, { type: "lead", lead: null, roster }])
      expect(explainFrom(strategy, { first, entries: [entry as never] }, "l1")).toMatchObject({
        left: [{ path: ["log", "entries", 0], message: "must be a lead, an event or a state" }],
      });
    expect(explainFrom(strategy, null as never, "l1")).toMatchObject({ left: [{ path: ["log"] }] });
    expect(
      explainFrom(strategy, { first: { ...first, format: 9 } as never, entries: [good] }, "l1"),
    ).toMatchObject({
      left: [{ path: ["log", "first", "format"] }],
    });
    expect(explainFrom(strategy, { first, entries: [good] }, "l9")).toMatchObject({
      left: [{ path: ["leadId"] }],
    });
  });
});
