import type { daysOff, Lead, Roster, WeeklyHours } from "../src/index.js";

export interface Person {
  readonly id: string;
  readonly timeZone: string;
  readonly shift: readonly WeeklyHours[];
  /** First and last date of each. */
  readonly leaves: readonly (readonly [string, string])[];
}

export declare const OFFICES: Readonly<Record<string, readonly string[]>>;
export declare const staff: () => readonly Person[];
export declare const rosterOf: (
  people: readonly Person[],
  library: { readonly daysOff: typeof daysOff },
) => Roster;
export declare const leadsOfYear: (count: number) => readonly Lead[];
