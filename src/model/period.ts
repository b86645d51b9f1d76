import type { EpochMs } from "./instant.js";
import type { Json } from "./json.js";

/**
 * After which time a ledger starts anew. {@link calendarPeriod} makes one; one of your own may be a fiscal quarter or a campaign.
 *
 * @since 0.1.0
 */
export interface Period {
  readonly name: string;
  /** The options that shaped it; part of the strategy's fingerprint. */
  readonly literals?: Json;
  /** When the period began in which a moment lies: finite, never after the moment, and never earlier for a later moment. */
  readonly startOf: (atMs: EpochMs) => EpochMs;
}
