import type { RepId } from "../model/id.js";
import type { LoggedChoice } from "./loggedChoice.js";

/** So many times as many leads as there are candidates fade to a third of what they count. */
const FADES_OVER = 2;

/**
 * Whether those who had more than their chances of late are chosen as often as these say: in standard errors, near 0
 * where chance chose. Far below 0 the log is more even than chance, as a rotation is; far above, the chances were
 * others. `null` where nothing was left to chance.
 *
 * With L the (fading) sum of what each had beyond its chances before a choice, the choice adds L of whoever is chosen
 * less the mean of L by the chances. Given all that went before, that is 0 on average by the very chances, with a
 * variance that is known: a sum of martingale differences, so its ratio to its deviation is nearly standard normal.
 */
export const patternOf = (log: readonly LoggedChoice[]): number | null => {
  const beyond = new Map<RepId, number>();
  let [sum, variance] = [0, 0];
  for (const { candidates, repId } of log) {
    const kept = 1 - 1 / (FADES_OVER * candidates.length);
    let [mean, square, own] = [0, 0, 0];
    for (const { id, propensity } of candidates) {
      const level = beyond.get(id) ?? 0;
      mean += propensity * level;
      square += propensity * level * level;
      if (id === repId) own = level;
    }
    sum += own - mean;
    variance += Math.max(0, square - mean * mean);
    for (const { id, propensity } of candidates)
      beyond.set(id, (beyond.get(id) ?? 0) * kept + (id === repId ? 1 : 0) - propensity);
  }
  return variance > 0 ? sum / Math.sqrt(variance) : null;
};
