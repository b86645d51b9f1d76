import {
  available,
  capacity,
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

export const strategy: Strategy = compose({
  ledger: "desk",
  filters: [region(), available(), capacity()],
  selector: weighted(),
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
