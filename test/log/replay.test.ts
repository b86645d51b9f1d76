import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, emptyState, type LogEntry, replay, unwrap } from "../../src/index.js";
import { aScenario, play, type Scenario } from "../../src/testing/index.js";
import { cascades, strategies } from "../support/strategies.js";

/** The log of a scenario as a host would keep it. */
const entriesOf = (strategy: (typeof strategies)[number][1], scenario: Scenario): readonly LogEntry[] =>
  play(strategy, scenario).map(({ step, lead }) =>
    step.type === "lead"
      ? { type: "lead", lead, roster: step.roster }
      : { type: "event", leadId: lead.id, event: step.event, roster: step.roster },
  );

const desk = cascades[0]?.[1] ?? strategies[0]?.[1];
if (desk === undefined) throw new Error("there is no strategy to replay with");

const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
const first = emptyState({ seed: "s" });

const intake = (id: string): LogEntry => ({ type: "lead", lead: { id, receivedAtMs: 0 }, roster });

const closing = (leadId: string, id = "end"): LogEntry => ({
  type: "event",
  leadId,
  event: { id, atMs: 1, type: "closed", result: "won" },
  roster,
});

describe.each([...strategies, ...cascades])("replay of %s", (_, strategy) => {
  it("gives every decision again, byte for byte, from a log that went through a store", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        const lived = play(strategy, scenario).map(({ result }) => unwrap(result));
        const log = { first: emptyState({ seed: scenario.seed }), entries: entriesOf(strategy, scenario) };
        const told: string[] = [];
        const each = ({ decision }: { readonly decision: Decision }): unknown =>
          told.push(JSON.stringify(decision));
        const { state, leads } = unwrap(replay(strategy, JSON.parse(JSON.stringify(log)), { each }));
        expect(told).toStrictEqual(lived.map(({ decision }) => JSON.stringify(decision)));
        expect(JSON.stringify(state)).toBe(JSON.stringify(lived.at(-1)?.state ?? log.first));
        expect(leads.size).toBe(
          new Set(scenario.steps.flatMap((step) => (step.type === "lead" ? [step.lead.id] : []))).size,
        );
      }),
    );
  });

  it("ends in the same state when closed leads are forgotten, and knows the open ones alone", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        const log = { first: emptyState({ seed: scenario.seed }), entries: entriesOf(strategy, scenario) };
        const whole = unwrap(replay(strategy, log));
        const open = unwrap(replay(strategy, log, { forgetClosed: true }));
        expect(JSON.stringify(open.state)).toBe(JSON.stringify(whole.state));
        const isOpen = ({ decision }: { readonly decision: Decision }): boolean =>
          decision.status !== "closed";
        expect([...open.leads]).toStrictEqual([...whole.leads].filter(([, story]) => isOpen(story)));
      }),
    );
  });
});

describe("replay", () => {
  it("answers a lead that came in twice as a retried intake", () => {
    const { state, leads } = unwrap(replay(desk, { first, entries: [intake("l1"), intake("l1")] }));
    expect([state.version, leads.size]).toStrictEqual([1, 1]);
  });

  it("keeps nothing of closed leads when they are forgotten, however many there were", () => {
    function* many(): Generator<LogEntry> {
      for (let i = 0; i < 2000; i += 1) {
        yield intake(`l${i}`);
        yield closing(`l${i}`);
      }
      yield intake("last");
      yield closing("l7", "late");
    }
    const { leads, passedOver } = unwrap(replay(desk, { first, entries: many() }, { forgetClosed: true }));
    expect([[...leads.keys()], passedOver]).toStrictEqual([["last"], 1]);
  });

  it("does not pass over an event of an unknown lead unless closed ones are forgotten", () => {
    expect(replay(desk, { first, entries: [closing("l1")] })).toStrictEqual({
      _tag: "Left",
      left: [{ path: ["log", "entries", 0, "leadId"], message: "names no lead that came in before" }],
    });
  });

  it("goes on from a state that was changed by other means", () => {
    const given = unwrap(replay(desk, { first, entries: [intake("l1")] })).state;
    const entries = [{ type: "state", state: given }, intake("l2")] as const;
    expect(unwrap(replay(desk, { first, entries })).state.version).toBe(2);
  });
});
