import type { OrderQuestion } from "../model/selector.js";
import type { Account, Scene } from "./scene.js";

/** What a selector is asked about some of the roster. */
export const questionFor = (
  { lead, roster: { reps }, nowMs }: Scene,
  { ledger, standing, notes }: Account,
  { candidates, owed }: Pick<OrderQuestion, "candidates" | "owed">,
): OrderQuestion => ({ lead, candidates, reps, owed, ledger, standing, notes, nowMs });
