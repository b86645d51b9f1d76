import type { Rep } from "../../model/rep.js";
import { type Levels, levelsFrom } from "./levels.js";

type Pair = readonly [place: number, level: number];

/** For each skill, who has which level of it. */
export const levelsBySkill = (reps: readonly Rep[]): ReadonlyMap<string, Levels> => {
  const pairs = new Map<string, Pair[]>();
  reps.forEach(({ skills = {} }, place) => {
    for (const [skill, level] of Object.entries(skills)) {
      const known = pairs.get(skill);
      if (known === undefined) pairs.set(skill, [[place, level]]);
      else known.push([place, level]);
    }
  });
  return new Map([...pairs].map(([skill, each]) => [skill, levelsFrom(each, reps.length)]));
};
