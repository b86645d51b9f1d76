import { cut } from "../../internal/quoted.js";
import type { Rep } from "../../model/rep.js";
import { fewestEdits } from "./fewestEdits.js";

const levelOf = ({ skills = {} }: Rep, skill: string): number =>
  Object.hasOwn(skills, skill) ? (skills[skill] as number) : 0;

/** Skills raised to what the lead needs, as few of them as win. */
export const skills = fewestEdits({
  kind: "skills",
  editsFor: ({ lead, rep }) =>
    Object.entries(lead.needs ?? {})
      .filter(([skill, least]) => levelOf(rep, skill) < least)
      .map(([skill, least]) => ({
        says: `skill ${cut(skill)} at ${least} instead of ${levelOf(rep, skill)}`,
        raised: [skill, least] as const,
      })),
  fieldsAfter: ({ rep }, some) => ({
    skills: { ...rep.skills, ...Object.fromEntries(some.map(({ raised }) => raised)) },
  }),
});
