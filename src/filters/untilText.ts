import { utcMinute } from "../internal/utcMinute.js";
import type { EpochMs } from "../model/instant.js";

/** "until 2026-01-05 08:00 UTC", or until further notice where nobody knows or the year has five digits. */
export const untilText = (atMs: EpochMs | undefined): string => {
  const text = atMs === undefined ? undefined : utcMinute(atMs);
  return text === undefined ? "until further notice" : `until ${text}`;
};

/** The moment for {@link Exclusion.untilMs}, where it has one that can be said. */
export const untilOf = (atMs: EpochMs | undefined): { readonly untilMs?: EpochMs } =>
  atMs === undefined || utcMinute(atMs) === undefined ? {} : { untilMs: atMs };
