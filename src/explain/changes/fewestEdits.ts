import type { Rep } from "../../model/rep.js";
import type { Finder, RepChange } from "./repChange.js";
import { smallestSet } from "./smallest.js";

type Fields = RepChange["fields"];

/** One step of a change: the fields that it sets in a record. */
export interface Edit {
  readonly says: string;
  readonly edit: (rep: Rep) => Fields;
}

const fieldsAfter = (rep: Rep, edits: readonly Edit[]): Fields => {
  let fields: Fields = {};
  for (const { edit } of edits) fields = { ...fields, ...edit({ ...rep, ...fields }) };
  return fields;
};

/** The fewest of these edits that win together. */
export const fewestEdits =
  (kind: RepChange["kind"], editsFor: (asker: Parameters<Finder>[0]) => readonly Edit[]): Finder =>
  (asker, wins) => {
    const { rep } = asker;
    const needed = smallestSet(editsFor(asker), (some) => wins({ ...rep, ...fieldsAfter(rep, some) }));
    if (needed === undefined) return [];
    const says = needed.map((each) => each.says).join(", ");
    return [{ kind, fields: fieldsAfter(rep, needed), says }];
  };
