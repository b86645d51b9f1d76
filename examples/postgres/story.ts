import {
  assign,
  branch,
  capacity,
  cascade,
  compose,
  emptyState,
  holderOf,
  type Lead,
  type Outcome,
  owner,
  prefer,
  rotation,
  unwrap,
} from "../../src/index.js";
import { table } from "../replay/table.js";
import { compareAndSetStore } from "./compareAndSetStore.js";
import type { Database } from "./database.js";
import { type Answer, deskOf } from "./desk.js";
import { leadsPerRep } from "./leadsPerRep.js";
import { doEffects } from "./outbox.js";
import { rowLockStore } from "./rowLockStore.js";
import { beginState, createTables, dropState } from "./schema.js";
import { type Loss, unreliable } from "./unreliable.js";
import { wakeDue } from "./waker.js";

const STATE_ID = "example";
const MINUTE_MS = 60_000;
const NINE_MS = Date.UTC(2026, 0, 5, 9);

const parts = { ledger: "inbound", filters: [prefer(owner()), capacity()], selector: rotation() };
/** Hot leads are offered in turn, all others given; a known customer's to the rep who has the others, if possible. */
const inbound = branch({
  cases: [
    {
      name: "hot",
      version: 1,
      when: ({ lead }) => lead.temperature === "hot",
      strategy: compose({ ...parts, delivery: cascade({ answerMs: 10 * MINUTE_MS }) }),
    },
  ],
  otherwise: { name: "rest", strategy: compose({ ...parts, delivery: assign() }) },
});
const roster = { reps: [{ id: "ann" }, { id: "bob" }, { id: "cyd", capacity: 5 }] };

const leadAt = (minute: number, more: Partial<Lead> = {}): Lead => ({
  id: `lead-${minute}`,
  receivedAtMs: NINE_MS + minute * MINUTE_MS,
  ...more,
});

const stands = ({ decision, refusal }: Outcome): string => {
  const where = `${decision.leadId} is ${decision.status}`;
  const whom =
    decision.status === "offered"
      ? ` to ${decision.offers[0]?.repId}`
      : ` with ${holderOf(decision) ?? "nobody"}`;
  return `${where}${whom} (revision ${decision.revision})${refusal ? `; refused: ${refusal.reason}` : ""}`;
};

/** Tells what happens to a few leads, line by line, on a state that begins anew. */
export const story = async (database: Database, say: (line: string) => void): Promise<void> => {
  const tell = (answer: Answer): void => say(`  ${stands(unwrap(answer))}`);
  await createTables(database);
  await dropState(database, STATE_ID);
  await beginState(database, STATE_ID, emptyState({ seed: "2026" }));

  let loss: Loss = "none";
  const losing = unreliable(database, () => {
    const now = loss;
    loss = "none";
    return now;
  });
  const store = rowLockStore(losing, STATE_ID);
  const desk = deskOf(store, inbound, () => roster);
  /** A second instance of the service, which keeps the same state in the other way. */
  const other = deskOf(compareAndSetStore(losing, STATE_ID), inbound, () => roster);

  say("Six leads come in at once, through two instances, and one of them twice");
  const cold = [1, 2, 3, 4, 5, 6].map((minute) => leadAt(minute));
  await Promise.all([...cold, leadAt(1)].map((lead, i) => (i % 2 === 0 ? desk : other).intake(lead)));
  for (const lead of cold) tell(await desk.intake(lead));

  say("\nEvents: one is won, one returned, one moved by hand to whoever has it already");
  const atMs = NINE_MS + 30 * MINUTE_MS;
  tell(await desk.handle("lead-1", { id: "e1", atMs, type: "closed", result: "won", value: 900 }));
  tell(await other.handle("lead-2", { id: "e2", atMs, type: "returned", reason: "wrong number" }));
  const holder = holderOf(unwrap(await desk.intake(leadAt(3))).decision) ?? "";
  tell(await desk.handle("lead-3", { id: "e3", atMs, type: "reassigned", to: holder }));

  for (const [when, minute] of [
    ["before the commit", 31],
    ["after the commit", 32],
  ] as const) {
    const versionBefore = (await store.everything()).state.version;
    loss = when;
    say(`\nThe connection dies ${when}; the store asks again by itself`);
    tell(await desk.intake(leadAt(minute)));
    say(`  the state went from version ${versionBefore} to ${(await store.everything()).state.version}`);
  }

  say("\nTwo people of one new company write at the same moment, each to another instance");
  const acme = ["kim", "lee"].map((name, i) => leadAt(33 + i, { email: `${name}@acme.example` }));
  for (const answer of await Promise.all(acme.map((lead, i) => (i === 0 ? desk : other).intake(lead))))
    tell(answer);

  say("\nA hot lead is offered, nobody answers, and two wakers come by");
  const hot = leadAt(40, { temperature: "hot" });
  tell(await desk.intake(hot));
  const awake = async (minute: number): Promise<void> => {
    const nowMs = NINE_MS + minute * MINUTE_MS;
    const answers = await Promise.all([desk, other].map((each) => wakeDue(database, STATE_ID, each, nowMs)));
    say(`  at 09:${minute} ${answers.flat().length} due`);
    answers.flat().forEach(tell);
  };
  await awake(45);
  await awake(50);
  const offered = unwrap(await desk.intake(hot)).decision;
  if (offered.status === "offered") {
    const repId = offered.offers[0]?.repId ?? "";
    tell(await desk.handle(hot.id, { id: "e4", atMs: NINE_MS + 55 * MINUTE_MS, type: "accepted", repId }));
  }

  say("\nThe effects, done by two runners side by side");
  const done: string[] = [];
  const perform = async (effect: Parameters<Parameters<typeof doEffects>[2]>[0]): Promise<void> => {
    done.push(effect.type === "tell" ? `${effect.repId}: ${effect.what}` : effect.type);
  };
  await Promise.all([doEffects(database, STATE_ID, perform), doEffects(database, STATE_ID, perform)]);
  const { effects } = await store.everything();
  say(
    `  ${done.length} done of ${effects.length}; ${await doEffects(database, STATE_ID, perform)} more on a second run`,
  );
  for (const what of [...new Set(done)].sort())
    say(`  ${String(done.filter((each) => each === what).length).padStart(2)} ${what}`);

  say("\nIn the end");
  say(table(await leadsPerRep(store)));
};
