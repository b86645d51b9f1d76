import { compareCodeUnits } from "../internal/codeUnits.js";
import type { RepId } from "../model/id.js";

/** The rep's entry, opened when it is first asked for. */
export const entryOf = <A>(entries: Map<RepId, A>, id: RepId, open: () => A): A => {
  const known = entries.get(id);
  if (known !== undefined) return known;
  const opened = open();
  entries.set(id, opened);
  return opened;
};

/** What is said of each rep, sorted by the code units of the ids. */
export const sortedById = <A, B>(
  entries: ReadonlyMap<RepId, A>,
  say: (repId: RepId, entry: A) => B,
): readonly B[] =>
  [...entries].sort(([a], [b]) => compareCodeUnits(a, b)).map(([repId, entry]) => say(repId, entry));
