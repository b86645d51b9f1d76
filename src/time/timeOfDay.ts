const MINUTE_MS = 60_000;

/** "00:00" to "23:59". */
export const BEGINS = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** "00:00" to "24:00". */
export const ENDS = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Milliseconds from midnight to a time such as "09:30", on the clock. */
export const timeOfDay = (text: string): number =>
  (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE_MS;
