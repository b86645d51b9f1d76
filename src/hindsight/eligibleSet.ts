/** Leads that the very same reps could have had: who, by their places, and how many. */
export interface EligibleSet {
  readonly reps: readonly number[];
  readonly leads: number;
}
