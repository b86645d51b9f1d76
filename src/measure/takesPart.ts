import type { MeasuredLead } from "./measuredLead.js";

/** Whether a candidate has a part of the lead at all. No sum of such weights overflows. */
export const takesPart = ({ weight }: MeasuredLead["candidates"][number]): boolean =>
  weight > 0 && weight <= Number.MAX_SAFE_INTEGER;

/** What the weights of a lead's candidates add up to; 0: nobody has a part of it. */
export const totalWeightOf = ({ candidates }: MeasuredLead): number => {
  let total = 0;
  for (const candidate of candidates) if (takesPart(candidate)) total += candidate.weight;
  return total;
};
