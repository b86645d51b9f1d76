import { capacity, compose, emptyState, type Lead, rotation, type Strategy } from "../../src/index.js";
import { table } from "../replay/table.js";
import { compareAndSetStore } from "./compareAndSetStore.js";
import type { Database } from "./database.js";
import { deskOf } from "./desk.js";
import { rowLockStore } from "./rowLockStore.js";
import { beginState, createTables, dropState } from "./schema.js";

const STATE_ID = "throughput";
const LEADS = 1000;
const ROUNDS = 3;

const roster = { reps: Array.from({ length: 12 }, (_, i) => ({ id: `rep-${i}`, capacity: LEADS })) };
const push = compose({ ledger: "desk", filters: [capacity()], selector: rotation() });

interface Round {
  readonly perSecond: number;
  /** Decisions made for each that was kept. */
  readonly asked: number;
}

/** So many writers take leads in, and close each. */
const round = async (database: Database, storeOn: typeof rowLockStore, writers: number): Promise<Round> => {
  await dropState(database, STATE_ID);
  await beginState(database, STATE_ID, emptyState({ seed: "2026" }));
  let asked = 0;
  const counting: Strategy = Object.assign(
    (...question: Parameters<Strategy>) => {
      asked += 1;
      return push(...question);
    },
    {
      ...push,
      respond: (...question: Parameters<Strategy["respond"]>) => {
        asked += 1;
        return push.respond(...question);
      },
    },
  );
  const desk = deskOf(storeOn(database, STATE_ID), counting, () => roster);
  const leads = Array.from(
    { length: LEADS },
    (_, i): Lead => ({ id: `lead-${i}`, receivedAtMs: i }),
  ).values();
  const startMs = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const lead of leads) {
        await desk.intake(lead);
        await desk.handle(lead.id, { id: "won", atMs: LEADS, type: "closed", result: "won" });
      }
    }),
  );
  const seconds = (performance.now() - startMs) / 1000;
  return { perSecond: (2 * LEADS) / seconds, asked: asked / (2 * LEADS) };
};

/** Says how many leads and events each store takes in a second, the median of a few rounds. */
export const throughput = async (database: Database, say: (line: string) => void): Promise<void> => {
  await createTables(database);
  const rows: string[][] = [["store", "writers", "a second", "decisions for each"]];
  for (const writers of [1, 8]) {
    for (const storeOn of [rowLockStore, compareAndSetStore]) {
      const rounds: Round[] = [];
      for (let i = 0; i < ROUNDS; i += 1) rounds.push(await round(database, storeOn, writers));
      rounds.sort((one, other) => one.perSecond - other.perSecond);
      const { perSecond = 0, asked = 0 } = rounds[Math.floor(ROUNDS / 2)] ?? {};
      rows.push([storeOn.name, String(writers), perSecond.toFixed(0), asked.toFixed(2)]);
    }
  }
  await dropState(database, STATE_ID);
  say(table(rows));
};
