import {
  available,
  branch,
  capacity,
  cascade,
  compose,
  type Roster,
  region,
  type Strategy,
  weighted,
} from "../../src/index.js";
import type { DynamoStore } from "./dynamoStore.js";

/** What the functions need: who decides, among whom, and where it is kept. */
export interface Desk {
  readonly strategy: Strategy;
  readonly roster: Roster;
  readonly store: DynamoStore;
}

const MINUTE_MS = 60_000;

const parts = { ledger: "desk", filters: [region(), available(), capacity()], selector: weighted() };

/** Hot leads are offered in turn, so that none lies with a rep who is in a meeting; all others are given. */
export const strategy: Strategy = branch({
  cases: [
    {
      name: "hot",
      version: 1,
      when: ({ lead }) => lead.temperature === "hot",
      strategy: compose({ ...parts, delivery: cascade({ answerMs: 5 * MINUTE_MS, passes: 2 }) }),
    },
  ],
  otherwise: { name: "rest", strategy: compose(parts) },
});

/** A value of the module, so it is prepared once for each instance of the function. Yours may come from the CRM. */
export const roster: Roster = {
  reps: [
    { id: "ann", regions: ["US"], weight: 2, capacity: 40 },
    { id: "bob", regions: ["US", "CA"], capacity: 40 },
    { id: "cyd", regions: ["EMEA"], capacity: 40 },
    { id: "dag", regions: ["EMEA/Nordics"], weight: 0.5, capacity: 2 },
  ],
};
