import * as E from "fp-ts/lib/Either.js";
import { faultsOf, isRecord, type Shape } from "../../check/shape.js";
import { isJson } from "../isJson.js";
import { quoted } from "../quoted.js";
import type { Column } from "./column.js";
import { csvEntries } from "./csvEntries.js";
import type { Entry, FieldFault } from "./entry.js";
import type { Fault } from "./fault.js";
import { jsonEntries } from "./jsonEntries.js";
import type { Source } from "./source.js";

/** What a file held: its good rows, and everything that is wrong with the others. */
export interface Reading<A> {
  readonly good: readonly A[];
  readonly faults: readonly Fault[];
  /** Rows with at least one fault. */
  readonly badRows: number;
  /** Columns or fields that are not in the model; in a CSV file they went to `attributes`. */
  readonly unknown: readonly string[];
}

/** What a file should hold. */
export interface Kind {
  readonly listName: string;
  readonly columns: readonly Column[];
  readonly shape: Shape;
}

/** Faults of the value, but for fields of which it is known already that they could not be read. */
const faultsOfValue = (entry: Entry, shape: Shape): readonly FieldFault[] => {
  if (entry.value === undefined) return [];
  const unread = new Set(entry.faults.map(({ field }) => field));
  return faultsOf("row", shape, entry.value).flatMap(({ path: [, ...path], message }) => {
    const { name, holds } = entry.field(path);
    if (unread.has(name)) return [];
    return [{ field: name, message: holds === undefined ? message : `${message}, and is ${holds}` }];
  });
};

const idOf = ({ value }: Entry): string | undefined =>
  isRecord(value) && typeof value["id"] === "string" ? value["id"] : undefined;

/** Where each id stands first, so that a second row of that id can be named. */
const faultsOfId = (entry: Entry, firstPlaces: Map<string, string>): readonly FieldFault[] => {
  const id = idOf(entry);
  if (id === undefined) return [];
  const first = firstPlaces.get(id);
  if (first === undefined) firstPlaces.set(id, entry.place);
  if (first === undefined) return [];
  return [{ field: entry.field(["id"]).name, message: `${quoted(id)} is already used in ${first}` }];
};

/** Reads a file as JSON when its name says so, else as CSV. A `Left` where nothing in it can be used. */
export const reading = <A>(kind: Kind, { name, text }: Source): E.Either<Fault, Reading<A>> => {
  const { listName, columns, shape } = kind;
  const read = isJson(name) ? jsonEntries(text, listName, columns) : csvEntries(text, columns);
  if (E.isLeft(read)) return E.left({ file: name, place: "", field: "", message: read.left });
  const firstPlaces = new Map<string, string>();
  const good: A[] = [];
  const faults: Fault[] = [];
  let badRows = 0;
  for (const entry of read.right.entries) {
    const found = [...entry.faults, ...faultsOfValue(entry, shape), ...faultsOfId(entry, firstPlaces)];
    if (found.length === 0) good.push(entry.value as A);
    else badRows += 1;
    for (const { field, message } of found) faults.push({ file: name, place: entry.place, field, message });
  }
  return E.right({ good, faults, badRows, unknown: read.right.unknown });
};
