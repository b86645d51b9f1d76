import { textOf } from "./textOf.js";

/** Whether that is a number from 0 to the most. */
export const isUpTo = (value: unknown, most: number): value is number =>
  typeof value === "number" && value >= 0 && value <= most;

/** What a part that a user wrote gave, as such a number; where it is none, says who gave it. */
export const numberUpTo = (most: number, given: unknown, giver: () => string): number => {
  if (isUpTo(given, most)) return given + 0;
  throw new TypeError(`${giver()} ${textOf(given)}, which is no number from 0 to ${most}`);
};
