import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { apiHandler } from "../../examples/lambda/apiHandler.js";
import { carryOut } from "../../examples/lambda/carryOut.js";
import { createTable } from "../../examples/lambda/createTable.js";
import { type Desk, roster, strategy } from "../../examples/lambda/desk.js";
import { dying } from "../../examples/lambda/dying.js";
import { BUSY, type DynamoStore, dynamoStore } from "../../examples/lambda/dynamoStore.js";
import { type Emulator, startEmulator } from "../../examples/lambda/emulator.js";
import { headOf } from "../../examples/lambda/items.js";
import { leadKey, STATE_KEY } from "../../examples/lambda/keys.js";
import { openTable, type Table } from "../../examples/lambda/table.js";
import { tellHandler } from "../../examples/lambda/tellHandler.js";
import { wakeHandler } from "../../examples/lambda/wakeHandler.js";
import {
  assign,
  cascade,
  compose,
  type Delivery,
  type Effect,
  emptyState,
  type Lead,
  type LeadEvent,
  type LeadId,
  rotation,
  type State,
  type StoredLead,
  serviceLevel,
  unwrap,
} from "../../src/index.js";
import { type Read, type Store, storeContract, type Write } from "../../src/testing/index.js";

const FIRST_MS = Date.UTC(2026, 0, 5, 8);

const REGIONS = ["US-CA", "US-NY", "CA-QC", "EMEA/Nordics/SE", "EMEA/DACH/DE"];

const leadOf = (id: LeadId, n = 0): Lead => ({
  id,
  receivedAtMs: FIRST_MS + n,
  region: REGIONS[n % REGIONS.length] ?? "",
});

const leads = (count: number): readonly Lead[] =>
  Array.from({ length: count }, (_, n) => leadOf(`lead-${n}`, n));

/** Enough room for every lead of a test. */
const wide = { reps: roster.reps.map((rep) => ({ ...rep, capacity: 1000 })) };

const first = emptyState({ seed: "2026" });

let emulator: Emulator;
let client: DynamoDBClient;
let tables = 0;

beforeAll(async () => {
  emulator = await startEmulator();
  client = new DynamoDBClient({
    endpoint: emulator.endpoint,
    region: "eu-north-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
  });
});

afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

const newTable = async (): Promise<Table> => {
  tables += 1;
  const name = `table-${tables}`;
  await createTable(client, name);
  return openTable(client, name);
};

const open = async (state: State = first): Promise<DynamoStore> => dynamoStore(await newTable(), state);

const deskOf = (store: DynamoStore): Desk => ({ strategy, roster: wide, store });

const apiOf = (store: DynamoStore) => {
  const api = apiHandler(deskOf(store));
  return async (body: unknown) => {
    const answer = await api({ body: JSON.stringify(body) });
    return { statusCode: answer.statusCode, said: JSON.parse(answer.body) };
  };
};

/** What was read and what was kept of it, for each commit. */
interface Commit {
  readonly read: Read;
  readonly write: Write;
}

/** The store, writing down whatever it is known to have kept. */
const recorded = (store: DynamoStore, commits: Commit[]): DynamoStore => ({
  ...store,
  transact: async (leadId, change) => {
    let last: Commit | undefined;
    await store.transact(leadId, (read) => {
      const write = change(read);
      last = write === undefined ? undefined : { read, write };
      return write;
    });
    if (last !== undefined) commits.push(last);
  },
});

/** Works the jobs off, so many at a time. */
const byWriters = async (writers: number, jobs: readonly (() => Promise<unknown>)[]): Promise<void> => {
  const queue = jobs.values();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (const job of queue) await job();
    }),
  );
};

const sorted = (texts: readonly string[]): readonly string[] => [...texts].sort();

const openLeadsOf = (stored: readonly StoredLead[], state: State): readonly number[] =>
  state.ids.map(
    (id) => stored.filter(({ decision }) => decision.status === "assigned" && decision.repId === id).length,
  );

/** What the store shows to who keeps nothing. */
const readOf = async (store: Store, leadId: LeadId): Promise<Read> => {
  const reads: Read[] = [];
  await store.transact(leadId, (read) => {
    reads.push(read);
    return undefined;
  });
  const [read] = reads;
  if (read === undefined) throw new Error("the store never asked");
  return read;
};

type Everything = Awaited<ReturnType<Store["everything"]>>;

/** State, decisions and effects tell one story. */
const expectWhole = ({ state, leads: stored, effects }: Everything): void => {
  expect(new Set(stored.map(({ lead }) => lead.id)).size).toBe(stored.length);
  for (const { lead, decision } of stored) expect(decision.leadId).toBe(lead.id);
  expect(openLeadsOf(stored, state)).toStrictEqual(state.openLeads);
  for (const { credits, outside } of state.ledgers)
    expect(credits.reduce((sum, credit) => sum + credit, outside)).toBe(0);
  const ids = effects.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { decision } of stored) {
    expect(decision.stateVersion).toBeLessThanOrEqual(state.version);
    if (decision.status !== "assigned") continue;
    expect(ids).toContain(
      JSON.stringify([decision.leadId, decision.revision, decision.status, decision.repId]),
    );
  }
};

/** Every commit read what the one before had kept, and all of it is there. */
const expectChain = (commits: readonly Commit[], { state, leads: stored, effects }: Everything): void => {
  let before: State = first;
  const kept = new Map<LeadId, StoredLead>();
  for (const { read, write } of [...commits].sort((a, b) => a.write.state.version - b.write.state.version)) {
    expect(read.state).toStrictEqual(before);
    expect(read.stored).toStrictEqual(kept.get(write.lead.id));
    expect(write.decision.revision).toBe((read.stored?.decision.revision ?? -1) + 1);
    before = write.state;
    kept.set(write.lead.id, { lead: write.lead, decision: write.decision });
  }
  expect(state).toStrictEqual(before);
  const byId = (a: StoredLead, b: StoredLead): number => (a.lead.id < b.lead.id ? -1 : 1);
  expect([...stored].sort(byId)).toStrictEqual([...kept.values()].sort(byId));
  expect(sorted(effects.map(({ id }) => id))).toStrictEqual(
    sorted(commits.flatMap(({ write }) => write.effects.map(({ id }) => id))),
  );
};

describe("dynamoStore", () => {
  for (const law of storeContract) it(`keeps the contract of a store: ${law.name}`, () => law.check(open));

  it("decides each of 60 leads once, sent by eight writers, many twice", async () => {
    const commits: Commit[] = [];
    const store = recorded(await open(), commits);
    const api = apiOf(store);
    const jobs = leads(60).flatMap((lead, n) => {
      const send = async () => expect((await api({ lead })).statusCode).toBe(200);
      return n % 4 === 0 ? [send, send] : [send];
    });
    await byWriters(8, jobs);
    const all = await store.everything();
    expect(all.leads.length).toBe(60);
    expect(commits.length).toBe(60);
    expectWhole(all);
    expectChain(commits, all);
  });

  it("shows everything as of one moment, while others write", async () => {
    const store = await open();
    const api = apiOf(store);
    const looks: number[] = [];
    const look = async () => {
      const all = await store.everything();
      expectWhole(all);
      looks.push(all.leads.length);
    };
    const jobs = leads(12).map((lead) => () => api({ lead }));
    await Promise.all([byWriters(3, jobs), look(), look().then(look)]);
    await look();
    expect(looks.at(-1)).toBe(12);
  });

  it("keeps revisions contiguous when events come twice each, from eight writers at once", async () => {
    const commits: Commit[] = [];
    const store = recorded(await open(), commits);
    const api = apiOf(store);
    const some = leads(12);
    await byWriters(
      8,
      some.map((lead) => () => api({ lead })),
    );
    const events: readonly LeadEvent[] = [
      { id: "r", atMs: FIRST_MS + 100, type: "returned" },
      { id: "m", atMs: FIRST_MS + 200, type: "reassigned", to: "bob" },
      { id: "c", atMs: FIRST_MS + 300, type: "closed", result: "won" },
    ];
    const jobs = events.flatMap((event) =>
      [...some, ...some].map(({ id: leadId }) => async () => {
        expect([200, 409]).toContain((await api({ leadId, event })).statusCode);
      }),
    );
    await byWriters(8, jobs);
    const all = await store.everything();
    expect(new Set(all.leads.map(({ decision }) => decision.status))).toStrictEqual(new Set(["closed"]));
    expect(commits.length).toBeGreaterThan(30);
    expectWhole(all);
    expectChain(commits, all);
  });

  it("shows state and lead of one moment to who only reads, while others write", async () => {
    const store = await open();
    const api = apiOf(store);
    let seen = 0;
    const look = (id: LeadId) =>
      store.transact(id, ({ state, stored }) => {
        if (stored !== undefined) seen += 1;
        // One lead at a time is open, so whoever sees it assigned must see it counted, and the other way round.
        expect(state.openLeads.reduce((sum, open) => sum + open, 0)).toBe(
          stored?.decision.status === "assigned" ? 1 : 0,
        );
        return undefined;
      });
    for (const lead of leads(12)) {
      const close = {
        leadId: lead.id,
        event: { id: "c", atMs: FIRST_MS + 50, type: "closed", result: "lost" },
      };
      const story = async () => {
        await api({ lead });
        await api(close);
      };
      await Promise.all([story(), ...Array.from({ length: 6 }, () => look(lead.id))]);
      await look(lead.id);
    }
    expect(seen).toBeGreaterThan(11);
  });

  it("reads again when somebody commits between the reads of state and lead", async () => {
    const table = await newTable();
    const others = apiOf(dynamoStore(table, first));
    const slow: Table = {
      ...table,
      get: async (key) => {
        const item = await table.get(key);
        if (key === STATE_KEY && item === undefined) await others({ lead: leadOf("lead") });
        return item;
      },
    };
    const seen = await readOf(dynamoStore(slow, first), "lead");
    expect([seen.state.version, seen.stored?.decision.revision]).toStrictEqual([1, 0]);
  });

  it("is of one mind about the lead that the last commit was about", async () => {
    const table = await newTable();
    await apiOf(dynamoStore(dying(table, 1), first))({ lead: leadOf("lead") }).catch(() => undefined);
    let looks = 0;
    const slow: Table = {
      ...table,
      get: async (key) => {
        if (key !== leadKey("lead")) return table.get(key);
        looks += 1;
        if (looks === 1) await dynamoStore(table, first).untold();
        return table.get(key);
      },
    };
    const seen = await readOf(dynamoStore(slow, first), "lead");
    expect([seen.state.version, seen.stored?.decision.revision]).toStrictEqual([1, 0]);
  });

  it("looks at everything again when somebody commits meanwhile", async () => {
    const table = await newTable();
    const others = apiOf(dynamoStore(table, first));
    let scans = 0;
    const slow: Table = {
      ...table,
      scan: async () => {
        scans += 1;
        if (scans < 3) await others({ lead: leadOf(`lead-${scans}`) });
        return table.scan();
      },
    };
    const all = await dynamoStore(slow, first).everything();
    expect([scans, all.state.version, all.leads.length]).toStrictEqual([3, 2, 2]);
    expectWhole(all);
  });

  it("loses nothing when a function is shut down after any of its writes", async () => {
    const lead = leadOf("lead", 0);
    const event = { id: "e", atMs: FIRST_MS + 60_000, type: "returned" };
    let survived = 0;
    for (const body of [{ lead }, { leadId: lead.id, event }]) {
      for (let writes = 0; writes < 6; writes += 1) {
        const table = await newTable();
        const store = dynamoStore(table, first);
        const api = apiOf(store);
        if ("event" in body) await api({ lead });
        const sent = apiOf(dynamoStore(dying(table, writes), first))(body);
        await sent.then(
          () => {
            survived += 1;
          },
          () => undefined,
        );
        expectWhole(await store.everything());
        // Somebody else's lead comes between.
        await api({ lead: leadOf("other", 1) });
        const { statusCode, said } = await api(body);
        expect([statusCode, said.decision.revision]).toStrictEqual([200, "event" in body ? 1 : 0]);
        const all = await store.everything();
        expectWhole(all);
        expect(all.leads.length).toBe(2);
        expect(all.effects.length).toBe("event" in body ? 4 : 2);
      }
    }
    // Head, lead and one effect; with the event, that one takes the lead away and another is told: 3 and 4 writes.
    expect(survived).toBe(6 - 3 + (6 - 4));
  });

  it("writes what a crash left behind before the scheduled functions look", async () => {
    const table = await newTable();
    await apiOf(dynamoStore(dying(table, 1), first))({ lead: leadOf("lead") }).catch(() => undefined);
    expect(await table.get(leadKey("lead"))).toBeUndefined();
    expect((await dynamoStore(table, first).untold()).length).toBe(1);
    expect(await table.get(leadKey("lead"))).toBeDefined();
  });

  it("lets a late function carry out an old note without undoing what came after", async () => {
    const table = await newTable();
    const store = dynamoStore(table, first);
    const api = apiOf(store);
    await api({ lead: leadOf("lead") });
    const item = await table.get(STATE_KEY);
    await api({ leadId: "lead", event: { id: "c", atMs: FIRST_MS + 1, type: "closed", result: "won" } });
    await api({ lead: leadOf("other", 1) });
    await tellHandler({ store }, async () => undefined)();
    const before = await store.everything();
    await carryOut(table, headOf(item ?? {}));
    expect(await store.everything()).toStrictEqual(before);
    expect(await store.untold()).toStrictEqual([]);
  });

  it("keeps a change once when the answer to its write is lost and the client writes again", async () => {
    const table = await newTable();
    const forgetful: Table = {
      ...table,
      put: async (item, condition) => {
        await table.put(item, condition);
        return table.put(item, condition);
      },
    };
    const asked: Read[] = [];
    await dynamoStore(forgetful, first).transact("lead", (read) => {
      asked.push(read);
      const lead = leadOf("lead");
      return { lead, ...unwrap(strategy(lead, wide, read.state)) };
    });
    const all = await dynamoStore(table, first).everything();
    expect([asked.length, all.leads.length, all.effects.length, all.state.version]).toStrictEqual([
      1, 1, 1, 1,
    ]);
  });

  it("keeps nothing of a change that throws or says so", async () => {
    const table = await newTable();
    const store = dynamoStore(table, first);
    await expect(
      store.transact("lead", () => {
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await store.transact("lead", () => undefined);
    expect(await table.scan()).toStrictEqual([]);
    expect(await store.everything()).toStrictEqual({ state: first, leads: [], effects: [] });
  });

  it("tells leads apart whatever their ids", async () => {
    const store = await open();
    const api = apiOf(store);
    const ids = [
      "",
      " ",
      "__proto__",
      "constructor",
      "state",
      "lead/",
      "é",
      "e\u0301",
      "\ufffd",
      "x".repeat(4000),
    ];
    for (const [n, id] of ids.entries()) expect((await api({ lead: leadOf(id, n) })).statusCode).toBe(200);
    const all = await store.everything();
    expect(sorted(all.leads.map(({ lead }) => lead.id))).toStrictEqual(sorted(ids));
    for (const id of ids) expect((await readOf(store, id)).stored?.lead.id).toBe(id);
    const event = { id: "c", atMs: FIRST_MS, type: "closed", result: "won" };
    // A lone surrogate becomes U+FFFD in UTF-8.
    expect((await api({ leadId: "\ud800", event })).statusCode).toBe(404);
  });

  it("refuses whole what is too large for an item, and goes on", async () => {
    const store = await open();
    const api = apiOf(store);
    const codes = new Map<number, number>();
    // The head is 400 KB somewhere here; whatever fits it must fit the lead's item.
    for (let bytes = 408_200; bytes < 409_400; bytes += 100) {
      const lead = { ...leadOf(`lead-${bytes}`), attributes: { text: "x".repeat(bytes) } };
      const code = await api({ lead }).then(
        ({ statusCode }) => statusCode,
        () => 500,
      );
      codes.set(bytes, code);
    }
    expect(new Set(codes.values())).toStrictEqual(new Set([200, 500]));
    const all = await store.everything();
    expect(all.leads.length).toBe([...codes.values()].filter((code) => code === 200).length);
    expectWhole(all);
    expect((await api({ lead: leadOf("next") })).statusCode).toBe(200);
  });

  it("has room for 10,000 reps on one ledger, and for no 20,000", async () => {
    const deskWith = async (reps: number) => ({
      ...deskOf(await open()),
      roster: { reps: Array.from({ length: reps }, (_, i) => ({ id: `rep-${String(i).padStart(5, "0")}` })) },
    });
    const send = async (desk: Desk) => apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    expect((await send(await deskWith(10_000))).statusCode).toBe(200);
    await expect(send(await deskWith(20_000))).rejects.toThrow("Item size has exceeded");
  });
});

describe("the API", () => {
  it("names the faults of a request by their paths", async () => {
    const api = apiOf(await open());
    const faults = async (body: unknown) => {
      const { statusCode, said } = await api(body);
      return [statusCode, ...said.problems.map(({ path }: { path: unknown[] }) => path.join("."))];
    };
    expect(await faults({ lead: { id: "l", receivedAtMs: -1, langauges: [] } })).toStrictEqual([
      400,
      "lead.receivedAtMs",
      "lead.langauges",
    ]);
    expect(await faults({ leadId: "l", event: { id: "e", atMs: FIRST_MS, type: "sold" } })).toStrictEqual([
      400,
      "event.type",
    ]);
    const event = { id: "e", atMs: FIRST_MS, type: "woken" };
    expect(await faults({ leadId: 7, event })).toStrictEqual([400, "leadId"]);
    expect(await faults({ event })).toStrictEqual([400, "leadId"]);
    expect(await faults({ lead: { id: "l" }, event })).toStrictEqual([400, "lead.receivedAtMs"]);
    expect(await faults({})).toStrictEqual([400, "body"]);
    expect(await faults([])).toStrictEqual([400, "body"]);
    expect(await faults(null)).toStrictEqual([400, "body"]);
  });

  it("reads bodies in base64, and calls what is no JSON malformed", async () => {
    const api = apiHandler(deskOf(await open()));
    const body = Buffer.from(JSON.stringify({ lead: leadOf("é") })).toString("base64");
    const { body: said } = await api({ body, isBase64Encoded: true });
    expect(JSON.parse(said).decision.leadId).toBe("é");
    for (const bad of [{ body }, { body: null }, {}]) expect((await api(bad)).statusCode).toBe(400);
  });

  it("answers the same twice for what is sent twice, refuses with rule and reason, and knows no stranger", async () => {
    const store = await open();
    const api = apiOf(store);
    const lead = leadOf("lead");
    const given = await api({ lead });
    expect(await api({ lead })).toStrictEqual(given);
    const away = { id: "m", atMs: FIRST_MS, type: "reassigned", to: "cyd" };
    const no = await api({ leadId: "lead", event: away });
    expect([no.statusCode, no.said.refusal.rule]).toStrictEqual([409, "region"]);
    expect(no.said.decision).toStrictEqual(given.said.decision);
    const won = { leadId: "lead", event: { id: "c", atMs: FIRST_MS, type: "closed", result: "won" } };
    const closed = await api(won);
    expect([closed.statusCode, closed.said.decision.status]).toStrictEqual([200, "closed"]);
    expect(await api(won)).toStrictEqual(closed);
    expect((await api({ ...won, leadId: "other" })).statusCode).toBe(404);
    expect((await store.everything()).leads.length).toBe(1);
  });

  it("keeps the lead that comes with an event, if the event is answered", async () => {
    const store = await open();
    const api = apiOf(store);
    await api({ lead: leadOf("lead") });
    const swedish = { ...leadOf("lead"), region: "EMEA/Nordics/SE" };
    const refusedEvent = { id: "w", atMs: FIRST_MS, type: "claimed", repId: "cyd" };
    expect((await api({ lead: swedish, event: refusedEvent })).statusCode).toBe(409);
    expect((await readOf(store, "lead")).stored?.lead.region).toBe("US-CA");
    const returned = { id: "r", atMs: FIRST_MS, type: "returned" };
    expect((await api({ lead: swedish, event: returned })).said.decision.repId).toBe("cyd");
    expect((await readOf(store, "lead")).stored?.lead.region).toBe("EMEA/Nordics/SE");
  });

  it("gives an unassigned lead away when it is sent again and somebody is there", async () => {
    const store = await open();
    const lead = leadOf("lead");
    const body = JSON.stringify({ lead });
    const nobody = await apiHandler({ strategy, store, roster: { reps: [] } })({ body });
    expect(JSON.parse(nobody.body).decision.status).toBe("unassigned");
    expect((await apiOf(store)({ lead })).said.decision.status).toBe("assigned");
    expectWhole(await store.everything());
  });

  it("asks to come again when others were faster all the time, and keeps nothing", async () => {
    const store = await open();
    const busy: DynamoStore = {
      ...store,
      transact: () => Promise.reject(Object.assign(new Error("busy"), { name: BUSY })),
    };
    expect((await apiOf(busy)({ lead: leadOf("lead") })).statusCode).toBe(503);
    const broken: DynamoStore = { ...store, transact: () => Promise.reject(new Error("broken")) };
    await expect(apiOf(broken)({ lead: leadOf("lead") })).rejects.toThrow("broken");
  });
});

const MINUTE_MS = 60_000;

/** Offers the lead to one rep for a minute, then puts it aside for a minute, then begins again. */
const patientDesk = async (): Promise<Desk> => ({
  strategy: compose({
    ledger: "desk",
    filters: [],
    selector: rotation(),
    delivery: cascade({ answerMs: MINUTE_MS, mostOffers: 1, whenNobody: { parkForMs: MINUTE_MS } }),
  }),
  roster: wide,
  store: await open(),
});

const tick = (atMs: number) => ({ time: new Date(atMs).toISOString() });

describe("waking", () => {
  it("lets an offer pass and brings back what was put aside, each when its moment has come", async () => {
    const desk = await patientDesk();
    const wake = wakeHandler(desk);
    await apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    const stands = async () =>
      (await desk.store.everything()).leads.map(({ decision }) => [decision.status, decision.revision]);
    const none = { moved: [], refused: [] };

    expect(await wake(tick(FIRST_MS + MINUTE_MS - 1))).toStrictEqual(none);
    expect(await stands()).toStrictEqual([["offered", 0]]);
    expect(await wake(tick(FIRST_MS + MINUTE_MS))).toStrictEqual({ moved: ["lead"], refused: [] });
    expect(await stands()).toStrictEqual([["parked", 1]]);
    expect(await wake(tick(FIRST_MS + MINUTE_MS))).toStrictEqual(none);
    expect(await wake(tick(FIRST_MS + 2 * MINUTE_MS))).toStrictEqual({ moved: ["lead"], refused: [] });
    expect(await stands()).toStrictEqual([["offered", 2]]);
    const [stored] = (await desk.store.everything()).leads;
    const offer = stored?.decision.status === "offered" ? stored.decision.offers[0] : undefined;
    const yes = { id: "yes", atMs: FIRST_MS + 2 * MINUTE_MS, type: "accepted", repId: offer?.repId };
    await apiHandler(desk)({ body: JSON.stringify({ leadId: "lead", event: yes }) });
    expect(await stands()).toStrictEqual([["assigned", 3]]);
    expect(await wake(tick(FIRST_MS + 9 * MINUTE_MS))).toStrictEqual(none);
  });

  it("reminds the holder of a lead and then gives it to another", async () => {
    const delivery = serviceLevel(assign(), { withinMs: 2 * MINUTE_MS, remindBeforeMs: [MINUTE_MS] });
    const parts = { ledger: "desk", filters: [], selector: rotation(), delivery };
    const desk = { ...(await patientDesk()), strategy: compose(parts) };
    const wake = wakeHandler(desk);
    await apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    const told: string[] = [];
    const tell = tellHandler(desk, async (effect) => {
      if (effect.type === "tell") told.push(`${effect.what} ${effect.repId}`);
    });
    for (const minute of [1, 1, 2]) {
      await wake(tick(FIRST_MS + minute * MINUTE_MS));
      await tell();
    }
    const [first, next] = desk.roster.reps.map(({ id }) => id);
    expect(told).toStrictEqual([
      `assigned ${first}`,
      `reminded ${first}`,
      ...[`withdrawn ${first}`, `assigned ${next}`],
    ]);
  });

  it("moves each lead once when two functions wake at once", async () => {
    const desk = await patientDesk();
    const api = apiHandler(desk);
    for (const lead of leads(6)) await api({ body: JSON.stringify({ lead }) });
    const wake = wakeHandler(desk);
    await Promise.all([wake(tick(FIRST_MS + 2 * MINUTE_MS)), wake(tick(FIRST_MS + 2 * MINUTE_MS))]);
    const all = await desk.store.everything();
    expect(all.leads.map(({ decision }) => [decision.status, decision.revision])).toStrictEqual(
      leads(6).map(() => ["parked", 1]),
    );
    expect(all.state.openOffers).toStrictEqual([0, 0, 0, 0]);
  });

  it("lets a lead be that has moved on since it was found", async () => {
    const desk = await patientDesk();
    await apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    const lagging: Desk = { ...desk, store: { ...desk.store, due: async () => ["lead", "gone"] } };
    expect(await wakeHandler(lagging)(tick(FIRST_MS + MINUTE_MS - 1))).toStrictEqual({
      moved: [],
      refused: [],
    });
  });

  it("keeps a moment that DynamoDB has no number for", async () => {
    const store = await open();
    for (const atMs of [Number.MAX_VALUE, Number.MIN_VALUE]) {
      const lead = { id: `lead ${atMs}`, receivedAtMs: 0 };
      await store.transact(lead.id, ({ state }) => {
        const { decision } = unwrap(strategy(lead, { reps: [] }, state));
        const { status: _, ...base } = decision;
        const parked = { ...base, status: "parked", reason: "until then", wakeAtMs: atMs } as const;
        return { lead, decision: parked, state, effects: [] };
      });
    }
    expect(await store.due(1)).toStrictEqual([`lead ${Number.MIN_VALUE}`]);
    expect((await store.everything()).leads.length).toBe(2);
  });

  it("says which leads their strategy would not wake", async () => {
    const desk = await patientDesk();
    await apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    const delivery: Delivery = {
      ...assign(),
      name: "deaf",
      on: () => ({ rule: "deaf", reason: "hears nothing" }),
    };
    const deaf = {
      ...desk,
      strategy: compose({ ledger: "desk", filters: [], selector: rotation(), delivery }),
    };
    expect(await wakeHandler(deaf)(tick(FIRST_MS + MINUTE_MS))).toStrictEqual({
      moved: [],
      refused: ["lead"],
    });
  });
});

describe("telling", () => {
  it("tells each effect once, in the order of the commits, and again only what failed", async () => {
    const store = await open();
    const api = apiOf(store);
    for (const lead of leads(4)) await api({ lead });
    const told: Effect[] = [];
    const failing = tellHandler({ store }, async (effect) => {
      if (told.length === 2) throw new Error("no post today");
      told.push(effect);
    });
    await expect(failing()).rejects.toThrow("no post today");
    const tell = tellHandler({ store }, async (effect) => {
      told.push(effect);
    });
    expect([await tell(), await tell()]).toStrictEqual([2, 0]);
    expect(told.map(({ id }) => JSON.parse(id)[0])).toStrictEqual(["lead-0", "lead-1", "lead-2", "lead-3"]);
    expect((await store.everything()).effects.length).toBe(4);
  });

  it("leaves to the wakers what is a wake", async () => {
    const desk = await patientDesk();
    await apiHandler(desk)({ body: JSON.stringify({ lead: leadOf("lead") }) });
    expect((await desk.store.untold()).map(({ type }) => type)).toStrictEqual(["tell"]);
    expect(sorted((await desk.store.everything()).effects.map(({ type }) => type))).toStrictEqual([
      "tell",
      "wake",
    ]);
  });
});

describe("the story", () => {
  it("prints what the README shows", async () => {
    const lines: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line: string) => {
      lines.push(line);
    });
    await import("../../examples/lambda/main.js");
    log.mockRestore();
    const readme = readFileSync(
      fileURLToPath(new URL("../../examples/lambda/README.md", import.meta.url)),
      "utf8",
    );
    expect(readme).toContain(`\`\`\`text\n${lines.join("\n")}\n\`\`\``);
  });
});
