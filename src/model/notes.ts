/**
 * Numbers that filters and selectors keep in the state, by a name of their own, for a rep or for all reps together.
 *
 * @since 0.1.0
 */
export interface Notes {
  /** What was written for the rep of the question; empty where nothing was. */
  readonly ofRep: (name: string) => readonly number[];
  /** What was written for all together; empty where nothing was. */
  readonly ofAll: (name: string) => readonly number[];
}

/**
 * Numbers to keep from now on, in place of what stands under the name.
 *
 * @since 0.1.0
 */
export interface Note {
  readonly name: string;
  readonly of: "rep" | "all";
  /** Finite; empty: nothing is kept any more. */
  readonly values: readonly number[];
}
