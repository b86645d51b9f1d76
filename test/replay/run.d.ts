import type * as fairlead from "../../src/index.js";

export interface Recording {
  /** How clocks go while it lasts, in the zones that people in it live in. */
  readonly zones: Readonly<Record<string, readonly fairlead.OffsetChange[]>>;
  readonly steps: readonly string[];
  readonly finalState: fairlead.State;
}

export declare const run: (library: typeof fairlead) => Recording;
