import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { emptyState } from "../../src/index.js";
import { apiHandler } from "./apiHandler.js";
import { type Desk, roster, strategy } from "./desk.js";
import { dynamoStore } from "./dynamoStore.js";
import { openTable } from "./table.js";
import { tellHandler } from "./tellHandler.js";
import { wakeHandler } from "./wakeHandler.js";

const table = openTable(new DynamoDBClient({}), process.env["TABLE"] ?? "fairlead");

const desk: Desk = { strategy, roster, store: dynamoStore(table, emptyState({ seed: "2026" })) };

/** What is deployed: three functions over one table. */
export const api = apiHandler(desk);
export const wake = wakeHandler(desk);
export const tell = tellHandler(desk, async (effect) => console.log(`  ${JSON.stringify(effect)}`));
