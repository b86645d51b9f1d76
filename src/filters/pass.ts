import type { Pass } from "../model/filter.js";

/** The plain yes. */
export const PASS: Pass = Object.freeze({ passes: true, rank: 0 });
