import { CreateTableCommand, type DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";

/** The index in which an item stands while it has a `queue`. */
export const QUEUES = "queues";

/**
 * One table for state, leads and effects, paid by the request. The index is sparse: a lead is in it while it waits
 * for a moment, an effect until it is told, so it stays small however many leads there are.
 */
export const createTable = async (client: DynamoDBClient, name: string): Promise<void> => {
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [
        { AttributeName: "pk", AttributeType: "S" },
        { AttributeName: "queue", AttributeType: "S" },
        { AttributeName: "place", AttributeType: "N" },
      ],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: QUEUES,
          KeySchema: [
            { AttributeName: "queue", KeyType: "HASH" },
            { AttributeName: "place", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 0.1 }, { TableName: name });
};
