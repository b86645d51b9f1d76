const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** 1970-01-05, the first Monday of the count. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** The tickets come as a stream from 1 March to 31 May 2016; the rest is a leftover of the export. */
export const WINDOW = { fromMs: Date.UTC(2016, 2, 1), toMs: Date.UTC(2016, 5, 1) } as const;

export const hourOf = (atMs: number): number => Math.floor(atMs / HOUR_MS);

export const dayOf = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** The day as people write it for machines. */
export const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** The Monday, at midnight, of the week. */
export const mondayOf = (atMs: number): number =>
  Math.floor((atMs - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;

/**
 * Whether most of the week's five working days lie in the window: the first week (from Tuesday) counts, the
 * last one (Monday and Tuesday) does not.
 */
export const isMostlyInWindow = (mondayMs: number): boolean => {
  const fromMs = Math.max(mondayMs, WINDOW.fromMs);
  const toMs = Math.min(mondayMs + 5 * DAY_MS, WINDOW.toMs);
  return toMs - fromMs > 2.5 * DAY_MS;
};
