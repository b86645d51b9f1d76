import * as E from "fp-ts/lib/Either.js";
import type { Cell } from "./cells.js";

const EPOCH_MS = /^\d+$/;
const ISO = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** In seconds the year 5138, in milliseconds March 1973: no lead is so late or so early. */
const LEAST_EPOCH_MS = 1e11;

const MINUTE_MS = 60_000;

const offsetMs = (zone: string): number | undefined => {
  if (zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
};

const NOT_A_MOMENT = 'is not a moment, such as "2026-01-05T09:30:00Z", or milliseconds since 1970';

/** A moment as a number: refused where seconds must be meant. */
export const epochMs = (atMs: number): E.Either<string, number> =>
  atMs < LEAST_EPOCH_MS ? E.left("looks like seconds: milliseconds since 1970 are meant") : E.right(atMs);

/**
 * A moment in ISO 8601 with `Z` or an offset, or milliseconds since 1970.
 *
 * A local time without an offset is refused, since what it means depends on the machine. So is a day that
 * the calendar does not have.
 */
export const moment: Cell = (cell) => {
  if (EPOCH_MS.test(cell)) return epochMs(Number(cell));
  const found = ISO.exec(cell);
  if (found === null) return E.left(NOT_A_MOMENT);
  const [, year, month, day, hour, minute, second = "00", fraction = "", zone] = found;
  if (zone === undefined) return E.left('has no time zone: end it in "Z" or an offset such as "+01:00"');
  const atUtc = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const atMs = Date.parse(atUtc);
  const aheadMs = offsetMs(zone);
  if (aheadMs === undefined || Number.isNaN(atMs) || new Date(atMs).toISOString() !== atUtc) {
    return E.left(NOT_A_MOMENT);
  }
  return E.right(atMs - aheadMs);
};
