import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { field, present, type Row, rowsOf } from "../../examples/replay/csv.js";
import {
  differences,
  type Evaluation,
  evaluate,
  type LoggedChoice,
  type RepOutcomes,
  type Target,
  targetOf,
} from "../../src/evaluation/index.js";
import {
  type Candidate,
  compose,
  emptyState,
  holderOf,
  type PredictedOptions,
  predicted,
  type Rep,
  type Selector,
  thompson,
  tiers,
  topProducer,
  unwrap,
} from "../../src/index.js";
import { estimatesFrom } from "../../src/performance/estimates.js";
import { streamFrom } from "../../src/random/stream.js";
import { isShared, needing, sharedPath } from "../support/shared.js";

const CRM = "data/crm";

/** A deal that ended: whose it was, what else is known of it, and whether it was won. */
interface Deal {
  readonly agent: string;
  readonly manager: string;
  readonly office: string;
  readonly product: string;
  readonly account: string;
  readonly sector: string;
  readonly closedAtMs: number;
  readonly isWon: boolean;
}

const ATTRIBUTES = ["agent", "manager", "office", "product", "account", "sector"] as const;

const tableOf = (name: string, key: string): ReadonlyMap<string, Row> =>
  new Map(
    rowsOf(readFileSync(sharedPath(`${CRM}/${name}.csv`), "utf8")).map((row) => [present(row, key), row]),
  );

/** In the order in which they were closed. */
const readDeals = (): readonly Deal[] => {
  const [teams, accounts] = [tableOf("sales_teams", "sales_agent"), tableOf("accounts", "account")];
  return [...tableOf("sales_pipeline", "opportunity_id").values()]
    .flatMap((row): Deal[] => {
      const closed = field(row, "close_date");
      if (closed === undefined) return [];
      const [agent, account] = [present(row, "sales_agent"), present(row, "account")];
      const [team, customer] = [teams.get(agent), accounts.get(account)] as [Row, Row];
      return [
        {
          agent,
          account,
          manager: present(team, "manager"),
          office: present(team, "regional_office"),
          product: present(row, "product"),
          sector: present(customer, "sector"),
          closedAtMs: Date.parse(closed),
          isWon: present(row, "deal_stage") === "Won",
        },
      ];
    })
    .sort((a, b) => a.closedAtMs - b.closedAtMs);
};

const countedBy = (
  deals: readonly Deal[],
  attribute: (typeof ATTRIBUTES)[number],
): readonly RepOutcomes[] => {
  const counts = new Map<string, { repId: string; leads: number; won: number }>();
  for (const deal of deals) {
    const repId = deal[attribute];
    const known = counts.get(repId) ?? { repId, leads: 0, won: 0 };
    counts.set(repId, known);
    known.leads += 1;
    known.won += deal.isWon ? 1 : 0;
  }
  return [...counts.values()].sort((a, b) => (a.repId < b.repId ? -1 : 1));
};

/** In an order that tells nothing: the file keeps an agent's deals together. */
const shuffled = (deals: readonly Deal[], seed: string): readonly Deal[] => {
  const { next } = streamFrom(seed);
  return deals
    .map((deal) => ({ deal, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ deal }) => deal);
};

/** What is known of each agent from these deals, as a roster has it. */
const rosterFrom = (deals: readonly Deal[]): readonly Rep[] =>
  countedBy(deals, "agent").map(({ repId, leads, won }) => ({ id: repId, performance: { leads, won } }));

/**
 * The deals as if chance had given each to somebody by the part of the deals that everybody had. Nobody knows by what they were given; but who had which makes no difference to the outcome here, and then neither does that.
 */
const asChoices = (deals: readonly Deal[]): readonly LoggedChoice[] => {
  const candidates = countedBy(deals, "agent").map(({ repId, leads }) => ({
    id: repId,
    propensity: leads / deals.length,
  }));
  return shuffled(deals, "choices").map(({ agent, isWon }) => ({
    candidates,
    repId: agent,
    reward: isWon ? 1 : 0,
  }));
};

/** A model of one's own, which takes what it has seen at its word. */
const asSeen: PredictedOptions = {
  name: "as seen",
  version: 1,
  of: ({ rep: { performance } }) => (performance === undefined ? 0 : performance.won / performance.leads),
};

const learners: readonly (readonly [name: string, selector: Selector])[] = [
  ["topProducer", topProducer()],
  ["predicted", predicted(asSeen)],
  ["the best third", tiers({ of: { parts: [10, 20] } })],
  // Its shares are not asked for.
  ["thompson", thompson({ propensityDraws: 1 })],
];

const DEALT = 300;

/** The parts of the leads that everybody has of a selector which knows these deals, and hears of no more. */
const targetBy = (name: string, selector: Selector, known: readonly Deal[]): Target => {
  const strategy = compose({ ledger: "desk", filters: [], selector });
  const roster = { reps: rosterFrom(known) };
  const counts = new Map<string, number>();
  let state = emptyState({ seed: "crm" });
  for (let i = 0; i < DEALT; i += 1) {
    const outcome = unwrap(strategy({ id: `lead ${i}`, receivedAtMs: 0 }, roster, state));
    state = outcome.state;
    const taker = holderOf(outcome.decision) ?? "";
    counts.set(taker, (counts.get(taker) ?? 0) + 1);
  }
  const chances = [...counts].map(([repId, count]) => ({ repId, probability: count / DEALT }));
  return targetOf(name, () => chances);
};

/** What each of those who learn from some deals is found to gain on others. Fewer leads than usual are enough to claim it. */
const gainsOn = (known: readonly Deal[], others: readonly Deal[]): readonly Evaluation[] =>
  learners.map(([name, selector]) =>
    unwrap(
      evaluate(asChoices(others), targetBy(name, selector, known), {
        placeboLogs: 100,
        leastEffectiveLeads: 60,
      }),
    ),
  );

/** Learned on one half, asked about the other: the halves by time, and drawn. */
const halvesOf = (deals: readonly Deal[]) => {
  const half = Math.floor(deals.length / 2);
  const drawn = shuffled(deals, "halves");
  return {
    early: deals.slice(0, half),
    late: deals.slice(half),
    one: drawn.slice(0, half),
    other: drawn.slice(half),
  };
};

const ratesFrom = (deals: readonly Deal[]) => {
  const outcomes = countedBy(deals, "agent");
  const reps = outcomes.map(
    ({ repId }, place): Candidate => ({ id: repId, rep: { id: repId }, weight: 1, place }),
  );
  const seen = outcomes.map(({ leads, won }) => won / leads);
  const estimated = reps.map(estimatesFrom(reps, outcomes)).map(({ rate }) => rate);
  const width = (rates: readonly number[]): number => Math.max(...rates) - Math.min(...rates);
  return { seen: width(seen), estimated: width(estimated) };
};

/** The same deals of the same agents, who now differ: the first by the alphabet wins 40 % of its deals, the last 90 %. */
const whereTheyDiffer = (deals: readonly Deal[]): readonly Deal[] => {
  const agents = countedBy(deals, "agent").map(({ repId }) => repId);
  const { next } = streamFrom("they differ");
  return deals.map((deal) => ({
    ...deal,
    isWon: next() < 0.4 + (0.5 * agents.indexOf(deal.agent)) / (agents.length - 1),
  }));
};

describe.skipIf(!isShared(CRM))(needing(CRM, "on data in which reps do not differ"), () => {
  let deals: readonly Deal[] = [];

  beforeAll(() => {
    deals = readDeals();
  });

  it("no difference is seen of agent, manager, office, product, account or sector", () => {
    const found = ATTRIBUTES.map((attribute) => unwrap(differences(countedBy(deals, attribute))));
    expect(found.map(({ verdict }) => verdict)).toStrictEqual(ATTRIBUTES.map(() => "no difference seen"));
    // The figures that stand beside the data.
    const [agents, managers, offices, , accounts, sectors] = found;
    expect(agents).toMatchObject({ reps: 30, leads: 6_711, degreesOfFreedom: 29 });
    expect(agents?.chiSquare.toFixed(1)).toBe("33.3");
    expect(agents?.byDistribution.toFixed(2)).toBe("0.26");
    expect(agents?.trueSpread.toFixed(4)).toBe("0.0126");
    expect(
      [managers, offices, accounts, sectors].map((each) => each?.byDistribution.toFixed(2)),
    ).toStrictEqual(["0.79", "0.60", "0.94", "0.97"]);
    for (const { byDistribution, byShuffling } of found)
      expect(Math.abs(byDistribution - byShuffling)).toBeLessThan(0.08);
  });

  it("estimates are drawn to nearly the same rate", () => {
    const { seen, estimated } = ratesFrom(deals);
    expect(seen).toBeGreaterThan(0.15);
    expect(estimated).toBeLessThan(0.025);
  });

  it.each([
    ["early", "late"],
    ["one", "other"],
  ] as const)(
    "nobody who learns from the %s half gains anything on the %s, and the placebo finds nothing",
    (from, on) => {
      const halves = halvesOf(deals);
      for (const { target, verdict, placebo, doublyRobust } of gainsOn(halves[from], halves[on])) {
        expect([target, verdict]).toStrictEqual([target, "no difference seen"]);
        expect([target, (doublyRobust?.gain.low ?? 1) < 0]).toStrictEqual([target, true]);
        expect([target, placebo?.asLarge]).toStrictEqual([
          target,
          expect.toSatisfy((part: number) => part > 0.05),
        ]);
        expect([target, placebo?.found]).toStrictEqual([
          target,
          expect.toSatisfy((part: number) => part < 0.137),
        ]);
      }
    },
  );

  it("whoever learns gains where reps do differ, and the difference is seen", () => {
    const others = whereTheyDiffer(deals);
    const found = unwrap(differences(countedBy(others, "agent")));
    expect(found.verdict).toBe("they differ");
    expect(found.trueSpread).toBeCloseTo(0.15, 1);
    const { seen, estimated } = ratesFrom(others);
    expect(estimated / seen).toBeGreaterThan(0.8);
    const halves = halvesOf(others);
    for (const { target, verdict, placebo } of gainsOn(halves.one, halves.other)) {
      expect([target, verdict]).toStrictEqual([target, "better"]);
      expect(placebo?.asLarge).toBeLessThan(0.05);
    }
  });
});
