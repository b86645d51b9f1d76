import { iso } from "../iso.js";

/** `1 lead`, `2 leads`. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** To one decimal; what rounds to nothing is 0.0. */
export const tenths = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1);

/** What a rep is owed or is ahead by, in leads. */
export const balance = (leads: number): string => {
  const shown = tenths(Math.abs(leads));
  if (shown === "0.0") return "even";
  return leads > 0 ? `owed ${shown}` : `ahead ${shown}`;
};

/** A moment in UTC, to the minute. */
export const minute = (atMs: number): string => iso(atMs).replace(/^(.*)T(.*):.*Z$/, "$1 $2");
