import { available, capacity, compose, expertise, language, region, weighted } from "../../index.js";
import type { Lead } from "../../model/lead.js";
import type { Rep } from "../../model/rep.js";
import type { Strategy } from "../../model/strategy.js";

/** The account that the command keeps. */
export const LEDGER = "leads";

/** What the command deals by: region, language, expertise, availability and capacity, then weighted rotation. */
export const desk: Strategy = compose({
  ledger: LEDGER,
  filters: [region(), language(), expertise(), available(), capacity()],
  selector: weighted(),
});

/** What it looks at in a lead. */
export const LEAD_FIELDS: readonly (keyof Lead)[] = [
  "id",
  "receivedAtMs",
  "region",
  "languages",
  "needs",
  "effort",
];

/** What it looks at in a rep; the name is for the report. */
export const REP_FIELDS: readonly (keyof Rep)[] = [
  "id",
  "name",
  "active",
  "presence",
  "regions",
  "languages",
  "skills",
  "weight",
  "capacity",
  "openLeads",
  "openEffort",
  "schedule",
  "timeOff",
];
