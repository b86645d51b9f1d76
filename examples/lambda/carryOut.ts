import { effectItem, type Head, leadItem } from "./items.js";
import type { Table } from "./table.js";

/**
 * Writes what the head's note says. Anybody may do it, any number of times, also late: an effect that is there stays as it is,
 * a lead of this commit or a later one too.
 *
 * The lead comes last, so a lead that bears the commit says that all of the note is written. What found room in the head
 * finds it in the items, which hold less; so a note that was committed can always be carried out.
 */
export const carryOut = async (table: Table, { commit, writer, note }: Head): Promise<void> => {
  if (note === undefined) return;
  await Promise.all(note.effects.map((effect) => table.put(effectItem(commit, effect), { is: "absent" })));
  await table.put(leadItem(commit, writer, note), { is: "before", commit });
};
