import { canonicalBytes } from "../json.js";

/** The same value as JSON has it, whatever the order of keys. Nothing is like `null`. */
export const sameJson = (one: unknown, other: unknown): boolean =>
  canonicalBytes([one]) === canonicalBytes([other]);
