import { describe, expect, it } from "vitest";
import {
  type AnsweredLead,
  type ChoiceLogOptions,
  choiceLog,
  evaluate,
  targetOf,
  uniformly,
} from "../../src/evaluation/index.js";
import {
  branch,
  compose,
  emptyState,
  floorShare,
  holderOf,
  type LeadEvent,
  measure,
  type Outcome,
  random,
  rotation,
  type Strategy,
  unwrap,
  where,
} from "../../src/index.js";
import { streamFrom } from "../../src/random/stream.js";

const ROSTER = { reps: [{ id: "ann" }, { id: "bob" }] };
const drawn = compose({ ledger: "drawn", filters: [], selector: random() });

/** Leads that come in at the given times, and what happens to them, in order. */
const answersOf = (
  strategy: Strategy,
  inputs: readonly (readonly [id: string, event: Partial<LeadEvent> & { readonly atMs: number }])[],
  explain = true,
): readonly AnsweredLead[] => {
  let state = emptyState({ seed: "s" });
  const stored = new Map<string, AnsweredLead>();
  return inputs.map(([id, input], i) => {
    const known = stored.get(id);
    const lead = known?.lead ?? { id, receivedAtMs: input.atMs, segment: "north" };
    const outcome: Outcome =
      known === undefined
        ? unwrap(strategy(lead, ROSTER, state, { explain }))
        : unwrap(
            strategy.respond(
              lead,
              known.outcome.decision,
              { id: `e${i}`, ...input } as LeadEvent,
              ROSTER,
              state,
            ),
          );
    state = outcome.state;
    stored.set(id, { lead, outcome });
    return { lead, outcome };
  });
};

const OPTIONS: ChoiceLogOptions = { byChance: () => true, maturesAfterMs: 100 };

const logOf = (answers: Iterable<AnsweredLead>, options: Partial<ChoiceLogOptions> = {}) =>
  measure(answers, { log: choiceLog({ ...OPTIONS, ...options }) }).log;

const rewardsOf = (...inputs: Parameters<typeof answersOf>[1]) =>
  logOf(answersOf(drawn, inputs)).map(({ lead, reward }) => [lead?.id, reward]);

const won = (atMs: number, value?: number) =>
  ({ type: "closed", result: "won", atMs, ...(value === undefined ? {} : { value }) }) as const;

describe("choiceLog", () => {
  it("keeps who could have had the lead, by what chances, and who has it", () => {
    const [answer] = answersOf(drawn, [["l1", { atMs: 0 }]]);
    const log = logOf([answer as AnsweredLead]);
    expect(log).toMatchObject([{ segment: "north", lead: { id: "l1" } }]);
    expect(log[0]?.candidates).toStrictEqual([
      { id: "ann", propensity: 0.5 },
      { id: "bob", propensity: 0.5 },
    ]);
    expect(log[0]?.repId).toBe(
      answer?.outcome.decision.status === "assigned" && answer.outcome.decision.repId,
    );
    expect(log[0]).not.toHaveProperty("reward");
    expect(evaluate(log, uniformly())._tag).toBe("Right");
  });

  it("names the candidates in the order of their ids, whoever was drawn first", () => {
    const log = logOf(
      answersOf(
        drawn,
        Array.from({ length: 9 }, (_, i) => [`l${i}`, { atMs: i }] as const),
      ),
    );
    expect(new Set(log.map(({ repId }) => repId)).size).toBe(2);
    for (const { candidates } of log) expect(candidates.map(({ id }) => id)).toStrictEqual(["ann", "bob"]);
  });

  it("waits until a lead has had its time, also with those that are already won", () => {
    expect(rewardsOf(["l1", { atMs: 0 }], ["l2", { atMs: 50 }], ["l2", won(60)])).toStrictEqual([
      ["l1", undefined],
      ["l2", undefined],
    ]);
    expect(
      rewardsOf(["l1", { atMs: 0 }], ["l2", { atMs: 50 }], ["l2", won(60)], ["l3", { atMs: 150 }]),
    ).toStrictEqual([
      ["l1", 0],
      ["l2", 1],
      ["l3", undefined],
    ]);
  });

  it("counts what is won after its time as not won, as it would not show of a younger lead", () => {
    expect(rewardsOf(["l1", { atMs: 0 }], ["l1", won(100)])).toStrictEqual([["l1", 1]]);
    expect(rewardsOf(["l1", { atMs: 0 }], ["l1", won(101)])).toStrictEqual([["l1", 0]]);
  });

  it("asks what became of the lead, in whose hands ever", () => {
    expect(
      rewardsOf(
        ["l1", { atMs: 0 }],
        ["l1", { type: "returned", atMs: 5 }],
        ["l1", won(20)],
        ["l2", { atMs: 200 }],
      ),
    ).toStrictEqual([
      ["l1", 1],
      ["l2", undefined],
    ]);
  });

  it("counts leads that were none as not won, whoever said so", () => {
    expect(
      rewardsOf(
        ["l1", { atMs: 0 }],
        ["l2", { atMs: 0 }],
        ["l3", { atMs: 0 }],
        ["l1", { type: "closed", result: "disqualified", atMs: 5 }],
        ["l2", { type: "merged", into: "l3", atMs: 5 }],
        ["l4", { atMs: 300 }],
      ),
    ).toStrictEqual([
      ["l1", 0],
      ["l2", 0],
      ["l3", 0],
      ["l4", undefined],
    ]);
  });

  it("thinks no better of whoever disqualifies what it would lose", () => {
    const draw = streamFrom("lost").next;
    const leads = Array.from({ length: 1_500 }, (_, i) => [`l${i}`, { atMs: 10 * i }] as const);
    const taken = answersOf(drawn, leads);
    // Both win a third of their leads; ann disqualifies a quarter of what it loses.
    const ended = taken.map(({ lead, outcome: { decision, state } }): AnsweredLead => {
      const loss = holderOf(decision) === "ann" && draw() < 0.25 ? "disqualified" : "lost";
      const result = draw() < 1 / 3 ? "won" : loss;
      const event = { id: "e", type: "closed", result, atMs: decision.atMs + 1 } as const;
      return { lead, outcome: unwrap(drawn.respond(lead, decision, event, ROSTER, state)) };
    });
    const log = logOf([...taken, ...ended, ...answersOf(drawn, [["now", { atMs: 1e6 }]])]);
    expect(log).toHaveLength(1_501);
    const toAnn = targetOf("all to ann", () => [{ repId: "ann", probability: 1 }]);
    expect(unwrap(evaluate(log, toAnn, { placeboLogs: 100 })).verdict).toBe("no difference seen");
  });

  it("counts what a lead brought, where that is asked for", () => {
    const answers = answersOf(drawn, [
      ["l1", { atMs: 0 }],
      ["l2", { atMs: 0 }],
      ["l1", won(5, 900)],
      ["l2", won(200)],
    ]);
    expect(logOf(answers, { reward: "value" }).map(({ reward }) => reward)).toStrictEqual([900, 0]);
  });

  it("keeps the choices that chance made, and no others", () => {
    const turns = compose({ ledger: "turns", filters: [], selector: rotation() });
    const both = branch({
      cases: [{ name: "try", version: 1, when: ({ lead }) => lead.id !== "l2", strategy: drawn }],
      otherwise: { name: "turns", strategy: turns },
    });
    const answers = answersOf(both, [
      ["l1", { atMs: 0 }],
      ["l2", { atMs: 0 }],
      ["l3", { atMs: 0 }],
    ]);
    const byChance: ChoiceLogOptions["byChance"] = ({ outcome }) => outcome.decision.path[0] === "try";
    expect(logOf(answers, { byChance }).map(({ lead }) => lead?.id)).toStrictEqual(["l1", "l3"]);
    expect(logOf(answersOf(drawn, [["l1", { atMs: 0 }]], false))).toStrictEqual([]);
    const nobody = compose({ ledger: "desk", filters: [], selector: { ...random(), order: () => [] } });
    expect(logOf(answersOf(nobody, [["l1", { atMs: 0 }]]))).toStrictEqual([]);
    const { merits, ...silent } = random();
    const untold = compose({ ledger: "desk", filters: [], selector: silent });
    expect(logOf(answersOf(untold, [["l1", { atMs: 0 }]]))).toStrictEqual([]);
  });

  it("leaves out what a floor gave, since nobody else could have had it", () => {
    const floored = compose({ ledger: "desk", filters: [], selector: floorShare(0.5, random()) });
    const answers = answersOf(
      floored,
      Array.from({ length: 40 }, (_, i) => [`l${i}`, { atMs: i }] as const),
    );
    const log = logOf(answers);
    expect(log.length).toBeGreaterThan(20);
    expect(log.length).toBeLessThan(40);
    expect(log.flatMap(({ candidates }) => candidates.map(({ propensity }) => propensity))).not.toContain(1);
    // Where there was nobody else, nobody else could have made anything else of it.
    const alone = compose({
      ledger: "desk",
      filters: [where("ann", 1, ({ rep }) => rep.id === "ann")],
      selector: random(),
    });
    expect(logOf(answersOf(alone, [["l1", { atMs: 0 }]]))).toMatchObject([
      { candidates: [{ id: "ann", propensity: 1 }] },
    ]);
  });

  it("hears a lead that comes in again once", () => {
    const [answer] = answersOf(drawn, [["l1", { atMs: 0 }]]) as readonly [AnsweredLead];
    expect(logOf([answer, answer])).toHaveLength(1);
  });

  it.each([
    { maturesAfterMs: -1 },
    { maturesAfterMs: Number.NaN },
    { maturesAfterMs: Number.POSITIVE_INFINITY },
    { byChance: undefined },
    { reward: "lost" },
  ])("refuses %j", (wrong) => {
    expect(() => choiceLog({ ...OPTIONS, ...wrong } as never)).toThrow(RangeError);
  });
});
