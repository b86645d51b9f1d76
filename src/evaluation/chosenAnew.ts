import type { Stream } from "../random/stream.js";
import type { Matured } from "./matured.js";

/** Where among the chances of a choice, which lie from one place to another, this part of 1 falls. */
const chosenAt = (byLog: Float64Array, from: number, to: number, part: number): number => {
  let [sum, last] = [0, from];
  for (let at = from; at < to; at += 1) {
    const chance = byLog[at] as number;
    if (chance === 0) continue;
    sum += chance;
    if (part < sum) return at;
    last = at;
  }
  // Chances may add up to a little less than 1.
  return last;
};

/** The same leads, given by chance once more. */
export const chosenAnew = (matured: Matured, draws: Stream): Matured => {
  const { from, places, byTarget, byLog } = matured.chances;
  const takers: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < matured.rewards.length; i += 1) {
    const at = chosenAt(byLog, from[i] as number, from[i + 1] as number, draws.next());
    takers.push(places[at] as number);
    weights.push((byTarget[at] as number) / (byLog[at] as number));
  }
  return { ...matured, takers, weights };
};
