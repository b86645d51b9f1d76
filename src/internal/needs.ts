import type { Lead } from "../model/lead.js";
import type { Rep } from "../model/rep.js";
import { remember } from "./remember.js";

/** A skill that a lead needs, at its least level. */
export type Need = readonly [skill: string, least: number];

export const needsOf = remember((lead: Lead): readonly Need[] => Object.entries(lead.needs ?? {}));

/** What is not listed counts as level 0. */
export const levelOf = (skills: Rep["skills"], skill: string): number =>
  skills !== undefined && Object.hasOwn(skills, skill) ? (skills[skill] as number) : 0;
