import type { EpochMs, Interval } from "../model/instant.js";
import type { Rep } from "../model/rep.js";

const isOnline = ({ presence = "online" }: Rep): boolean => presence === "online";

/** Whether the rep works at all these days and is online now; time off aside. */
export const isOnDuty = (rep: Rep): boolean => rep.active !== false && isOnline(rep);

/** The time off that covers the moment; of several, the one that ends last. */
export const timeOffAt = ({ timeOff = [] }: Rep, nowMs: EpochMs): Interval | undefined => {
  let last: Interval | undefined;
  for (const off of timeOff) {
    const covers = off.fromMs <= nowMs && nowMs < off.toMs;
    if (covers && (last === undefined || off.toMs > last.toMs)) last = off;
  }
  return last;
};

/** Whether the rep may be given leads at that moment: the rule of `available`. */
export const isAvailable = (rep: Rep, nowMs: EpochMs): boolean =>
  isOnDuty(rep) && timeOffAt(rep, nowMs) === undefined;
