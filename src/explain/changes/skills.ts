import type { Rep } from "../../model/rep.js";
import { fewestEdits } from "./fewestEdits.js";

const levelOf = ({ skills = {} }: Rep, skill: string): number =>
  Object.hasOwn(skills, skill) ? (skills[skill] as number) : 0;

/** Skills raised to what the lead needs, as few of them as win. */
export const skills = fewestEdits("skills", ({ lead, rep }) =>
  Object.entries(lead.needs ?? {})
    .filter(([skill, least]) => levelOf(rep, skill) < least)
    .map(([skill, least]) => ({
      says: `skill ${skill} at ${least} instead of ${levelOf(rep, skill)}`,
      edit: (changed) => ({ skills: { ...changed.skills, [skill]: least } }),
    })),
);
