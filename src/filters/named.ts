import { listed } from "../internal/listed.js";
import { shortened } from "../internal/shortened.js";
import { isBlank } from "./isBlank.js";

/** The names of a list for a reason, blank ones left out; `none` where that leaves nothing. */
export const named = (names: readonly string[], none: string): string => {
  const said = names.filter((name) => !isBlank(name));
  return said.length === 0 ? none : listed(said, shortened);
};
