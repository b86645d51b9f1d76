import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAndSetStore } from "../../examples/postgres/compareAndSetStore.js";
import type { Database } from "../../examples/postgres/database.js";
import { type Desk, deskOf } from "../../examples/postgres/desk.js";
import { CHANGED_SINCE } from "../../examples/postgres/keep.js";
import type { MatchingStore } from "../../examples/postgres/matchingStore.js";
import { doEffects } from "../../examples/postgres/outbox.js";
import { pglite } from "../../examples/postgres/pglite.js";
import { postgres } from "../../examples/postgres/postgres.js";
import { rowLockStore } from "../../examples/postgres/rowLockStore.js";
import { beginState, createTables, dropState } from "../../examples/postgres/schema.js";
import { story } from "../../examples/postgres/story.js";
import { type Loss, unreliable } from "../../examples/postgres/unreliable.js";
import { wakeDue } from "../../examples/postgres/waker.js";
import {
  assign,
  capacity,
  cascade,
  compose,
  type Decision,
  type Effect,
  emptyState,
  holderOf,
  type Outcome,
  owner,
  prefer,
  region,
  rotation,
  type StoredLead,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import { type OpenStore, type Store, storeContract } from "../../src/testing/index.js";
import { drawsFrom } from "../support/draws.js";
import { auditOf, beginAudit, commitsOf } from "../support/flood/audit.js";
import { foldAgain } from "../support/flood/foldAgain.js";
import { killerOf } from "../support/flood/killer.js";
import { type Heard, hearing, pourIn } from "../support/flood/pourIn.js";
import { floodSteps, floodTeam, stepMs } from "../support/flood/steps.js";
import { floodStrategy } from "../support/flood/strategy.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../support/postgresServer.js";

type StoreOn = (database: Database, stateId: string) => MatchingStore;

const variants: readonly (readonly [string, StoreOn])[] = [
  ["rowLockStore", rowLockStore],
  ["compareAndSetStore", compareAndSetStore],
];

/** A busy machine takes its time to start a database. */
const STARTS_WITHIN_MS = 60_000;

/** Some 10 s on a quiet one. */
const POURS_WITHIN_MS = 240_000;

const first = emptyState({ seed: "postgres" });

let states = 0;

/** The name of a state that begins empty. */
const freshState = async (database: Database, state = first): Promise<string> => {
  states += 1;
  const stateId = `state-${states}`;
  await beginState(database, stateId, state);
  return stateId;
};

const opening =
  (database: () => Database, storeOn: StoreOn): OpenStore =>
  async (state) =>
    storeOn(database(), await freshState(database(), state));

const itKeepsTheContract = (database: () => Database): void => {
  describe.each(variants)("%s keeps the contract of a store", (_, storeOn) => {
    it.each(storeContract)("$name", ({ check }) => check(opening(database, storeOn)));
  });
};

const push = compose({
  ledger: "desk",
  filters: [region(), capacity()],
  selector: rotation(),
  delivery: assign({ refundsPerRep: 1 }),
});

const inTurn = compose({
  ledger: "desk",
  filters: [],
  selector: rotation(),
  delivery: cascade({ answerMs: 1000 }),
});
/** To be called within a second, with a reminder after half of it; else the next has the lead. */
const timed = compose({
  ledger: "desk",
  filters: [],
  selector: rotation(),
  delivery: serviceLevel(assign(), { withinMs: 1000, remindBeforeMs: [500] }),
});
const trio = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd" }] };

const leadsNamed = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `lead-${i}`, receivedAtMs: 0 }));

const itWakesAndTells = (database: () => Database): void => {
  describe.each(variants)("on %s", (_, storeOn) => {
    const offering = async (count: number): Promise<{ stateId: string; store: Store; desk: Desk }> => {
      const stateId = await freshState(database());
      const store = storeOn(database(), stateId);
      const desk = deskOf(store, inTurn, () => trio);
      await Promise.all(leadsNamed(count).map((lead) => desk.intake(lead)));
      return { stateId, store, desk };
    };

    it("several wakers answer each due lead once, and no lead before its time", async () => {
      const { stateId, store, desk } = await offering(30);
      const wake = async (nowMs: number): Promise<readonly Outcome[]> => {
        const wakers = Array.from({ length: 4 }, () => wakeDue(database(), stateId, desk, nowMs, 5));
        return (await Promise.all(wakers)).flat().map(unwrap);
      };
      expect(await wake(999)).toStrictEqual([]);
      const woken = [...(await wake(1000)), ...(await wake(1000))];
      expect(woken.every(({ refusal }) => refusal === undefined)).toBe(true);
      expect(new Set(woken.map(({ decision }) => decision.leadId)).size).toBe(30);
      expect(woken).toHaveLength(30);
      expect(await wake(1999)).toStrictEqual([]);
      const secondTime = [...(await wake(2000)), ...(await wake(2000))];
      expect(secondTime).toHaveLength(30);
      const { leads } = await store.everything();
      expect(leads.map(({ decision }) => [decision.status, decision.revision])).toStrictEqual(
        leads.map(() => ["offered", 2]),
      );
    });

    it("the holder of a lead is reminded, and loses it, as its moments come", async () => {
      const stateId = await freshState(database());
      const store = storeOn(database(), stateId);
      const desk = deskOf(store, timed, () => trio);
      for (const lead of leadsNamed(2)) await desk.intake(lead);
      await desk.handle("lead-1", { id: "called", atMs: 400, type: "worked" });
      for (const nowMs of [499, 500, 999, 1000]) await wakeDue(database(), stateId, desk, nowMs);
      const { leads } = await store.everything();
      expect(
        leads.map(({ decision }) => [decision.leadId, holderOf(decision), decision.lapses]).sort(),
      ).toStrictEqual([
        ["lead-0", "cyd", 1],
        ["lead-1", "bob", undefined],
      ]);
      const told: string[] = [];
      await doEffects(database(), stateId, async (effect) => {
        if (effect.type === "tell") told.push(`${effect.what} ${effect.repId}`);
      });
      expect(told).toStrictEqual([
        "assigned ann",
        "assigned bob",
        "reminded ann",
        "withdrawn ann",
        "assigned cyd",
      ]);
    });

    it("a waker that died leaves its leads to another, and nobody wakes a lead that has moved on", async () => {
      const { stateId, store, desk } = await offering(2);
      const dying: Desk = { ...desk, handle: () => Promise.reject(new Error("the process died")) };
      await expect(wakeDue(database(), stateId, dying, 1000)).rejects.toThrow("the process died");
      expect(await wakeDue(database(), stateId, desk, 1000)).toStrictEqual([]);
      const offer = (await store.everything()).leads.map(({ decision }) => decision);
      const [moved] = offer;
      const repId = moved?.status === "offered" ? (moved.offers[0]?.repId ?? "") : "";
      const leadId = moved?.leadId ?? "";
      await desk.handle(leadId, { id: "e1", atMs: 500, type: "accepted", repId });
      const late = await desk.handle(leadId, { id: "late", atMs: 2000, type: "expired" }, 0);
      expect(unwrap(late).refusal).toStrictEqual({ rule: "desk", reason: "the lead has moved on" });
      expect(await wakeDue(database(), stateId, desk, 1000 + 60_000)).toHaveLength(1);
    });

    it("whoever wakes a lead and never hears of the commit is told that it went in", async () => {
      const { stateId, store } = await offering(1);
      const losses: Loss[] = ["after the commit"];
      const losing = unreliable(database(), () => losses.pop() ?? "none");
      const desk = deskOf(storeOn(losing, stateId), inTurn, () => trio);
      const [answer] = await wakeDue(database(), stateId, desk, 1000);
      expect(answer && unwrap(answer)).toMatchObject({ decision: { revision: 1 } });
      expect(answer && unwrap(answer).refusal).toBeUndefined();
      expect((await store.everything()).state.version).toBe(2);
    });

    it("several runners do each effect once, and one that threw again", async () => {
      const { stateId, store } = await offering(20);
      const done: string[] = [];
      const perform = async ({ id }: { readonly id: string }): Promise<void> => {
        done.push(id);
      };
      const throwing = doEffects(database(), stateId, () =>
        Promise.reject(new Error("the mail server is away")),
      );
      await expect(throwing).rejects.toThrow("the mail server is away");
      const counts = await Promise.all([1, 2, 3].map(() => doEffects(database(), stateId, perform)));
      const { effects } = await store.everything();
      expect(effects).toHaveLength(40);
      expect([...done].sort()).toStrictEqual(effects.map(({ id }) => id).sort());
      expect(counts.reduce((sum, count) => sum + count)).toBe(40);
      expect(await doEffects(database(), stateId, perform)).toBe(0);
    });

    it("a connection that dies before a commit or after it costs nothing", async () => {
      const draw = drawsFrom(3);
      const losses: Loss[] = [];
      const losing = unreliable(database(), () => {
        losses.push((["before the commit", "after the commit"] as const)[draw(6)] ?? "none");
        return losses.at(-1) ?? "none";
      });
      const stateId = await freshState(database());
      const store = storeOn(losing, stateId);
      const desk = deskOf(store, push, () => trio);
      const leads = leadsNamed(24);
      await Promise.all(leads.map((lead) => desk.intake(lead)));
      const returned = await Promise.all(
        leads.map(({ id }) => desk.handle(id, { id: "e1", atMs: 1, type: "returned" })),
      );
      expect(returned.map(unwrap).every(({ refusal }) => refusal === undefined)).toBe(true);
      const kept = await store.everything();
      expect(kept.state.version).toBe(48);
      expect(kept.leads.map(({ decision }) => decision.revision)).toStrictEqual(leads.map(() => 1));
      expect(kept.effects).toHaveLength(24 * 3);
      expect(losses.filter((loss) => loss === "after the commit").length).toBeGreaterThan(2);
      expect(losses.filter((loss) => loss === "before the commit").length).toBeGreaterThan(2);
    });

    it("what is no lead and no event keeps nothing", async () => {
      const { store, desk } = await offering(1);
      const before = await store.everything();
      expect((await desk.intake({ id: "lead-9", receivedAtMs: -1 }))._tag).toBe("Left");
      const unknown = await desk.handle("lead-9", { id: "e1", atMs: 0, type: "woken" });
      expect(unknown).toMatchObject({ left: [{ path: ["leadId"], message: "is not a lead that came in" }] });
      expect(await store.everything()).toStrictEqual(before);
    });
  });

  it.each([
    ["rowLockStore", rowLockStore, rowLockStore],
    ["compareAndSetStore", compareAndSetStore, compareAndSetStore],
    ["one of each", rowLockStore, compareAndSetStore],
  ])("two leads of one new customer at one moment have one rep: %s", async (_, one, other) => {
    const stateId = await freshState(database());
    const strategy = compose({ ledger: "desk", filters: [prefer(owner())], selector: rotation() });
    const desks = [one, other].map((on) => deskOf(on(database(), stateId), strategy, () => trio));
    const customers = Array.from({ length: 12 }, (_, i) => `company-${i}.example`);
    const pairs = await Promise.all(
      customers.map((domain) =>
        Promise.all(
          desks.map((desk, i) =>
            desk.intake({ id: `${i}@${domain}`, receivedAtMs: 0, email: `${i}@${domain.toUpperCase()}` }),
          ),
        ),
      ),
    );
    const holders = pairs.map((pair) => pair.map((answer) => holderOf(unwrap(answer).decision)));
    for (const [first, second] of holders) expect(second).toBe(first);
    expect(new Set(holders.flat()).size).toBe(3);
  });

  it("a state that was dropped is named where it is missed", async () => {
    const stateId = await freshState(database());
    await dropState(database(), stateId);
    for (const [, storeOn] of variants) {
      const store = storeOn(database(), stateId);
      await expect(store.everything()).rejects.toThrow(`no state has the name ${stateId}`);
      await expect(store.transact("lead-0", () => undefined)).rejects.toThrow("no state has the name");
    }
  });
};

describe("on PGlite", () => {
  let database: Database;
  beforeAll(async () => {
    database = pglite(await PGlite.create());
    await createTables(database);
  }, STARTS_WITHIN_MS);
  afterAll(() => database.close());
  itKeepsTheContract(() => database);
  itWakesAndTells(() => database);

  it("the story ends with counters that agree, twice over", async () => {
    for (const _ of [1, 2]) {
      const lines: string[] = [];
      await story(database, (line) => lines.push(line));
      expect(lines).toContain("  18 done of 18; 0 more on a second run");
      expect(lines).toContain("  the state went from version 8 to 9");
      expect(lines).toContain("  the state went from version 9 to 10");
      expect(lines.filter((line) => line.includes("at 09:50 1 due"))).toHaveLength(1);
      const [, , ...reps] = (lines.at(-1) ?? "").split("\n").map((line) => line.split(/ +/));
      expect(reps.map(([, open, assigned]) => open === assigned)).toStrictEqual([true, true, true]);
      expect(reps.reduce((sum, [, open, , closed]) => sum + Number(open) + Number(closed), 0)).toBe(11);
      const [kim, lee] = lines.filter((line) => /lead-3[34] is assigned/.test(line));
      expect(lee?.replace("lead-34", "lead-33")).toBe(kim);
    }
  });
});

const WRITERS = 8;

/** Whether the lead is somewhere: nobody serves APAC, and nobody waits past its time. */
const isProper = ({ lead, decision }: StoredLead, nowMs: number): boolean => {
  if (decision.status === "closed") return true;
  if (lead.region === "APAC") return decision.status !== "assigned" && decision.status !== "offered";
  if (decision.status === "offered" || decision.status === "parked") return decision.wakeAtMs > nowMs;
  return decision.status === "assigned" || decision.tried !== undefined;
};

const sorted = (texts: Iterable<string>): readonly string[] => [...texts].sort();

const byId = (effects: readonly Effect[]): ReadonlyMap<string, Effect> =>
  new Map(effects.map((effect) => [effect.id, effect]));

const byLead = (leads: readonly StoredLead[]): ReadonlyMap<string, Decision> =>
  new Map(leads.map(({ decision }) => [decision.leadId, decision]));

const programs = postgresPrograms();
const missing = programs === undefined ? " (skipped: initdb and postgres are not here)" : "";

describe.skipIf(programs === undefined)(`on PostgreSQL${missing}`, () => {
  let server: PostgresServer;
  let pool: pg.Pool;
  let database: Database;
  beforeAll(async () => {
    server = await startPostgres(programs ?? "");
    pool = new pg.Pool({ connectionString: server.url, max: WRITERS });
    database = postgres(pool);
    await createTables(database);
  }, STARTS_WITHIN_MS);
  afterAll(async () => {
    await database?.close();
    await server?.stop();
  });
  itKeepsTheContract(() => database);
  itWakesAndTells(() => database);

  describe("thousands of leads through 8 connections, of which one is killed again and again", () => {
    beforeAll(() => beginAudit(database));

    it.each([
      ["rowLockStore", rowLockStore, 5000],
      ["compareAndSetStore", compareAndSetStore, 1500],
    ] as const)(
      "come out whole of %s",
      async (name, storeOn, count) => {
        const stateId = await freshState(database);
        const writing = new pg.Pool({ connectionString: server.url, max: WRITERS, application_name: name });
        const killer = killerOf(writing, name, pool, 7);
        const over = postgres(writing);
        const deaths: string[] = [];
        const counted = <A>(asked: Promise<A>): Promise<A> =>
          asked.catch((error: Error & { readonly code?: string }) => {
            if (error !== CHANGED_SINCE) deaths.push(error.code ?? error.message);
            throw error;
          });
        const watched: Database = {
          ...over,
          query: (...asked) => counted(over.query(...asked)),
          transaction: (work) => counted(over.transaction(work)),
        };
        const heard: Heard[] = [];
        const desk = hearing(
          deskOf(storeOn(watched, stateId), floodStrategy(), () => floodTeam),
          heard,
        );
        const wake = (nowMs: number) => wakeDue(watched, stateId, desk, nowMs);
        await pourIn(desk, wake, floodSteps(count, 1), WRITERS, async (done) => {
          if (done % 80 === 0) await killer.kill();
        });
        // A claim of a waker that died is over by then.
        const endMs = stepMs(count + 2000);
        while ((await wake(endMs)).length > 0);
        await over.close();

        const kept = await storeOn(database, stateId).everything();
        const { state, leads, effects } = kept;
        // Nothing lost, and nothing twice.
        expect(sorted(leads.map(({ lead }) => lead.id))).toStrictEqual(
          sorted(leadsNamed(count).map(({ id }) => id)),
        );
        expect(leads.filter((stored) => !isProper(stored, endMs))).toStrictEqual([]);
        // Every event that somebody was told of is kept, and no other.
        const granted = new Map<string, Set<string>>();
        for (const { leadId, event, isGranted } of heard)
          if (isGranted) granted.set(leadId, (granted.get(leadId) ?? new Set()).add(event.id));
        for (const { decision } of leads)
          expect(sorted(decision.eventIds)).toStrictEqual(sorted(granted.get(decision.leadId) ?? []));
        // The database saw every version and every revision once.
        const seenOfState = await auditOf(database, stateId, "state");
        expect(seenOfState).toStrictEqual({ rows: 1, commits: state.version + 1, skips: 0 });
        const commits = await commitsOf(database, stateId);
        const seenOfLeads = await auditOf(database, stateId, "lead");
        expect(seenOfLeads).toStrictEqual({ rows: count, commits: commits.length, skips: 0 });
        // It is what one after the other comes to, in the order of the commits.
        const folded = foldAgain(first, commits, heard);
        expect(state).toStrictEqual(folded.state);
        expect(byLead(leads)).toStrictEqual(byLead(folded.leads));
        expect(byId(effects)).toStrictEqual(byId(folded.effects));
        expect(effects).toHaveLength(folded.effects.length);
        // The counters are what SQL finds in the rows.
        const loadOf = async (status: string, repId: string): Promise<readonly number[]> => {
          const { rows } = await database.query(
            `select ${repId} as rep, count(*)::int as leads from fairlead_leads
             where state_id = $1 and decision->>'status' = $2 group by 1`,
            [stateId, status],
          );
          const held = new Map(rows.map(({ rep, leads: number }) => [rep, number as number]));
          return state.ids.map((id) => held.get(id) ?? 0);
        };
        expect(state.openLeads).toStrictEqual(await loadOf("assigned", "decision->>'repId'"));
        expect(state.openOffers).toStrictEqual(await loadOf("offered", "decision->'offers'->0->>'repId'"));
        for (const { id, capacity: most = count } of floodTeam.reps) {
          const place = state.ids.indexOf(id);
          expect((state.openLeads[place] ?? 0) + (state.openOffers[place] ?? 0)).toBeLessThanOrEqual(most);
        }
        // A customer's lead is tied to whoever had the customer's others when it was decided.
        expect(folded.wronglyTied).toStrictEqual([]);
        expect(folded.tied).toBeGreaterThan(count / 30);
        // The account: nothing appears or goes.
        const [ledger] = state.ledgers;
        const credits = ledger?.credits ?? [];
        const refunds = ledger?.columns.find((column) => column.name === "refunds")?.values ?? [];
        const refunded = refunds.reduce((sum, each) => sum + each, 0);
        expect(credits.reduce((sum, credit) => sum + credit, ledger?.outside ?? Number.NaN)).toBe(0);
        // A push books at once whoever is first. Of offers side by side several are made to whoever is first, and booked
        // when others are: if a taker is never more than d leads behind whoever is first when its turn is booked, the proof
        // of Theorem T gives (1 + d)(n - 1)/2, whatever the candidates are.
        const { behind, owed } = folded;
        const bound = ((1 + behind.offered) * (state.ids.length - 1)) / 2;
        expect(behind.pushed).toBe(0);
        expect(owed.least).toBeGreaterThanOrEqual(-bound);
        expect(owed.most).toBeLessThanOrEqual(bound + refunded);
        expect(refunded).toBeGreaterThan(0);
        // It was no quiet day.
        expect(folded.mostOffers).toBeGreaterThan(3);
        expect(killer.kills()).toBeGreaterThan(count / 100);
        expect(deaths.length).toBeGreaterThan(count / 250);
        expect(deaths).not.toContain("40P01");
      },
      POURS_WITHIN_MS,
    );
  });
});
