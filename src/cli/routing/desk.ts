import { available, capacity, compose, expertise, language, region, weighted } from "../../index.js";
import type { Strategy } from "../../model/strategy.js";

/** The account that the command keeps. */
export const LEDGER = "leads";

/** What the command deals by: region, language, expertise, availability and capacity, then weighted rotation. */
export const desk: Strategy = compose({
  ledger: LEDGER,
  filters: [region(), language(), expertise(), available(), capacity()],
  selector: weighted(),
});
