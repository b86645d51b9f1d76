import { stringify } from "csv-stringify/sync";
import { chance } from "./chance.js";
import { leads } from "./leads.js";
import { reps } from "./reps.js";

/** The seed of the files beside this one. */
export const SAMPLE_SEED = "fairlead";

const FIRST_MONDAY_MS = Date.UTC(2026, 0, 5);
const WEEKS = 4;

const csv = (rows: readonly (readonly string[])[]): string => stringify([...rows.map((row) => [...row])]);

/** Four weeks of leads and the reps who take them, as the text of two CSV files. The same seed gives the same text. */
export const sample = (seed: string): { readonly leads: string; readonly reps: string } => ({
  leads: csv(leads(chance(seed), FIRST_MONDAY_MS, WEEKS)),
  reps: csv(reps),
});
