import type { PlaceSet } from "../../model/filterIndex.js";
import type { EpochMs } from "../../model/instant.js";
import { type Hours, hoursOf } from "../../time/hours.js";
import { addHolders, dropHolders } from "./holders.js";
import type { Schedules } from "./schedules.js";

/**
 * Says who works by the clock at a moment. The set is written again when it is asked for the next time.
 *
 * Each schedule keeps its answer with the moments from and until which it stands, and the set keeps the narrowest of these: while
 * a moment lies within, two comparisons tell that nobody has come or gone. Else only the schedules whose own answer is over are asked.
 *
 * @remarks
 * **Cost:** O(1) while nothing changes; else O(schedules), and O(holders) or O(reps / 32) for each that opens or shuts.
 */
export const openPlacesOf = ({ known, without }: Schedules): ((nowMs: EpochMs) => PlaceSet) => {
  const open = without.slice();
  const hours = known.map(({ schedule }) => hoursOf(schedule));
  const isOpen = new Uint8Array(known.length);
  const from = new Float64Array(known.length);
  const to = new Float64Array(known.length).fill(Number.NEGATIVE_INFINITY);
  const turn = (i: number, nowOpen: boolean): void => {
    if ((isOpen[i] === 1) === nowOpen) return;
    isOpen[i] = nowOpen ? 1 : 0;
    const { holders } = known[i] as Schedules["known"][number];
    if (nowOpen) addHolders(open, holders);
    else dropHolders(open, holders);
  };
  let [fromMs, toMs] = [0, Number.NEGATIVE_INFINITY];
  return (nowMs) => {
    if (fromMs <= nowMs && nowMs < toMs) return open;
    let [begins, ends] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let i = 0; i < hours.length; i += 1) {
      if (!((from[i] as number) <= nowMs && nowMs < (to[i] as number))) {
        const lasting = (hours[i] as Hours)(nowMs);
        turn(i, lasting.holds);
        from[i] = lasting.fromMs;
        to[i] = lasting.toMs;
      }
      begins = Math.max(begins, from[i] as number);
      ends = Math.min(ends, to[i] as number);
    }
    [fromMs, toMs] = [begins, ends];
    return open;
  };
};
