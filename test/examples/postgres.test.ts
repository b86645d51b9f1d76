import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAndSetStore } from "../../examples/postgres/compareAndSetStore.js";
import type { Database } from "../../examples/postgres/database.js";
import { type Desk, deskOf } from "../../examples/postgres/desk.js";
import { CHANGED_SINCE } from "../../examples/postgres/keep.js";
import { offerInTurn } from "../../examples/postgres/offerInTurn.js";
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
  CREDITS_PER_LEAD,
  capacity,
  compose,
  emptyState,
  type Outcome,
  region,
  rotation,
  unwrap,
} from "../../src/index.js";
import { type OpenStore, type Store, type StoredLead, storeContract } from "../../src/testing/index.js";
import { drawsFrom } from "../support/draws.js";
import { auditOf, beginAudit } from "../support/flood/audit.js";
import { killerOf } from "../support/flood/killer.js";
import { type Poured, pourIn } from "../support/flood/pourIn.js";
import { floodSteps, floodTeam } from "../support/flood/steps.js";
import { type PostgresServer, postgresPrograms, startPostgres } from "../support/postgresServer.js";

type StoreOn = (database: Database, stateId: string) => Store;

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

const inTurn = compose({ ledger: "desk", filters: [], selector: rotation(), delivery: offerInTurn(1000) });
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
      expect(lines).toContain("  16 done of 16; 0 more on a second run");
      expect(lines).toContain("  the state went from version 8 to 9");
      expect(lines).toContain("  the state went from version 9 to 10");
      expect(lines.filter((line) => line.includes("at 09:50 1 due"))).toHaveLength(1);
      const [, , ...reps] = (lines.at(-1) ?? "").split("\n").map((line) => line.split(/ +/));
      expect(reps.map(([, open, assigned]) => open === assigned)).toStrictEqual([true, true, true]);
      expect(reps.reduce((sum, [, open, , closed]) => sum + Number(open) + Number(closed), 0)).toBe(9);
    }
  });
});

const WRITERS = 8;

/** Whether somebody was told that the event is answered. */
const isGranted = ({ answer }: Poured): boolean => unwrap(answer).refusal === undefined;

const eventsGranted = (poured: readonly Poured[]): ReadonlyMap<string, string> =>
  new Map(
    poured
      .filter(isGranted)
      .flatMap(({ step }) => (step.type === "event" ? [[step.leadId, step.event.id] as const] : [])),
  );

/** Whether the lead is somewhere: nobody serves APAC, and everybody else finds somebody. */
const isProper = ({ lead, decision }: StoredLead): boolean => {
  if (decision.status === "closed") return (decision.repId === undefined) === (lead.region === "APAC");
  return decision.status === (lead.region === "APAC" ? "unassigned" : "assigned");
};

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

  describe("5,000 leads through 8 connections, of which one is killed again and again", () => {
    beforeAll(() => beginAudit(database));

    it.each(variants)(
      "come out whole of %s",
      async (name, storeOn) => {
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
        const desk = deskOf(storeOn(watched, stateId), push, () => floodTeam);
        const steps = floodSteps(5000, 1);
        const poured = await pourIn(desk, steps, WRITERS, async (done) => {
          if (done % 80 === 0) await killer.kill();
        });
        await over.close();

        const { state, leads, effects } = await storeOn(database, stateId).everything();
        // Nothing lost, and nothing twice.
        expect(leads.map(({ lead }) => lead.id).sort()).toStrictEqual(
          leadsNamed(5000)
            .map(({ id }) => id)
            .sort(),
        );
        expect(leads.filter((stored) => !isProper(stored))).toStrictEqual([]);
        // Every event that somebody was told of is kept, once.
        const granted = eventsGranted(poured);
        for (const { decision } of leads) {
          const eventId = granted.get(decision.leadId);
          expect(decision.eventIds).toStrictEqual(eventId === undefined ? [] : [eventId]);
          expect(decision.revision).toBe(decision.eventIds.length);
        }
        // The database saw every version and every revision once.
        expect(await auditOf(database, stateId, "state")).toStrictEqual({
          rows: 1,
          commits: state.version + 1,
          skips: 0,
        });
        expect(await auditOf(database, stateId, "lead")).toStrictEqual({
          rows: 5000,
          commits: 5000 + granted.size,
          skips: 0,
        });
        // The counters are what SQL finds in the rows.
        const { rows } = await database.query(
          `select decision->>'repId' as rep, count(*)::int as leads from fairlead_leads
         where state_id = $1 and decision->>'status' = 'assigned' group by 1`,
          [stateId],
        );
        const held = new Map(rows.map(({ rep, leads: count }) => [rep, count]));
        expect(state.openLeads).toStrictEqual(state.ids.map((repId) => held.get(repId) ?? 0));
        for (const { id, capacity: most } of floodTeam.reps)
          expect(state.openLeads[state.ids.indexOf(id)]).toBeLessThanOrEqual(most ?? 5000);
        // The account: nothing appears or goes, and nobody is further from its share than the theorem says.
        const [ledger] = state.ledgers;
        const credits = ledger?.credits ?? [];
        const refunds = ledger?.columns.find((column) => column.name === "refunds")?.values ?? [];
        const refunded = refunds.reduce((sum, count) => sum + count, 0);
        const bound = ((state.ids.length - 1) / 2) * CREDITS_PER_LEAD;
        expect(credits.reduce((sum, credit) => sum + credit, ledger?.outside ?? Number.NaN)).toBe(0);
        expect(Math.min(...credits)).toBeGreaterThanOrEqual(-bound);
        expect(Math.max(...credits)).toBeLessThanOrEqual(bound + refunded * CREDITS_PER_LEAD);
        expect(refunded).toBeGreaterThan(0);
        // Whoever holds a lead was told, and what a try that was not kept would have told was not.
        const told = new Set(effects.map(({ id }) => id));
        for (const { decision } of leads) {
          if (decision.status !== "assigned") continue;
          const { leadId, revision, repId } = decision;
          expect(told.has(JSON.stringify([leadId, revision, "assigned", repId]))).toBe(true);
        }
        const firstTold = effects.filter(({ id }) => JSON.parse(id)[1] === 0);
        expect(firstTold).toHaveLength(4900);
        // It was no quiet day.
        expect(killer.kills()).toBeGreaterThan(50);
        expect(deaths.length).toBeGreaterThan(20);
        expect(deaths).not.toContain("40P01");
      },
      POURS_WITHIN_MS,
    );
  });
});
