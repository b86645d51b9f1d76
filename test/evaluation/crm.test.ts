import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Ended, endedOf, isWon } from "../../examples/replay/crm/outcomes.js";
import { type Crm, readCrm } from "../../examples/replay/crm/read.js";
import {
  byStrategy,
  differences,
  type Evaluation,
  evaluate,
  type LoggedChoice,
  type RepOutcomes,
} from "../../src/evaluation/index.js";
import {
  compose,
  emptyState,
  type Rep,
  type Selector,
  thompson,
  topProducer,
  unwrap,
} from "../../src/index.js";
import { estimatesFrom } from "../../src/performance/estimates.js";
import { streamFrom } from "../../src/random/stream.js";
import { isShared, needing, sharedPath } from "../support/shared.js";

const CRM = "data/crm";

const file = (name: string): string => readFileSync(sharedPath(`${CRM}/${name}.csv`), "utf8");

const read = (): Crm => readCrm(file("sales_pipeline"), file("sales_teams"), file("products"));

/** A deal that ended: whose it was, and whether it was won. */
interface Deal {
  readonly agent: string;
  readonly isWon: boolean;
}

const dealOf = (ended: Ended): Deal => ({ agent: ended.agent, isWon: isWon(ended) });

const countedBy = <A>(items: readonly A[], keyOf: (item: A) => string, isGood: (item: A) => boolean) => {
  const counts = new Map<string, { repId: string; leads: number; won: number }>();
  for (const item of items) {
    const known = counts.get(keyOf(item)) ?? { repId: keyOf(item), leads: 0, won: 0 };
    counts.set(keyOf(item), known);
    known.leads += 1;
    known.won += isGood(item) ? 1 : 0;
  }
  return [...counts.values()].sort((a, b) => (a.repId < b.repId ? -1 : 1)) as readonly RepOutcomes[];
};

const byAgent = (deals: readonly Deal[]): readonly RepOutcomes[] =>
  countedBy(
    deals,
    ({ agent }) => agent,
    (deal) => deal.isWon,
  );

/** In an order that tells nothing: the file keeps an agent's deals together. */
const shuffled = <A>(items: readonly A[], seed: string): readonly A[] => {
  const { next } = streamFrom(seed);
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

/** What is known of each agent from these deals, as a roster has it. */
const rosterFrom = (deals: readonly Deal[]): readonly Rep[] =>
  byAgent(deals).map(({ repId, leads, won }) => ({ id: repId, performance: { leads, won } }));

/**
 * The deals as if chance had given each to somebody by the part of the deals that everybody had. Nobody knows by what they were given; on this data the agent makes no difference to the outcome, so
 * neither does that.
 */
const asChoices = (deals: readonly Deal[], seed: string): readonly LoggedChoice[] => {
  const candidates = byAgent(deals).map(({ repId, leads }) => ({
    id: repId,
    propensity: leads / deals.length,
  }));
  return shuffled(deals, seed).map(({ agent, isWon: won }, i) => ({
    candidates,
    repId: agent,
    reward: won ? 1 : 0,
    lead: { id: `deal ${i}`, receivedAtMs: 0 },
  }));
};

const learners: readonly (readonly [name: string, selector: Selector, byChance: boolean])[] = [
  ["topProducer", topProducer(), false],
  ["topProducer by estimate", topProducer({ by: "estimate" }), false],
  ["thompson", thompson(), true],
];

/** What each of those who learn from some deals is found to gain on others. */
const gains = (known: readonly Deal[], others: readonly Deal[], seed: string): readonly Evaluation[] =>
  learners.map(([name, selector, byChance]) => {
    const strategy = compose({ ledger: "desk", filters: [], selector });
    const options = { roster: { reps: rosterFrom(known) }, state: emptyState({ seed }), byChance };
    return unwrap(evaluate(asChoices(others, seed), byStrategy(name, strategy, options), { placeboLogs: 100 }));
  });

it("y", () => {
  const ended = endedOf(read().opportunities);
  const show = (deals: readonly Deal[], all: readonly { deal: Deal; at: number }[]) => {
    const cuts: [string, readonly Deal[], readonly Deal[]][] = [];
    const t = [...all].sort((a, b) => a.at - b.at).map(({ deal }) => deal);
    const half = Math.floor(t.length / 2);
    cuts.push(["time", t.slice(0, half), t.slice(half)], ["time back", t.slice(half), t.slice(0, half)]);
    for (const s of ["1", "2", "3"]) {
      const r = shuffled(deals, s);
      cuts.push([s, r.slice(0, half), r.slice(half)]);
    }
    for (const [n, a, b] of cuts) {
      const t0 = performance.now();
      for (const e of gains(a, b, n))
        console.log(n, e.target, e.verdict, e.doublyRobust?.gain, e.overlap?.effectiveLeads, e.placebo, e.pattern, e.reasons.join());
      console.log(performance.now() - t0);
    }
    const est = estimatesFrom(byAgent(deals).map(({ repId }, place) => ({ id: repId, rep: { id: repId }, place, weight: 1 })), byAgent(deals));
    console.log(byAgent(deals).map(({ repId, leads, won }, place) => [won / leads, est({ id: repId, rep: { id: repId }, place, weight: 1 }).rate]));
  };
  show(ended.map(dealOf), ended.map((e) => ({ deal: dealOf(e), at: e.closedAtMs })));
  console.log("SYNTHETIC");
  const { next } = streamFrom("syn");
  const agents = [...new Set(ended.map((e) => e.agent))];
  const rate = new Map(agents.map((a, i) => [a, 0.48 + 0.3 * (i / agents.length)]));
  const syn = ended.map((e) => ({ at: e.closedAtMs, deal: { agent: e.agent, isWon: next() < (rate.get(e.agent) ?? 0) } }));
  show(syn.map((s) => s.deal), syn);
  expect(1).toBe(1);
});
