import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  branch,
  type Case,
  compose,
  type Decision,
  emptyState,
  type Outcome,
  rotation,
  type Strategy,
  unwrap,
} from "../../src/index.js";
import { aScenario, play } from "../../src/testing/index.js";
import { anybody, byTemperature, experts, speakers } from "../support/combined.js";

const roster = { reps: [{ id: "ann" }, { id: "bob" }] };
const state = emptyState({ seed: "s" });

/** What an outcome says, but for the path and the fingerprint that the branch puts before it. */
const bare = ({ decision: { path, strategy, ...decision }, ...rest }: Outcome): unknown => ({
  ...rest,
  decision,
});

const chosenFor = (temperature: string | undefined, value: number | undefined, nowMs: number) => {
  if (temperature === "hot") return experts;
  return (value ?? 0) > 1000 && nowMs > 2 ? speakers : anybody;
};

const alternatives = new Map([experts, speakers, anybody].map((each) => [each.name, each.strategy]));

const alone = (decision: Decision): readonly [Strategy | undefined, Decision] => {
  const strategy = alternatives.get(decision.path[0] ?? "none");
  return [
    strategy,
    { ...decision, path: decision.path.slice(1), strategy: strategy?.fingerprint ?? decision.strategy },
  ];
};

describe("branch", () => {
  it("decides as the strategy of the first condition that holds would alone, and is answered by it later", () => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { step, lead, stateBefore, decisionBefore, result } of play(byTemperature, scenario)) {
          const outcome = unwrap(result);
          if (step.type === "lead") {
            const { name, strategy } = chosenFor(lead.temperature, lead.value, lead.receivedAtMs);
            expect(outcome.decision.path).toStrictEqual([name]);
            expect(bare(outcome)).toStrictEqual(bare(unwrap(strategy(lead, step.roster, stateBefore))));
          } else if (decisionBefore !== undefined && step.event.type !== "updated") {
            const [strategy, decision] = alone(decisionBefore);
            const answer = strategy?.respond(lead, decision, step.event, step.roster, stateBefore);
            expect(answer && bare(unwrap(answer))).toStrictEqual(bare(outcome));
            expect(outcome.decision.path).toStrictEqual(decisionBefore.path);
          }
        }
      }),
    );
  });

  it("asks the conditions in written order, and none after the one that holds", () => {
    const asked: string[] = [];
    const asking = (name: string, answer: boolean): Case => ({
      ...anybody,
      name,
      version: 1,
      when: () => {
        asked.push(name);
        return answer;
      },
    });
    const strategy = branch({
      cases: [asking("a", false), asking("b", true), asking("c", true)],
      otherwise: { ...anybody, name: "rest" },
    });
    expect(unwrap(strategy({ id: "l1", receivedAtMs: 0 }, roster, state)).decision.path).toStrictEqual(["b"]);
    expect(asked).toStrictEqual(["a", "b"]);
  });

  it("tells a condition the moment of deciding", () => {
    const strategy = branch({
      cases: [{ ...experts, name: "late", version: 1, when: ({ nowMs }) => nowMs >= 100 }],
      otherwise: anybody,
    });
    const lead = { id: "l1", receivedAtMs: 99 };
    expect(unwrap(strategy(lead, roster, state)).decision.path).toStrictEqual([""]);
    expect(unwrap(strategy(lead, roster, state, { nowMs: 100 })).decision.path).toStrictEqual(["late"]);
    expect(
      unwrap(strategy.candidates({ ...lead, needs: { crm: 1 } }, roster, state, { nowMs: 100 })),
    ).toStrictEqual([]);
  });

  it("keeps to the branch of the path even when the lead has changed", () => {
    const lead = { id: "l1", receivedAtMs: 0, temperature: "hot" } as const;
    const given = unwrap(byTemperature(lead, roster, state));
    const event = { id: "e1", atMs: 1, type: "returned" } as const;
    const cold = { ...lead, temperature: "cold" } as const;
    const after = unwrap(byTemperature.respond(cold, given.decision, event, roster, given.state));
    expect(after.decision.path).toStrictEqual(["__proto__"]);
    expect(after.decision.strategy).toBe(byTemperature.fingerprint);
  });

  it("gives a retried lead its stored decision, whatever the conditions say by now", () => {
    const lead = { id: "l1", receivedAtMs: 0, temperature: "hot" } as const;
    const given = unwrap(byTemperature(lead, roster, state));
    const cold = { ...lead, temperature: "cold" } as const;
    const again = unwrap(byTemperature(cold, roster, given.state, { earlier: given.decision }));
    expect(again.decision).toBe(given.decision);
    expect(again.state).toBe(given.state);
  });

  it("changes nothing while a retried lead finds nobody on the same branch, and says so anew on another", () => {
    const nobody = { reps: [] };
    const lead = { id: "l1", receivedAtMs: 0, temperature: "hot" } as const;
    const { decision } = unwrap(byTemperature(lead, nobody, state));
    const again = unwrap(byTemperature(lead, nobody, state, { earlier: decision }));
    expect(again.decision).toBe(decision);
    const cold = unwrap(
      byTemperature({ ...lead, temperature: "cold" }, nobody, state, { earlier: decision }),
    );
    expect([cold.decision.path, cold.decision.revision]).toStrictEqual([[""], 1]);
  });

  it("names the condition that throws, or answers neither true nor false", () => {
    const broken = (when: Case["when"]): Strategy =>
      branch({ cases: [{ ...experts, version: 1, when }], otherwise: anybody });
    const lead = { id: "l1", receivedAtMs: 0 };
    const throws = broken(() => {
      throw new Error("no such list");
    });
    expect(throws(lead, roster, state)).toMatchObject({
      left: [{ path: ["strategy", "branch", "__proto__"], message: "Error: no such list" }],
    });
    const vague = broken((() => "yes") as never);
    expect(vague(lead, roster, state)).toMatchObject({
      left: [
        {
          path: ["strategy", "branch", "__proto__"],
          message: expect.stringContaining("neither true nor false"),
        },
      ],
    });
  });

  it("names the faults of a lead that its conditions cannot read", () => {
    const strategy = branch({
      cases: [{ ...experts, version: 1, when: ({ lead }) => (lead.needs as { crm: number }).crm > 2 }],
      otherwise: anybody,
    });
    expect(strategy({ id: 7 } as never, roster, state)).toMatchObject({
      left: [{ path: ["lead", "id"] }, { path: ["lead", "receivedAtMs"] }],
    });
  });

  it("takes a moment that is none for the caller's fault, not the condition's", () => {
    const strategy = branch({
      cases: [{ ...experts, version: 1, when: ({ nowMs }) => new Date(nowMs).toISOString() > "2026" }],
      otherwise: anybody,
    });
    expect(strategy({ id: "l1", receivedAtMs: 0 }, roster, state, { nowMs: Number.NaN })).toMatchObject({
      left: [{ path: ["options", "nowMs"] }],
    });
  });

  it("names the alternative that throws, or answers nothing", () => {
    const stranger = (answer: () => unknown): Strategy =>
      Object.assign(answer, { respond: answer, candidates: answer, fingerprint: "stranger" }) as never;
    const throws = stranger(() => {
      throw new Error("no line");
    });
    for (const strange of [
      throws,
      stranger(() => undefined),
      stranger(() => ({ _tag: "Left", left: [{ message: "?" }] })),
    ]) {
      const strategy = branch({ cases: [], otherwise: { name: "rest", strategy: strange } });
      const named = { left: [{ path: ["strategy", "rest"] }] };
      expect(strategy({ id: "l1", receivedAtMs: 0 }, roster, state)).toMatchObject(named);
      expect(strategy.candidates({ id: "l1", receivedAtMs: 0 }, roster, state)).toMatchObject(named);
    }
  });

  it("goes on with a decision that was made before there were branches", () => {
    const desk = anybody.strategy;
    const lead = { id: "l1", receivedAtMs: 0 };
    const nobody = unwrap(desk(lead, { reps: [] }, state)).decision;
    const strategy = branch({ cases: [], otherwise: { name: "rest", strategy: desk } });
    const again = unwrap(strategy(lead, { reps: [] }, state, { earlier: nobody }));
    expect([again.decision.path, again.decision.revision]).toStrictEqual([["rest"], 1]);
    expect(unwrap(strategy(lead, { reps: [] }, state, { earlier: again.decision })).decision).toBe(
      again.decision,
    );
  });

  it("says at which step a path is at fault, as it was given", () => {
    const strategy = branch({ cases: [], otherwise: { ...anybody, name: "rest" } });
    const lead = { id: "l1", receivedAtMs: 0 };
    const { decision } = unwrap(strategy(lead, roster, state));
    const faulty = (path: unknown) =>
      strategy(lead, roster, state, { earlier: { ...decision, path } as never });
    expect(faulty([5])).toMatchObject({ left: [{ path: ["options", "earlier", "path", 0] }] });
    expect(faulty(["rest", 5])).toMatchObject({ left: [{ path: ["options", "earlier", "path", 1] }] });
  });

  it("names the branch of a part that breaks its contract", () => {
    const bad = { name: "bad", test: () => "yes" } as never;
    const strategy = branch({
      cases: [],
      otherwise: {
        name: "rest",
        strategy: compose({ ledger: "desk", filters: [bad], selector: rotation() }),
      },
    });
    expect(strategy({ id: "l1", receivedAtMs: 0 }, roster, state)).toMatchObject({
      left: [{ path: ["strategy", "rest", "filters", 0, "bad"] }],
    });
  });

  it("refuses a decision whose path names no branch, and says at which step", () => {
    const inner = branch({ cases: [], otherwise: { ...anybody, name: "inner" } });
    const outer = branch({ cases: [], otherwise: { name: "outer", strategy: inner } });
    const lead = { id: "l1", receivedAtMs: 0 };
    const { decision } = unwrap(outer(lead, roster, state));
    expect(decision.path).toStrictEqual(["outer", "inner"]);
    const event = { id: "e1", atMs: 1, type: "returned" } as const;
    const respond = (path: readonly string[]) =>
      outer.respond(lead, { ...decision, path }, event, roster, state);
    expect(respond(["outer", "gone"])).toMatchObject({
      left: [{ path: ["decision", "path", 1], message: 'must name a branch of this strategy: "inner"' }],
    });
    expect(respond([])).toMatchObject({ left: [{ path: ["decision", "path", 0] }] });
    expect(respond(["outer", "inner"])._tag).toBe("Right");
  });

  it("has a fingerprint of its names, versions and strategies", () => {
    const make = (name: string, version: string | number, strategy: Strategy): string =>
      branch({ cases: [{ name, version, when: () => true, strategy }], otherwise: anybody }).fingerprint;
    const prints = [
      make("a", 1, experts.strategy),
      make("b", 1, experts.strategy),
      make("a", 2, experts.strategy),
      make("a", 1, speakers.strategy),
    ];
    expect(new Set(prints).size).toBe(4);
    expect(make("a", 1, experts.strategy)).toBe(prints[0]);
  });

  it("refuses cases that cannot be cases", () => {
    const make =
      (given: unknown, otherwise: unknown = anybody) =>
      () =>
        branch({ cases: given, otherwise } as never);
    expect(make("cases")).toThrow(RangeError);
    expect(make([{ ...experts, version: 1 }])).toThrow(RangeError);
    expect(make([{ ...experts, when: () => true }])).toThrow(RangeError);
    expect(make([null])).toThrow(RangeError);
    expect(make([{ ...anybody, version: 1, when: () => true }])).toThrow('two alternatives are called ""');
    expect(make([], { name: "a\0" })).toThrow(RangeError);
    expect(make([], { name: "rest", strategy: () => undefined })).toThrow("was it composed?");
    expect(make([], null)).toThrow(RangeError);
  });
});
