import type { Recording } from "./run.js";

export declare const difference: (recorded: Recording, played: Recording) => string | undefined;
