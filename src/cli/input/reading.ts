import * as E from "fp-ts/lib/Either.js";
import { AND_IS, faultsOf, isRecord, type Shape } from "../../check/shape.js";
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
  /** The object that holds the rows in a JSON file, where there is one. */
  readonly holder?: Readonly<Record<string, unknown>>;
}

/** What a file should hold. */
export interface Kind {
  readonly listName: string;
  readonly columns: readonly Column[];
  readonly shape: Shape;
}

/** What is wrong, and what the file has there, in the file's own words and fit for a terminal. */
const beside = (message: string, holds: string | undefined): string => {
  const [wrong = message] = message.split(AND_IS);
  return holds === undefined || /^is |\?$/.test(wrong) ? wrong : `${wrong}${AND_IS}${holds}`;
};

/** Faults of the value, but for fields of which it is known already that they could not be read. */
const faultsOfValue = (entry: Entry, shape: Shape): readonly FieldFault[] => {
  if (entry.value === undefined) return [];
  const unread = new Set(entry.faults.map(({ field }) => field));
  return faultsOf("row", shape, entry.value).flatMap(({ path: [, ...path], message }) => {
    const { name, holds } = entry.field(path);
    if (unread.has(name)) return [];
    return [{ field: name, message: beside(message, holds) }];
  });
};

const idOf = ({ value }: Entry): string | undefined =>
  isRecord(value) && typeof value["id"] === "string" ? value["id"] : undefined;

/** A second row of an id that a good row has. */
const faultsOfId = (entry: Entry, goodPlaces: ReadonlyMap<string, string>): readonly FieldFault[] => {
  const id = idOf(entry);
  const first = id === undefined ? undefined : goodPlaces.get(id);
  if (id === undefined || first === undefined) return [];
  return [{ field: entry.field(["id"]).name, message: `${quoted(id)} is already used in ${first}` }];
};

/** Reads a file as JSON when its name says so, else as CSV. A `Left` where nothing in it can be used. */
export const reading = <A extends { readonly id: string }>(
  kind: Kind,
  { name, text }: Source,
): E.Either<Fault, Reading<A>> => {
  const { listName, columns, shape } = kind;
  const read = isJson(name) ? jsonEntries(text, listName, columns) : csvEntries(text, columns);
  if (E.isLeft(read)) return E.left({ file: name, place: "", field: "", message: read.left });
  const goodPlaces = new Map<string, string>();
  const good: A[] = [];
  const faults: Fault[] = [];
  let badRows = 0;
  for (const entry of read.right.entries) {
    const found = [...entry.faults, ...faultsOfValue(entry, shape), ...faultsOfId(entry, goodPlaces)];
    if (found.length === 0) {
      good.push(entry.value as A);
      goodPlaces.set((entry.value as A).id, entry.place);
    } else badRows += 1;
    for (const { field, message } of found) faults.push({ file: name, place: entry.place, field, message });
  }
  const { unknown, holder } = read.right;
  return E.right({ good, faults, badRows, unknown, ...(holder && { holder }) });
};
