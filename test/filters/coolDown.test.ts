import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cascade, compose, coolDown, emptyState, type LeadEvent, rotation, unwrap } from "../../src/index.js";
import { aLife } from "../support/model/intents.js";
import { live } from "../support/model/live.js";

const start = emptyState({ seed: "s" });
const alone = { reps: [{ id: "ann" }] };
const desk = (options: Parameters<typeof coolDown>[0]) =>
  compose({ ledger: "desk", filters: [coolDown(options)], selector: rotation() });

describe("coolDown", () => {
  it("lets a rep take the next lead at the end of the pause, and not a moment before", () => {
    const strategy = desk({ pauseMs: 10 });
    const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 100 }, alone, start));
    const at = (receivedAtMs: number) =>
      unwrap(strategy({ id: "l2", receivedAtMs }, alone, state)).decision.status;
    expect([90, 91, 100, 109, 110].map(at)).toStrictEqual([
      "assigned",
      "unassigned",
      "unassigned",
      "unassigned",
      "assigned",
    ]);
  });

  it("counts from the taking, whatever becomes of the lead", () => {
    const strategy = desk({ pauseMs: 10 });
    const lead = { id: "l1", receivedAtMs: 0 };
    const given = unwrap(strategy(lead, alone, start));
    const closed: LeadEvent = { id: "e1", atMs: 9, type: "closed", result: "won" };
    const { state } = unwrap(strategy.respond(lead, given.decision, closed, alone, given.state));
    expect(unwrap(strategy({ id: "l2", receivedAtMs: 10 }, alone, state)).decision.status).toBe("assigned");
  });

  it("says until when", () => {
    const strategy = desk({ pauseMs: 600_000 });
    const { state } = unwrap(strategy({ id: "l1", receivedAtMs: 0 }, alone, start));
    const { explanation } = unwrap(strategy({ id: "l2", receivedAtMs: 1 }, alone, state, { explain: true }));
    expect(explanation?.leftOut[0]).toStrictEqual({
      repId: "ann",
      by: "coolDown",
      reason: "has a pause between two leads until 1970-01-01 00:10 UTC",
      has: 1,
      wants: 600_000,
      untilMs: 600_000,
    });
  });

  it("lets exempt leads pass, and begins no pause for them", () => {
    const strategy = desk({ pauseMs: 10, exempt: ["hot"] });
    const hot = { id: "l1", receivedAtMs: 0, temperature: "hot" } as const;
    const { state } = unwrap(strategy(hot, alone, start));
    const next = unwrap(strategy({ id: "l2", receivedAtMs: 1 }, alone, state));
    expect(next.decision.status).toBe("assigned");
    expect(unwrap(strategy({ ...hot, id: "l3", receivedAtMs: 2 }, alone, next.state)).decision.status).toBe(
      "assigned",
    );
  });

  it.each<readonly [unknown, string]>([
    [undefined, "coolDown: is missing"],
    [{ pauseMs: 0 }, "coolDown.pauseMs: must be whole milliseconds above 0"],
    [{ pauseMs: 5, exempt: ["cold"] }, 'coolDown.exempt[0]: must be one of "owner", "hot", "byHand"'],
  ])("refuses %j", (options, message) => {
    expect(() => coolDown(options as never)).toThrow(RangeError);
    expect(() => coolDown(options as never)).toThrow(message);
  });

  it("keeps any two leads of a rep apart, whatever happens", () => {
    const strategy = compose({
      ledger: "desk",
      filters: [coolDown({ pauseMs: 4 })],
      selector: rotation(),
      delivery: cascade({ answerMs: 3, atOnce: 2 }),
    });
    fc.assert(
      fc.property(aLife(), (life) => {
        const takenMs = new Map<string, number[]>();
        live(strategy, life, false, (_, { before, outcome: { decision } }) => {
          if (decision === before || decision.status !== "assigned") return;
          if (before?.status === "assigned" && before.repId === decision.repId) return;
          const others = takenMs.get(decision.repId) ?? [];
          for (const atMs of others) expect(Math.abs(atMs - decision.atMs)).toBeGreaterThanOrEqual(4);
          takenMs.set(decision.repId, [...others, decision.atMs]);
        });
      }),
      { numRuns: 80 },
    );
  });

  it("refuses a second yes within the pause, and takes it after", () => {
    const delivery = cascade({ answerMs: 100 });
    const strategy = compose({
      ledger: "desk",
      filters: [coolDown({ pauseMs: 10 })],
      selector: rotation(),
      delivery,
    });
    const [l1, l2] = [
      { id: "l1", receivedAtMs: 0 },
      { id: "l2", receivedAtMs: 0 },
    ];
    const first = unwrap(strategy(l1, alone, start));
    const second = unwrap(strategy(l2, alone, first.state));
    const yes = (id: string, atMs: number): LeadEvent => ({ id, atMs, type: "accepted", repId: "ann" });
    const taken = unwrap(strategy.respond(l1, first.decision, yes("e1", 1), alone, second.state));
    const refused = unwrap(strategy.respond(l2, second.decision, yes("e2", 10), alone, taken.state));
    expect(refused.refusal?.rule).toBe("coolDown");
    const later = unwrap(strategy.respond(l2, second.decision, yes("e2", 11), alone, taken.state));
    expect(later.decision.status).toBe("assigned");
  });
});
