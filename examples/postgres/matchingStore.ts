import type { Decision, LeadId } from "../../src/index.js";
import type { Read, Store, Write } from "../../src/testing/index.js";

/** What is read for a lead whose customer may be known. */
export interface MatchingRead extends Read {
  /** Where the other leads stand that came in under one of its keys, as of the same moment as the rest. */
  readonly matches: readonly Decision[];
}

/** A store that also finds the other leads of a customer. A new lead can be found under its `keys` from then on. */
export interface MatchingStore extends Store {
  readonly transact: (
    leadId: LeadId,
    change: (read: MatchingRead) => Write | undefined,
    keys?: readonly string[],
  ) => Promise<void>;
}

/** The other leads of a customer: `$1` is the state, `$2` the lead's own key, `$3` those of the customer. */
export const MATCHES = `select other.decision from fairlead_leads as other
  where other.state_id = $1 and other.key <> $2 and other.key in (
    select lead_key from fairlead_match_keys as found where found.state_id = $1 and found.key = any($3::text[]))`;
