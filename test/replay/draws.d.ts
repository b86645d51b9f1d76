import type { run } from "./run.js";

export declare const draws: typeof run;
