import type { Filter } from "./filter.js";
import type { Json } from "./json.js";
import type { Candidate, OrderQuestion } from "./selector.js";

/**
 * What came of leads: how many were had long enough to have an end, and how many of those were won.
 *
 * Parts of leads are fine, such as where older leads count for less. No figure is larger than 1e100.
 *
 * @since 0.1.0
 */
export interface TrackRecord {
  readonly leads: number;
  /** At most `leads`. */
  readonly won: number;
  /** What those that were won brought, in one currency. Absent: 0. */
  readonly value?: number;
  /** How long leads waited for first contact on average. Absent: not known. */
  readonly responseMs?: number;
  /** Over how many first contacts that is the average. Absent: `leads`. */
  readonly contacts?: number;
}

/**
 * What came of a rep's leads, as the host knows it.
 *
 * Count a lead only once it has had its time: one that was given yesterday has not failed.
 *
 * @since 0.1.0
 */
export interface Performance extends TrackRecord {
  /** The same for the leads of one segment, by its name; those leads are in the whole too. */
  readonly bySegment?: Readonly<Record<string, TrackRecord>>;
}

/**
 * Where a selector learns what came of leads: from the roster, from what it heard itself, or from a source of your own.
 *
 * @since 0.1.0
 */
export interface Evidence {
  readonly name: string;
  readonly literals?: Json;
  /** What is known at that moment of a rep of the roster, all leads together, or only those of a segment. */
  readonly of: (
    question: Pick<OrderQuestion, "lead" | "notes" | "nowMs">,
  ) => (rep: Candidate, segment?: string) => TrackRecord;
  /** Writes down what happens, where it learns by itself. */
  readonly note?: NonNullable<Filter["note"]>;
}
