import type * as fairlead from "../../src/index.js";

export interface Recording {
  readonly steps: readonly string[];
  readonly finalState: fairlead.State;
}

export declare const run: (library: typeof fairlead) => Recording;
