import type { Span } from "../model/schedule.js";
import { timeOfDay } from "./timeOfDay.js";

const DAY_MS = 86_400_000;

/** A span on the clock, in milliseconds from the midnight of the day on which it begins. */
export interface LocalSpan {
  readonly from: number;
  readonly to: number;
}

/** A `to` that is not after `from` is on the next day. */
export const localSpan = ({ from, to }: Span): LocalSpan => {
  const [begins, ends] = [timeOfDay(from), timeOfDay(to)];
  return { from: begins, to: ends > begins ? ends : ends + DAY_MS };
};

export const WHOLE_DAY: LocalSpan = { from: 0, to: DAY_MS };
