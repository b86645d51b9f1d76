import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  available,
  capacity,
  compose,
  emptyState,
  firstOf,
  type Lead,
  language,
  type PoolForOptions,
  pool,
  poolFor,
  type Roster,
  race,
  rotation,
  type State,
  type StoredLead,
  unwrap,
} from "../../src/index.js";
import { aScenario } from "../../src/testing/index.js";
import { play } from "../../src/testing/play.js";
import { rosterOf } from "../support/story.js";
import { waiting } from "../support/strategies.js";

const desk = compose({
  ledger: "desk",
  filters: [language(), capacity()],
  selector: rotation(),
  delivery: pool(),
});

const roster: Roster = {
  reps: [
    { id: "ann", languages: ["en"] },
    { id: "bob", languages: ["sv"], capacity: 0 },
  ],
};

const none: State = emptyState({ seed: "s" });

const lying = (leads: readonly Lead[], strategy = desk): readonly StoredLead[] =>
  leads.map((lead) => ({ lead, decision: unwrap(strategy(lead, roster, none)).decision }));

const idsFor = (leads: readonly StoredLead[], options: Partial<PoolForOptions> = {}, repId = "ann") =>
  unwrap(poolFor(desk, leads, repId, roster, none, { nowMs: 1000, first: "best", ...options })).map(
    ({ leadId }) => leadId,
  );

const leads: readonly Lead[] = [
  { id: "cold", receivedAtMs: 5, temperature: "cold" },
  { id: "hot and dear", receivedAtMs: 9, temperature: "hot", score: 0.5, value: 9 },
  { id: "hot", receivedAtMs: 1, temperature: "hot", score: 0.5 },
  { id: "hot and good", receivedAtMs: 9, temperature: "hot", score: 0.9 },
  { id: "unknown", receivedAtMs: 0, score: 1 },
  { id: "swedish", receivedAtMs: 0, temperature: "hot", score: 1, languages: ["sv"] },
];

describe("a rep's pool", () => {
  it("has the leads that the rep may claim now, the best or the oldest first", () => {
    expect(idsFor(lying(leads))).toStrictEqual(["hot and good", "hot and dear", "hot", "cold", "unknown"]);
    expect(idsFor(lying(leads), { first: "oldest" })).toStrictEqual([
      "unknown",
      "hot",
      "cold",
      "hot and dear",
      "hot and good",
    ]);
    expect(idsFor(lying(leads), {}, "bob")).toStrictEqual([]);
    expect(idsFor(lying(leads), {}, "a stranger")).toStrictEqual([]);
  });

  it("does not depend on the order in which leads are given, and ends where enough are found", () => {
    expect(idsFor(lying([...leads].reverse()), { most: 2 })).toStrictEqual(["hot and good", "hot and dear"]);
    expect(idsFor(lying(leads), { most: 0 })).toStrictEqual([]);
  });

  it("says what may be seen of each, since when it lies there, and how", () => {
    const blind = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: pool({ mode: "blind", shows: ["region"] }),
    });
    const lead: Lead = { id: "l1", receivedAtMs: 7, region: "SE", value: 5 };
    const found = unwrap(
      poolFor(blind, lying([lead], blind), "ann", roster, none, { nowMs: 9, first: "oldest" }),
    );
    expect(found).toStrictEqual([
      { leadId: "l1", lead: { id: "l1", region: "SE" }, sinceMs: 7, mode: "blind" },
    ]);
  });

  it("lets a lead grow warmer as it lies, past hot, so that none is passed over for ever", () => {
    const both = lying([
      { id: "cold", receivedAtMs: 0, temperature: "cold" },
      { id: "hot", receivedAtMs: 200, temperature: "hot" },
    ]);
    const at = (nowMs: number) => idsFor(both, { nowMs, riseMs: 100 });
    expect(at(200)).toStrictEqual(["hot", "cold"].reverse());
    expect(at(199 + 100)).toStrictEqual(["cold", "hot"]);
    expect(idsFor(both, { nowMs: 200, riseMs: 150 })).toStrictEqual(["hot", "cold"]);
    expect(idsFor(both, { nowMs: 299, riseMs: 300 })).toStrictEqual(["hot", "cold"]);
    // Both by two: 1 + 3 against 3 + 2.
    expect(idsFor(both, { nowMs: 800, riseMs: 250 })).toStrictEqual(["hot", "cold"]);
    expect(idsFor(both, { nowMs: 100, riseMs: 30 })).toStrictEqual(["cold"]);
  });

  it("passes over leads that lie in no pool, and is none of those whom a race did not tell", () => {
    const raced = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: race({ openMs: 50, first: 1 }),
    });
    const [open] = lying([{ id: "l1", receivedAtMs: 0 }], raced) as [StoredLead];
    const claim = { id: "e", atMs: 3, type: "claimed", repId: "ann" } as const;
    const taken = unwrap(raced.respond(open.lead, open.decision, claim, roster, none)).decision;
    const idsAt = (nowMs: number, repId: string, decision = open.decision) =>
      unwrap(poolFor(raced, [{ lead: open.lead, decision }], repId, roster, none, { nowMs, first: "best" }))
        .length;
    expect([idsAt(49, "ann"), idsAt(49, "bob"), idsAt(50, "ann"), idsAt(9, "ann", taken)]).toStrictEqual([
      1, 0, 0, 0,
    ]);
  });

  it("asks the strategy nothing about whoever a race did not tell", () => {
    const raced = compose({
      ledger: "desk",
      filters: [],
      selector: rotation(),
      delivery: race({ openMs: 50, first: 1 }),
    });
    const open = lying([{ id: "l1", receivedAtMs: 0 }], raced);
    const silent = Object.assign((...given: Parameters<typeof raced>) => raced(...given), {
      ...raced,
      respond: () => {
        throw new Error("was asked");
      },
    });
    const asked = (repId: string) => poolFor(silent, open, repId, roster, none, { nowMs: 1, first: "best" });
    expect([asked("bob"), asked("ann")._tag]).toStrictEqual([{ _tag: "Right", right: [] }, "Left"]);
  });

  it("knows a lead whose events had whatever ids", () => {
    const [one] = lying([{ id: "l1", receivedAtMs: 0 }]) as [StoredLead];
    const eventIds = ["may it be claimed", "may it be claimed?"];
    expect(idsFor([{ ...one, decision: { ...one.decision, eventIds } }])).toStrictEqual(["l1"]);
  });

  it("says every fault with its place", () => {
    const bad = lying([{ id: "l1", receivedAtMs: 0 }]);
    const faults = (list: unknown, options: object, repId: unknown = "ann") => {
      const result = poolFor(desk, list as never, repId as never, roster, none, {
        nowMs: 0,
        first: "best",
        ...options,
      } as never);
      return result._tag === "Left" ? result.left.map(({ path }) => path.join(".")) : "none";
    };
    expect(faults([...bad, { ...bad[0], lead: { id: "l2" } }], {})).toStrictEqual([
      "leads.1.lead.receivedAtMs",
    ]);
    expect(faults([...bad, ...bad], {})).toStrictEqual(["leads.1.lead.id"]);
    expect(faults(bad, { riseMs: 0, most: -1, first: "newest" }, 7)).toStrictEqual([
      "repId",
      "options.first",
      "options.riseMs",
      "options.most",
    ]);
    expect(faults("leads", {})).toStrictEqual(["leads"]);
    const path = [{ ...bad[0], decision: { ...bad[0]?.decision, path: ["gone"] } }];
    const spilling = firstOf([{ name: "one", strategy: desk }]);
    const refused = poolFor(spilling, path as never, "ann", roster, none, { nowMs: 0, first: "best" });
    expect(refused).toMatchObject({ left: [{ path: ["leads", 0, "decision", "path", 0] }] });
  });
});

describe("whoever is said to be able to claim", () => {
  it.each(waiting)("may, and nobody else: %s", (_, strategy) => {
    fc.assert(
      fc.property(aScenario(), (scenario) => {
        for (const { step, lead, result } of play(strategy, scenario)) {
          if (result._tag === "Left" || result.right.decision.status !== "pooled") continue;
          const { decision, state } = result.right;
          const nowMs = decision.atMs;
          for (const { id } of step.roster.reps.slice(0, 3)) {
            const found = unwrap(
              poolFor(strategy, [{ lead, decision }], id, step.roster, state, { nowMs, first: "best" }),
            );
            const claim = { id: "now", atMs: nowMs, type: "claimed", repId: id } as const;
            const { refusal } = unwrap(strategy.respond(lead, decision, claim, step.roster, state));
            expect(found.length).toBe(refusal === undefined ? 1 : 0);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});

it("finds the next best of 5,000 leads among 1,000 reps without asking about all", () => {
  const reps = rosterOf(...Array.from({ length: 1000 }, (_, i) => `rep ${i}`));
  const strategy = compose({
    ledger: "desk",
    filters: [available()],
    selector: rotation(),
    delivery: pool(),
  });
  const { decision } = unwrap(strategy({ id: "l", receivedAtMs: 0 }, reps, none));
  const many = Array.from({ length: 5000 }, (_, i) => {
    const lead = { id: `l${i}`, receivedAtMs: i };
    return { lead, decision: { ...decision, leadId: lead.id } };
  });
  const found = poolFor(strategy, many, "rep 7", reps, none, { nowMs: 9000, first: "oldest", most: 1 });
  expect(unwrap(found).map(({ leadId }) => leadId)).toStrictEqual(["l0"]);
});
