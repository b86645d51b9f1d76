/** A value that can be summed up without end: from 0 to 2^53 - 1. Nothing for whatever else it may be. */
export const amount = (value: number | undefined): number | undefined =>
  value !== undefined && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
