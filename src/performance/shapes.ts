import type { Estimate } from "./estimates.js";

/** Won and not won, as a beta distribution counts them: what was seen, and what is usual as so many leads more. */
export interface Shapes {
  readonly successes: number;
  readonly failures: number;
}

/** Between what rates a rep may lie by its estimate, where what is usual counts for so many leads at most. */
export const shapesOf = ({ weight, seen, factor, usual }: Estimate, mostUsualLeads: number): Shapes => {
  const strength = Math.min(mostUsualLeads, weight - seen.leads);
  const won = Math.min(seen.leads, seen.won * factor);
  return { successes: strength * usual + won, failures: strength * (1 - usual) + (seen.leads - won) };
};
