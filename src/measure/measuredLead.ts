import type { RepId } from "../model/id.js";
import type { EpochMs } from "../model/instant.js";

/**
 * One lead of a run: who could have had it, by which weight, and who got it.
 *
 * @since 0.1.0
 */
export interface MeasuredLead {
  /** Each rep once. A weight not above 0, or above 2^53 - 1, takes no part; equal weights for equal parts. */
  readonly candidates: readonly { readonly id: RepId; readonly weight: number }[];
  /** `undefined`: nobody got it. */
  readonly repId: RepId | undefined;
  /** When it was given. Only {@link firstLead} asks. */
  readonly atMs?: EpochMs | undefined;
  /** What it is worth, in any one unit: a number from 0 to 2^53 - 1. Anything else counts as no value. */
  readonly value?: number | undefined;
}
