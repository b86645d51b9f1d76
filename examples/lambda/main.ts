import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Decision, emptyState, holderOf, type Lead } from "../../src/index.js";
import type { Answer } from "./answer.js";
import { apiHandler } from "./apiHandler.js";
import { createTable } from "./createTable.js";
import { roster, strategy } from "./desk.js";
import { dying } from "./dying.js";
import { dynamoStore } from "./dynamoStore.js";
import { startEmulator } from "./emulator.js";
import { stateBytes } from "./stateBytes.js";
import { openTable } from "./table.js";

const say = (title: string): void => console.log(`\n${title}`);

const whose = (decision: Decision): string =>
  decision.status === "offered"
    ? `${decision.offers[0]?.repId} is asked`
    : `${holderOf(decision) ?? "nobody"} has it`;

const show = (what: string, { statusCode, body }: Answer): void => {
  const { decision, ...rest } = JSON.parse(body);
  const stands = decision && `${decision.leadId} is ${decision.status}, ${whose(decision)}`;
  const more = Object.keys(rest).length === 0 ? "" : JSON.stringify(rest);
  console.log(`  ${what}: ${statusCode} ${[stands, more].filter(Boolean).join("; ")}`);
};

const post = (body: unknown) => ({ body: JSON.stringify(body) });

const EIGHT_MS = Date.UTC(2026, 0, 5, 8);

const minute = (past: number): number => EIGHT_MS + past * 60_000;

const leadOf = (id: string, region: string): Lead => ({ id, receivedAtMs: EIGHT_MS, region });

const emulator = await startEmulator();
console.log("dynalite stands for DynamoDB, in memory.");

// What a function finds in its environment; the keys are of no account.
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: emulator.endpoint,
  AWS_REGION: "eu-north-1",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
  TABLE: "fairlead",
});
const client = new DynamoDBClient({});
await createTable(client, "fairlead");
const { api, wake, tell } = await import("./lambda.js");

say("Leads come in.");
show("a lead from California", await api(post({ lead: leadOf("l1", "US-CA") })));
show("the same again", await api(post({ lead: leadOf("l1", "US-CA") })));
show("one from Sweden", await api(post({ lead: leadOf("l2", "EMEA/Nordics/SE") })));
show("one from Japan", await api(post({ lead: leadOf("l3", "APAC/JP") })));
show("one with faults", await api(post({ lead: { id: "l4", receivedAtMs: "today" } })));

say("Something happens to them.");
const away = { id: "e1", atMs: minute(1), type: "reassigned", to: "cyd" };
show("to a rep of another region", await api(post({ leadId: "l1", event: away })));
const won = { id: "e2", atMs: minute(2), type: "closed", result: "won" };
show("it is won", await api(post({ leadId: "l2", event: won })));
show("the same again", await api(post({ leadId: "l2", event: won })));
show("a lead that nobody knows", await api(post({ leadId: "l5", event: won })));

say("A function is shut down after its commit, before it writes the lead.");
const table = openTable(client, "fairlead");
const store = dynamoStore(dying(table, 1), emptyState({ seed: "2026" }));
const doomed = apiHandler({ store, strategy, roster });
await doomed(post({ lead: leadOf("l6", "CA-QC") })).catch(({ message }) => console.log(`  ${message}`));
show("the same lead, sent again", await api(post({ lead: leadOf("l6", "CA-QC") })));

say("A hot lead is offered in turn; a scheduled function sees whose time is over.");
const hot: Lead = { ...leadOf("l7", "EMEA/Nordics/SE"), temperature: "hot" };
show("a hot one from Sweden", await api(post({ lead: hot })));
for (const past of [4, 5]) {
  const { moved } = await wake({ time: new Date(minute(past)).toISOString() });
  console.log(`  leads woken at 08:0${past}: ${moved.length}`);
}
const yes = (repId: string) => ({ id: `yes of ${repId}`, atMs: minute(6), type: "accepted", repId });
show("dag says yes, too late", await api(post({ leadId: "l7", event: yes("dag") })));
show("cyd says yes", await api(post({ leadId: "l7", event: yes("cyd") })));

say("Another tells the effects.");
await tell();
console.log(`  effects told when it runs again: ${await tell()}`);

say("Twelve leads from the US at once, each sent twice.");
const ids = Array.from({ length: 12 }, (_, i) => `rush-${i}`);
const answers = await Promise.all([...ids, ...ids].map((id) => api(post({ lead: leadOf(id, "US-NY") }))));
const holderIn = ({ body }: Answer): string | undefined => holderOf(JSON.parse(body).decision);
const first = answers.slice(0, ids.length).map(holderIn);
const second = answers.slice(ids.length).map(holderIn);
const countOf = (repId: string): number => first.filter((holder) => holder === repId).length;
console.log(`  ann, of weight 2, has ${countOf("ann")} more, bob, of weight 1, ${countOf("bob")}`);
console.log(
  `  ${first.filter((repId, i) => repId === second[i]).length} of ${ids.length} got the same answer twice`,
);

say("How large may it become? An item of DynamoDB has at most 400 KB.");
for (const [reps, ledgers] of [
  [100, 1],
  [10_000, 1],
  [10_000, 2],
  [10_000, 3],
] as const) {
  const kilobytes = stateBytes(reps, ledgers, 100) / 1024;
  const units = Math.ceil(kilobytes);
  const fits = kilobytes < 400 ? `fits, ${units} write units a commit` : "does not fit";
  console.log(
    `  ${reps} reps, ${ledgers} ledger${ledgers === 1 ? "" : "s"}: ${kilobytes.toFixed(0)} KB, ${fits}`,
  );
}

client.destroy();
await emulator.stop();
