import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assign,
  cascade,
  compose,
  type Decision,
  emptyState,
  finishFirst,
  type LeadEvent,
  rotation,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import { aLife } from "../support/model/intents.js";
import { live } from "../support/model/live.js";

const start = emptyState({ seed: "s" });
const alone = { reps: [{ id: "ann" }] };

/** Leads that a rep has made no contact with, or all that it has. */
const unfinished = (decisions: Iterable<Decision>, until: "worked" | "closed") => {
  const counts = new Map<string, number>();
  for (const decision of decisions) {
    if (decision.status !== "assigned") continue;
    if (until === "worked" && decision.workedAtMs !== undefined) continue;
    counts.set(decision.repId, (counts.get(decision.repId) ?? 0) + 1);
  }
  return counts;
};

const kinds = (["worked", "closed"] as const).flatMap((until) => [
  [until, "pushed", serviceLevel(assign(), { withinMs: 5, policy: { lapsed: "givesBack" } })] as const,
  [until, "offered", serviceLevel(cascade({ answerMs: 3, atOnce: 2 }), { withinMs: 4 })] as const,
]);

describe.each(kinds)("finishFirst until %s, %s", (until, _, delivery) => {
  const filters = [finishFirst({ most: 2, until })];
  const strategy = compose({ ledger: "desk", filters, selector: rotation(), delivery });

  it("is the count from the leads themselves, and nobody ever has more, whatever happens", () => {
    let most = 0;
    fc.assert(
      fc.property(aLife(), (life) => {
        const all = new Map<string, Decision>();
        const rosters = life.rosters.map((roster) => ({
          ...roster,
          reps: roster.reps.map(({ openLeads: _, openEffort: __, ...rep }) => rep),
        }));
        live(strategy, { ...life, rosters: rosters as never }, false, (__, { roster, outcome }) => {
          all.set(outcome.decision.leadId, outcome.decision);
          const counts = unfinished(all.values(), until);
          for (const [repId, count] of counts) {
            most = Math.max(most, count);
            expect(count, repId).toBeLessThanOrEqual(2);
          }
          const { notes, ids } = outcome.state;
          const written = notes.find(({ name }) => name === "unworked");
          for (const { id } of until === "worked" ? roster.reps : []) {
            const place = written?.places.indexOf(ids.indexOf(id)) ?? -1;
            expect(written?.ofReps[place]?.[0] ?? 0, id).toBeGreaterThanOrEqual(counts.get(id) ?? 0);
          }
        });
      }),
      { numRuns: 50 },
    );
    expect(most).toBe(2);
  });
});

describe("finishFirst", () => {
  const desk = (options: Parameters<typeof finishFirst>[0]) =>
    compose({ ledger: "desk", filters: [finishFirst(options)], selector: rotation() });
  const lead = (i: number) => ({ id: `l${i}`, receivedAtMs: i });

  it("is done with a lead that is worked, and with one that is worked and then closed no second time", () => {
    const strategy = desk({ most: 2, until: "worked" });
    const one = unwrap(strategy(lead(1), alone, start));
    const two = unwrap(strategy(lead(2), alone, one.state));
    expect(unwrap(strategy(lead(3), alone, two.state)).decision.status).toBe("unassigned");
    const worked: LeadEvent = { id: "e1", atMs: 3, type: "worked" };
    const done = unwrap(strategy.respond(lead(1), one.decision, worked, alone, two.state));
    const closed: LeadEvent = { id: "e2", atMs: 4, type: "closed", result: "won" };
    const over = unwrap(strategy.respond(lead(1), done.decision, closed, alone, done.state));
    const three = unwrap(strategy(lead(3), alone, over.state));
    expect(three.decision.status).toBe("assigned");
    expect(unwrap(strategy(lead(4), alone, three.state)).decision.status).toBe("unassigned");
  });

  it("lets a rep take the next lead after first contact, while the one before is still open", () => {
    const strategy = desk({ most: 1, until: "worked" });
    const one = unwrap(strategy(lead(1), alone, start));
    const worked: LeadEvent = { id: "e1", atMs: 3, type: "worked" };
    const done = unwrap(strategy.respond(lead(1), one.decision, worked, alone, one.state));
    expect(unwrap(strategy(lead(2), alone, done.state)).decision.status).toBe("assigned");
  });

  it("says what the rep has", () => {
    const said = (until: "worked" | "closed") => {
      const strategy = desk({ most: 1, until });
      const { state } = unwrap(strategy(lead(1), alone, start));
      return unwrap(strategy(lead(2), alone, state, { explain: true })).explanation?.leftOut[0]?.reason;
    };
    expect([said("worked"), said("closed")]).toStrictEqual([
      "holds 1 lead without first contact; at most 1",
      "holds 1 open lead; at most 1",
    ]);
  });

  it("counts open offers, but for one of this very lead", () => {
    const delivery = cascade({ answerMs: 10 });
    const filters = [finishFirst({ most: 1, until: "worked" })];
    const strategy = compose({ ledger: "desk", filters, selector: rotation(), delivery });
    const asked = unwrap(strategy(lead(1), alone, start));
    const other = unwrap(strategy(lead(2), alone, asked.state, { explain: true }));
    expect(other.explanation?.leftOut[0]?.reason).toBe(
      "holds 0 leads without first contact and 1 open offer; at most 1",
    );
    const yes: LeadEvent = { id: "e1", atMs: 5, type: "accepted", repId: "ann" };
    const taken = unwrap(strategy.respond(lead(1), asked.decision, yes, alone, asked.state));
    expect(taken.decision.status).toBe("assigned");
  });

  it("lets exempt leads pass, and counts them like all others", () => {
    const strategy = desk({ most: 1, until: "worked", exempt: ["owner"] });
    const own = { ...lead(1), ownerId: "ann" };
    const first = unwrap(strategy(own, alone, start));
    const second = unwrap(strategy({ ...own, id: "l2" }, alone, first.state));
    expect(second.decision.status).toBe("assigned");
    expect(second.state.notes[0]?.ofReps).toStrictEqual([[2]]);
    expect(unwrap(strategy(lead(3), alone, second.state)).decision.status).toBe("unassigned");
  });

  it("is put right by the number of open leads where a rep was not there to be heard of", () => {
    const strategy = desk({ most: 1, until: "worked" });
    const { decision, state } = unwrap(strategy(lead(1), alone, start));
    const closed: LeadEvent = { id: "e1", atMs: 4, type: "closed", result: "won" };
    const gone = unwrap(strategy.respond(lead(1), decision, closed, { reps: [{ id: "bob" }] }, state));
    expect(gone.state.notes[0]?.ofReps).toStrictEqual([[1]]);
    const back = unwrap(strategy(lead(2), alone, gone.state));
    expect(back.decision.status).toBe("assigned");
    expect(back.state.notes[0]?.ofReps).toStrictEqual([[1]]);
  });

  it("remembers nothing until closed", () => {
    const { state } = unwrap(desk({ most: 1, until: "closed" })(lead(1), alone, start));
    expect(state.notes).toStrictEqual([]);
  });

  it.each<readonly [unknown, string]>([
    [undefined, "finishFirst: is missing"],
    [{ most: 0, until: "worked" }, "finishFirst.most: must be a whole number, at least 1"],
    [{ most: 1, until: "won" }, 'finishFirst.until: must be one of "worked", "closed"'],
  ])("refuses %j", (options, message) => {
    expect(() => finishFirst(options as never)).toThrow(RangeError);
    expect(() => finishFirst(options as never)).toThrow(message);
  });
});
