import { CREDITS_PER_LEAD } from "../../internal/credits.js";

/** What an account is told in. */
export interface Unit {
  /** How many of them a whole lead's credits are. */
  readonly perLead: number;
  /** What follows the number: "leads". */
  readonly noun: string;
}

export const IN_LEADS: Unit = { perLead: 1, noun: "leads" };

const hundredthsOf = ({ perLead }: Unit, credits: number): number =>
  Math.round((credits * 100 * perLead) / CREDITS_PER_LEAD) + 0;

/** "1,250.00" */
const shown = (hundredths: number): string =>
  (hundredths / 100).toFixed(2).replace(/\d(?=(?:\d{3})+\.)/g, "$&,");

const missedText = (own: number): string => {
  if (own === 0) return "";
  return own > 0 ? `, ${shown(own)} missed` : `, less ${shown(-own)} had in the place of others`;
};

/** What an account claims, in words. Rounded first and added then, so that the sum is right for whoever adds it up. */
export const saysOf = (unit: Unit, before: number, part: number, missed: number): string => {
  const old = hundredthsOf(unit, before);
  const own = hundredthsOf(unit, part);
  const late = hundredthsOf(unit, missed);
  const claim = old + own + late;
  const owed = claim < 0 ? `is ${shown(-claim)} ${unit.noun} ahead` : `is owed ${shown(claim)} ${unit.noun}`;
  return `${owed}: ${shown(own)} of this one, ${shown(old)} from before${missedText(late)}`;
};
