import { availability } from "./availability.js";
import { capacity } from "./capacity.js";
import { excludedAccounts, experience, role, weight } from "./facts.js";
import { lists } from "./lists.js";
import type { Asker, Finder, RepChange, Wins } from "./repChange.js";
import { skills } from "./skills.js";

/** For each kind of change to the rep's own record the smallest that wins. */
export const repChanges = (asker: Asker, wins: Wins): readonly RepChange[] =>
  [availability, skills, ...lists, role, experience, excludedAccounts, capacity, weight].flatMap(
    (find: Finder) => find(asker, wins),
  );
