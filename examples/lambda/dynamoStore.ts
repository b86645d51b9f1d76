import { randomUUID } from "node:crypto";
import type { Effect, LeadId, State } from "../../src/index.js";
import type { Store } from "../../src/testing/index.js";
import { carryOut } from "./carryOut.js";
import { effectOf, type Head, headItem, headOf, type LeadItem, leadOf, OUTBOX, WAKE } from "./items.js";
import { EFFECT_PREFIX, effectKey, LEAD_PREFIX, leadKey, STATE_KEY } from "./keys.js";
import { pause } from "./pause.js";
import type { Item, Table } from "./table.js";

/** A store, and the two queues that scheduled functions work off. */
export interface DynamoStore extends Store {
  /** The leads that wait for a moment which has come. */
  readonly due: (nowMs: number) => Promise<readonly LeadId[]>;
  /** The effects that nobody marked as told, in the order of their commits. */
  readonly untold: () => Promise<readonly Effect[]>;
  readonly told: (effectId: string) => Promise<void>;
}

/** Others were faster each time: nothing is kept, and asking again later may go well. */
export const BUSY = "StoreBusy";

const busy = (): Error => Object.assign(new Error(`others were faster ${TRIES} times`), { name: BUSY });

/** About twenty seconds of trying; an API waits for thirty at most. */
const TRIES = 100;

/** How often a reader looks before it carries out what another committed. */
const PATIENCE = 3;

const isKeyOf = (prefix: string) => (item: Item) => item["pk"]?.S?.startsWith(prefix) === true;

/**
 * Keeps one state and its leads in one table of DynamoDB, by conditional writes of single items.
 *
 * A commit is one write: the head, with the new state and a note of the lead and the effects, under the condition that
 * the commit is still the one that was read. Then the note is carried out. Whoever reads a head whose note is not
 * carried out waits a moment and then does that first, so before commit n + 1 all of commit n is written, a crash in between loses
 * nothing, and nobody sees a state without its decision.
 */
export const dynamoStore = (table: Table, first: State): DynamoStore => {
  const readHead = async (): Promise<Head> => {
    const item = await table.get(STATE_KEY);
    return item === undefined ? { commit: 0, writer: "", state: first } : headOf(item);
  };

  const readLead = async (leadId: LeadId): Promise<LeadItem | undefined> => {
    const item = await table.get(leadKey(leadId));
    return item === undefined ? undefined : leadOf(item);
  };

  /**
   * Head and lead as of one moment, all notes carried out. The lead is as of the head when it is of no later commit: the
   * notes before the last were carried out before the head was written, and the last is about another lead, or
   * about this one, which is then read once, so that both questions have one answer.
   */
  const read = async (
    leadId?: LeadId,
  ): Promise<{ readonly head: Head; readonly own?: LeadItem | undefined }> => {
    for (let looks = 1; ; looks += 1) {
      const head = await readHead();
      const lastId = head.note?.decision.leadId;
      const [last, other] = await Promise.all([
        lastId === undefined ? undefined : readLead(lastId),
        leadId === undefined || leadId === lastId ? undefined : readLead(leadId),
      ]);
      const own = leadId !== undefined && leadId === lastId ? last : other;
      // Whoever committed is most likely at it, and is helped only when that takes long.
      if ((last?.commit ?? 0) < head.commit) await (looks < PATIENCE ? pause(looks) : carryOut(table, head));
      else if ((own?.commit ?? 0) <= head.commit) return { head, own };
    }
  };

  const transact: Store["transact"] = async (leadId, change) => {
    const writer = randomUUID();
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(tries);
      const { head, own } = await read(leadId);
      // The answer to a write can be lost, and the client then writes again: the condition fails by our own commit.
      if (head.writer === writer || own?.writer === writer) return;
      const write = change(
        own === undefined ? { state: head.state } : { state: head.state, stored: own.stored },
      );
      if (write === undefined) return;
      const { state, ...note } = write;
      const next: Head = { commit: head.commit + 1, writer, state, note };
      const kept = await table.put(
        headItem(next),
        head.commit === 0 ? { is: "absent" } : { is: "of", commit: head.commit },
      );
      if (kept) return carryOut(table, next);
    }
    throw busy();
  };

  const everything: Store["everything"] = async () => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(tries);
      const { head } = await read();
      const items = await table.scan();
      const { commit } = await readHead();
      // Nobody writes but after a commit, so what was read between two looks at the same one is of one moment.
      if (commit !== head.commit) continue;
      return {
        state: head.state,
        leads: items.filter(isKeyOf(LEAD_PREFIX)).map((item) => leadOf(item).stored),
        effects: items.filter(isKeyOf(EFFECT_PREFIX)).map(effectOf),
      };
    }
    throw busy();
  };

  /** What a crash left unwritten is written first, or it would wait for the next lead. */
  const queued = async (name: string, upTo: number): Promise<readonly Item[]> => {
    await read();
    return table.queue(name, upTo);
  };

  return {
    transact,
    everything,
    due: async (nowMs) => (await queued(WAKE, nowMs)).map((item) => leadOf(item).stored.decision.leadId),
    untold: async () => (await queued(OUTBOX, Number.MAX_SAFE_INTEGER)).map(effectOf),
    told: (effectId) => table.leaveQueue(effectKey(effectId)),
  };
};
