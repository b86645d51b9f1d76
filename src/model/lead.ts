import type { LeadId, RepId } from "./id.js";
import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";

/**
 * A potential customer to be given to a rep. Only `id` and `receivedAtMs` are needed; what is absent is
 * unknown, and each filter says what it does with the unknown.
 *
 * @since 0.1.0
 */
export interface Lead {
  readonly id: LeadId;
  /** When the lead came in; the moment of deciding, unless the options say otherwise. */
  readonly receivedAtMs: EpochMs;
  /** ISO 3166 (`"US-CA"`) or a path (`"EMEA/Nordics"`): `-` and `/` part levels, case does not matter. */
  readonly region?: string;
  /** BCP 47 tags, best first. */
  readonly languages?: readonly string[];
  /** IANA time zone of the lead. */
  readonly timeZone?: string;
  /** Skill to the least level asked for. */
  readonly needs?: Readonly<Record<string, number>>;
  /** Quality, from 0 to 1. */
  readonly score?: number;
  readonly temperature?: "cold" | "warm" | "hot";
  /** Expected revenue, in one currency for all leads. */
  readonly value?: number;
  /** How hard the lead is, on the scale of {@link Rep.experience}. */
  readonly complexity?: number;
  /** What the lead weighs on a rep's capacity: whole, from 0 to 1,000,000. Absent: 1. */
  readonly effort?: number;
  readonly industry?: string;
  readonly source?: string;
  readonly channel?: string;
  readonly segment?: string;
  readonly account?: string;
  /** The address that the lead gave. */
  readonly email?: string;
  /** People who decide together, by a name that the caller gives them. */
  readonly household?: string;
  /** The rep who already holds the account. */
  readonly ownerId?: RepId;
  /** Reps who may not have this lead, whatever the reason. */
  readonly excludedRepIds?: readonly RepId[];
  /** A role asked for by name. */
  readonly role?: string;
  /** A team asked for by name. */
  readonly team?: string;
  /** Anything else, for filters and selectors of your own. */
  readonly attributes?: Readonly<Record<string, Json>>;
}
