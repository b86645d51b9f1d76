import { utc, utcDay } from "../internal/utc.js";

/** From 2001-09-09T01:46:40Z up to 2100, in seconds. */
const FROM_S = 1_000_000_000;
const TO_S = 4_102_444_800;

const UNITS = [
  { name: "seconds", perSecond: 1 },
  { name: "microseconds", perSecond: 1_000_000 },
] as const;

/**
 * What is said of a number of milliseconds that must be one of another unit; `undefined` where none is meant.
 *
 * In milliseconds the band of the seconds lies in January and February 1970, from day 11 to day 47, and that
 * of the microseconds after the year 33,000: no lead came in then. Small numbers, such as those of a test
 * that starts at 0, pass.
 */
export const otherUnit = (atMs: number): string | undefined => {
  const unit = UNITS.find(({ perSecond }) => atMs >= FROM_S * perSecond && atMs < TO_S * perSecond);
  if (unit === undefined) return undefined;
  const meant = utc((atMs / unit.perSecond) * 1000);
  return `looks like ${unit.name}, not milliseconds: ${atMs} would be ${utcDay(atMs)}; as ${unit.name} it is ${meant}`;
};
