import { demand } from "./demand.js";

/**
 * The most that one lead costs: lcm(1..28). So up to 28 equal candidates, and weights in percent, split
 * it without a remainder; and n accounts, which stay within (n-1)/2 leads, stay safe integers up to
 * 224,000 of them.
 *
 * Divide credits by it to read them as leads.
 *
 * @since 0.1.0
 */
export const CREDITS_PER_LEAD = 80_313_433_200;

/**
 * What one unit of weight gains when a lead is split among candidates of `totalWeight` together. The taker
 * pays `totalWeight` times as much, so nothing is rounded within a lead, and never more than a whole lead. A lead
 * that is worth less costs less, but at least one credit for each unit of weight.
 */
export const creditsPerWeight = (totalWeight: number, worth = CREDITS_PER_LEAD): number => {
  demand(
    totalWeight <= CREDITS_PER_LEAD,
    `weights must not add up to more than ${CREDITS_PER_LEAD} times their greatest common divisor`,
  );
  return Math.max(1, Math.floor(worth / totalWeight));
};
