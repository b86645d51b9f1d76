import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateQuery,
  paginateScan,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { QUEUES } from "./createTable.js";

/** What DynamoDB keeps under one key. */
export type Item = Readonly<Record<string, AttributeValue>>;

/** What must hold of the item that stands there now. */
export type Condition =
  /** There is none. */
  | { readonly is: "absent" }
  /** It is of this commit. */
  | { readonly is: "of"; readonly commit: number }
  /** There is none, or it is of an earlier commit. */
  | { readonly is: "before"; readonly commit: number };

/** What the store asks of a table: reads that miss nothing, and writes of one item under a condition. */
export interface Table {
  readonly get: (key: string) => Promise<Item | undefined>;
  /** Says whether the condition held; if not, nothing is written. */
  readonly put: (item: Item, condition: Condition) => Promise<boolean>;
  /** Every item, read while others may write. */
  readonly scan: () => Promise<readonly Item[]>;
  /** The items of a queue whose place is at most `upTo`, in that order. The index lags, so the newest may be missing. */
  readonly queue: (name: string, upTo: number) => Promise<readonly Item[]>;
  readonly leaveQueue: (key: string) => Promise<void>;
}

/** `commit` is a reserved word of DynamoDB, hence the `#`. */
const conditionOf = (condition: Condition) => {
  if (condition.is === "absent") return { ConditionExpression: "attribute_not_exists(pk)" };
  return {
    ConditionExpression:
      condition.is === "of" ? "#commit = :commit" : "attribute_not_exists(pk) OR #commit < :commit",
    ExpressionAttributeNames: { "#commit": "commit" },
    ExpressionAttributeValues: { ":commit": { N: String(condition.commit) } },
  };
};

const isUnmet = (error: unknown): boolean =>
  error instanceof Error && error.name === "ConditionalCheckFailedException";

/** A table of DynamoDB as the store asks for it. */
export const openTable = (client: DynamoDBClient, name: string): Table => {
  const get: Table["get"] = async (key) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: name, Key: { pk: { S: key } }, ConsistentRead: true }),
    );
    return Item;
  };

  const put: Table["put"] = async (item, condition) => {
    try {
      await client.send(
        new PutItemCommand({ TableName: name, Item: { ...item }, ...conditionOf(condition) }),
      );
      return true;
    } catch (error) {
      if (isUnmet(error)) return false;
      throw error;
    }
  };

  const scan: Table["scan"] = async () => {
    const items: Item[] = [];
    const pages = paginateScan({ client }, { TableName: name, ConsistentRead: true });
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };

  const queue: Table["queue"] = async (queueName, upTo) => {
    const items: Item[] = [];
    const pages = paginateQuery(
      { client },
      {
        TableName: name,
        IndexName: QUEUES,
        KeyConditionExpression: "#queue = :queue AND #place <= :upTo",
        ExpressionAttributeNames: { "#queue": "queue", "#place": "place" },
        ExpressionAttributeValues: { ":queue": { S: queueName }, ":upTo": { N: String(upTo) } },
      },
    );
    for await (const { Items = [] } of pages) items.push(...Items);
    return items;
  };

  const leaveQueue: Table["leaveQueue"] = async (key) => {
    await client.send(
      new UpdateItemCommand({
        TableName: name,
        Key: { pk: { S: key } },
        UpdateExpression: "REMOVE #queue, #place",
        ConditionExpression: "attribute_exists(pk)",
        ExpressionAttributeNames: { "#queue": "queue", "#place": "place" },
      }),
    );
  };

  return { get, put, scan, queue, leaveQueue };
};
