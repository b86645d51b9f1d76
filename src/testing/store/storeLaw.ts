import type { State } from "../../model/state.js";
import type { Store } from "./store.js";

/**
 * Gives a fresh store that keeps this state and nothing else.
 *
 * @since 0.1.0
 */
export type OpenStore = (first: State) => Promise<Store>;

/**
 * A promise that a store must keep.
 *
 * @since 0.1.0
 */
export interface StoreLaw {
  readonly name: string;
  readonly statement: string;
  /** Rejects, and says how, when the store breaks the law. Opens as many stores as it needs. */
  readonly check: (open: OpenStore) => Promise<void>;
}

/** A law that `hold` tries out; it throws what was broken. */
export const storeLaw = (
  name: string,
  statement: string,
  hold: (open: OpenStore) => Promise<void>,
): StoreLaw => ({
  name,
  statement,
  check: async (open) => {
    try {
      await hold(open);
    } catch (cause) {
      const how = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The store breaks the law "${name}": ${how}.\n${statement}`, { cause });
    }
  },
});
