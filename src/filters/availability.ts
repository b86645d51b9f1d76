import type { EpochMs, Interval } from "../model/instant.js";
import type { Rep } from "../model/rep.js";
import { firstTogether, leaveAt, type WorkingTime, workAt } from "../time/work.js";

const isOnline = ({ presence = "online" }: Rep): boolean => presence === "online";

/** Whether the rep works at all these days and is online now; time off and hours aside. */
export const isOnDuty = (rep: Rep): boolean => rep.active !== false && isOnline(rep);

/** The time off that covers the moment; of several, the one that ends last. */
export const timeOffAt = <A extends Interval>(timeOff: readonly A[], nowMs: EpochMs): A | undefined => {
  let last: A | undefined;
  for (const off of timeOff) {
    const covers = off.fromMs <= nowMs && nowMs < off.toMs;
    if (covers && (last === undefined || off.toMs > last.toMs)) last = off;
  }
  return last;
};

/** Whether the rep may be given leads at that moment: the rule of `available`. */
export const isAvailable = (rep: Rep, nowMs: EpochMs): boolean => isOnDuty(rep) && workAt(rep, nowMs).holds;

/** The first moment at which somebody works again, or before which nobody works where hours are looked for in vain. */
export const backAtMs = (worker: WorkingTime, nowMs: EpochMs): EpochMs | undefined => {
  const leave = leaveAt(worker, nowMs);
  return firstTogether([worker], nowMs) ?? (leave.holds ? leave.toMs : undefined);
};
