import type { RepId } from "../../model/id.js";
import type { Rep } from "../../model/rep.js";
import { plain } from "../plain.js";

/** What to call each rep: its name, with the id where a name is missing, or shared. */
export const namesOf = (reps: readonly Rep[]): ((repId: RepId) => string) => {
  const bearers = new Map<string, number>();
  for (const { name } of reps) if (name !== undefined) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  const names = new Map(
    reps.map(({ id, name }) => {
      if (name === undefined || name.trim() === "") return [id, plain(id)];
      return [id, bearers.get(name) === 1 ? plain(name) : `${plain(name)} (${plain(id)})`];
    }),
  );
  return (repId) => names.get(repId) ?? plain(repId);
};
