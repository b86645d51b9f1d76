import { describe, expect, it } from "vitest";
import {
  compose,
  type Evidence,
  emptyState,
  learned,
  nested,
  type Selector,
  thompson,
  tiers,
  topProducer,
  unwrap,
} from "../../src/index.js";
import { oncePerMoment } from "../../src/performance/oncePerMoment.js";

const roster = {
  reps: ["ann", "bob", "cyd", "dee", "eve", "fay"].map((id, i) => ({
    id,
    teams: [`team ${i % 3}`],
    performance: { leads: 40, won: 10 + i },
  })),
};

/** Figures of the roster, and how often they were asked for. */
const counted = () => {
  const asked = { times: 0 };
  const evidence: Evidence = {
    name: "counted",
    of: () => {
      asked.times += 1;
      return ({ rep: { performance } }) => performance ?? { leads: 0, won: 0 };
    },
  };
  return { asked, evidence };
};

const cases: readonly (readonly [string, number, (evidence: Evidence) => Selector])[] = [
  ["the best producer", 1, (evidence) => topProducer({ evidence })],
  ["the best producer of each team", 1, (evidence) => nested("team", topProducer({ evidence }))],
  ["Thompson's rule in each team", 1, (evidence) => nested("team", thompson({ evidence }))],
  // Its own parts and those of the selector within.
  [
    "tiers by rating",
    3,
    (evidence) => tiers({ of: { parts: [1, 1], evidence }, within: topProducer({ evidence }) }),
  ],
];

describe("what is answered once for a moment", () => {
  it("is asked anew about another lead, another moment, another roster and other notes", () => {
    let times = 0;
    const answer = oncePerMoment(() => {
      times += 1;
      return times;
    });
    const notes = () => ({ ofRep: () => [], ofAll: () => [] });
    const asked = { lead: { id: "l1", receivedAtMs: 0 }, reps: [], nowMs: 0, notes };
    const others = [{ lead: { ...asked.lead } }, { nowMs: 1 }, { reps: [] }, { notes: () => notes() }];
    for (const other of others) {
      const before = answer(asked);
      expect([answer({ ...asked }), answer({ ...asked, ...other })]).toStrictEqual([before, before + 1]);
    }
  });
});

describe("evidence", () => {
  it.each(cases)("is asked once for a lead and part, by %s", (_, times, selectorOf) => {
    const { asked, evidence } = counted();
    const desk = compose({ ledger: "desk", filters: [], selector: selectorOf(evidence) });
    let state = emptyState({ seed: "s" });
    for (const lead of [1, 2, 3]) {
      ({ state } = unwrap(desk({ id: `l${lead}`, receivedAtMs: 0 }, roster, state)));
      expect(asked.times).toBe(lead * times);
    }
  });

  it("is asked anew about the same lead when the state is another", () => {
    const evidence = learned({ maturesAfterMs: 0, spanMs: 1, spans: 100 });
    const desk = compose({ ledger: "desk", filters: [], selector: topProducer({ evidence }) });
    const lead = { id: "l1", receivedAtMs: 0 };
    const first = unwrap(desk(lead, roster, emptyState({ seed: "s" })));
    const won = { id: "e1", atMs: 1, type: "closed", result: "won" } as const;
    const { state } = unwrap(desk.respond(lead, first.decision, won, roster, first.state));
    const after = { id: "l2", receivedAtMs: 9 };
    const says = (seen: typeof state) =>
      unwrap(desk(after, roster, seen, { explain: true })).explanation?.candidates[0]?.merit?.says;
    expect([says(first.state), says(state), says(first.state)]).toStrictEqual([
      "won 0 of 1 leads, which is at least 0.0 %",
      "won 1 of 1 leads, which is at least 20.7 %",
      "won 0 of 1 leads, which is at least 0.0 %",
    ]);
  });
});
