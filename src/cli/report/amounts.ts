import { iso } from "../iso.js";

/** To one decimal; what rounds to nothing is 0.0. */
export const tenths = (value: number): string => (Math.round(value * 10) / 10 + 0).toFixed(1);

/** Rounded to two decimals; halves go up, so that whole leads more or less change nothing else. */
export const toHundredths = (value: number): number => Math.round(value * 100) / 100 + 0;

/** To two decimals; what rounds to nothing is 0.00. */
export const hundredths = (value: number): string => toHundredths(value).toFixed(2);

/** What a rep is owed or is ahead by, in leads. */
export const balance = (leads: number): string => {
  const shown = hundredths(Math.abs(leads));
  if (shown === "0.00") return "even";
  return leads > 0 ? `owed ${shown}` : `ahead ${shown}`;
};

/** A moment in UTC, to the minute. */
export const minute = (atMs: number): string => iso(atMs).replace(/^(.*)T(.*):.*Z$/, "$1 $2");
