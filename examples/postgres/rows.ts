import { createHash } from "node:crypto";
import {
  type Decision,
  type Effect,
  readState,
  type State,
  type StoredLead,
  unwrap,
  wakeAtMsOf,
} from "../../src/index.js";
import type { Row } from "./database.js";

/** The key of a lead or an effect. */
export const keyOf = (id: string): string => createHash("sha256").update(id).digest("hex");

/** The state of a row of `fairlead_states`. Throws when it is none. */
export const stateOf = ({ body }: Row): State => unwrap(readState(JSON.parse(body as string)));

/** The lead of a row of `fairlead_leads`. The strategy checks the decision before it uses it. */
export const storedOf = ({ lead, decision }: Row): StoredLead => ({
  lead: JSON.parse(lead as string),
  decision: decision as Decision,
});

export const effectOf = ({ effect }: Row): Effect => JSON.parse(effect as string);

/** When somebody has to come back to the lead, whatever the delivery; never, for a lead that waits for nothing. */
export const dueAtMs = (decision: Decision): number | null => wakeAtMsOf(decision) ?? null;
