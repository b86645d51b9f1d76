import { zoneOf } from "./zoneOf.js";

/**
 * Whether this runtime knows a time zone of that name, such as "Europe/Warsaw". A bare offset such as "+01:00" is no name:
 * it has no clock changes, and some runtimes refuse it.
 */
export const isTimeZone = (name: string): boolean => zoneOf(name) !== undefined;
