import type { Interval } from "../model/instant.js";

/** The same time in as few intervals as can be, in order. Those that end before they begin hold nothing. */
export const merged = (intervals: readonly Interval[]): readonly Interval[] => {
  const sorted = intervals.filter(({ fromMs, toMs }) => fromMs < toMs).sort((a, b) => a.fromMs - b.fromMs);
  const apart: Interval[] = [];
  for (const { fromMs, toMs } of sorted) {
    const before = apart.at(-1);
    if (before === undefined || before.toMs < fromMs) apart.push({ fromMs, toMs });
    else if (before.toMs < toMs) apart[apart.length - 1] = { fromMs: before.fromMs, toMs };
  }
  return apart;
};
