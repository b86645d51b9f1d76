import type { Chance } from "../sample/chance.js";
import { DAY_MS } from "./calendar.js";

/** What fate holds for a lead with one rep: drawn before anybody gives it out, so all selectors have the same luck. */
export interface Luck {
  /** The lead is won if its chance is larger. */
  readonly result: number;
  /** How long it takes, from 0 to 1. */
  readonly time: number;
}

/** How a lead ends. */
export interface End {
  readonly isWon: boolean;
  readonly afterMs: number;
}

/** So many of those that are lost never say so. */
const SILENT = 0.07;

/** After so long the desk closes what it never heard of again. */
const GIVEN_UP_DAYS = 45;

const [WON_FROM, WON_OVER] = [3, 18];
const [LOST_FROM, LOST_OVER] = [1, 13];

/** By then every lead that is ever won has been won. */
export const MATURES_AFTER_DAYS = WON_FROM + WON_OVER;

/** Short times are likelier than long ones. */
const daysOf = (isWon: boolean, time: number): number => {
  if (isWon) return WON_FROM + WON_OVER * time * time;
  if (time >= 1 - SILENT) return GIVEN_UP_DAYS;
  const part = time / (1 - SILENT);
  return LOST_FROM + LOST_OVER * part * part;
};

export const endOf = (rate: number, { result, time }: Luck): End => {
  const isWon = result < rate;
  return { isWon, afterMs: Math.floor(daysOf(isWon, time) * DAY_MS) };
};

/** The luck of each lead with each rep. */
export const luckFor = (
  chance: Chance,
  leads: number,
  reps: number,
): ((lead: number, rep: number) => Luck) => {
  const draws = Float64Array.from({ length: leads * reps * 2 }, () => chance.between(0, 1));
  return (lead, rep) => {
    const at = (lead * reps + rep) * 2;
    return { result: draws[at] as number, time: draws[at + 1] as number };
  };
};
