import type { Filter } from "../model/filter.js";
import type { LedgerName } from "../model/id.js";

/**
 * What every preset asks for.
 *
 * @since 0.1.0
 */
export interface PresetOptions {
  /** The fairness account, by name. */
  readonly ledger: LedgerName;
  /** Who may, beside being available. Absent: whoever is available. */
  readonly filters?: readonly Filter[];
}

/** A preset whose leads are offered or open for a time. */
export interface TimedPresetOptions extends PresetOptions {
  /** How long an answer may take, in whole milliseconds. */
  readonly answerMs: number;
}
