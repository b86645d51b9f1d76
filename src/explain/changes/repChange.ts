import type { EpochMs } from "../../model/instant.js";
import type { Lead } from "../../model/lead.js";
import type { Rep } from "../../model/rep.js";
import type { State } from "../../model/state.js";

/**
 * With these fields in its record the rep would have won.
 *
 * @since 0.1.0
 */
export interface RepChange {
  readonly kind:
    | "skills"
    | "languages"
    | "regions"
    | "teams"
    | "industries"
    | "sources"
    | "channels"
    | "segments"
    | "role"
    | "experience"
    | "excludedAccounts"
    | "availability"
    | "capacity"
    | "weight";
  /** In plain words, to stand after "with": "skill crm at 3 instead of 1". */
  readonly says: string;
  /** The fields as they would have to be; the rest of the record stays. */
  readonly fields: Partial<Omit<Rep, "id">>;
}

/** Who asks about which lead, and when. */
export interface Asker {
  readonly lead: Lead;
  readonly rep: Rep;
  readonly state: State;
  readonly nowMs: EpochMs;
}

/** Whether the rep would win with this record. */
export type Wins = (changed: Rep) => boolean;

/** Finds the smallest change of one kind that wins; an empty list where none does. */
export type Finder = (asker: Asker, wins: Wins) => readonly RepChange[];
