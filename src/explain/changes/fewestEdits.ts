import type { Asker, Finder, RepChange } from "./repChange.js";
import { smallestSet } from "./smallest.js";

const MOST_TOLD = 8;

/** One step of a change, in words. */
export interface Edit {
  readonly says: string;
}

/** What a change of one kind is made of, and the fields that some of its steps come to. */
export interface Edits<E extends Edit> {
  readonly kind: RepChange["kind"];
  readonly editsFor: (asker: Asker) => readonly E[];
  readonly fieldsAfter: (asker: Asker, some: readonly E[]) => RepChange["fields"];
}

const saysOf = (edits: readonly Edit[]): string => {
  const told = edits.slice(0, MOST_TOLD).map(({ says }) => says);
  return [...told, ...(edits.length > MOST_TOLD ? [`and ${edits.length - MOST_TOLD} more`] : [])].join(", ");
};

/** As few of the edits as win together: none of them can be left out. */
export const fewestEdits =
  <E extends Edit>({ kind, editsFor, fieldsAfter }: Edits<E>): Finder =>
  (asker, wins) => {
    const { rep } = asker;
    const needed = smallestSet(editsFor(asker), (some) => wins({ ...rep, ...fieldsAfter(asker, some) }));
    return needed === undefined ? [] : [{ kind, fields: fieldsAfter(asker, needed), says: saysOf(needed) }];
  };

/** A step with the fields that it alone sets, whatever the others do. */
export interface FieldEdit extends Edit {
  readonly fields: RepChange["fields"];
}

/** A change whose steps set fields of their own. */
export const fewestFields = (
  kind: RepChange["kind"],
  editsFor: (asker: Asker) => readonly FieldEdit[],
): Finder =>
  fewestEdits({
    kind,
    editsFor,
    fieldsAfter: (_, some) => Object.assign({}, ...some.map(({ fields }) => fields)),
  });
