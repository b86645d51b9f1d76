import * as E from "fp-ts/lib/Either.js";
import type { Json } from "../../model/json.js";
import type { Problem } from "../../model/problem.js";
import { plain } from "../plain.js";
import { quoted } from "../quoted.js";
import type { Column } from "./column.js";
import { type CsvRow, csvRows } from "./csvRows.js";
import { type Delimiter, delimiter } from "./delimiter.js";
import type { Entries, Entry, FieldFault } from "./entry.js";

const DELIMITERS: Readonly<Record<Delimiter, string>> = { ",": "commas", ";": "semicolons" };

/** The header: a name for each place, trimmed. */
const readHeader = (
  row: CsvRow | undefined,
  columns: readonly Column[],
  separator: Delimiter,
): E.Either<string, readonly string[]> => {
  if (row === undefined) return E.left("is empty: its first line must name the columns");
  if (row.cells === undefined) return E.left(`its first line must name the columns, and ${row.message}`);
  const names = row.cells.map((name) => name.trim());
  const twice = names.find((name, i) => name !== "" && names.indexOf(name) < i);
  if (twice !== undefined) return E.left(`has two columns named ${quoted(twice)}`);
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length === 0) return E.right(names);
  const wanted = missing.map(({ name }) => quoted(name)).join(" and ");
  const found = names.map(quoted).join(", ");
  return E.left(`has no column ${wanted}; its columns, separated by ${DELIMITERS[separator]}, are ${found}`);
};

const columnWords = (name: string | undefined, index: number): string =>
  name === undefined || name === "" ? `column ${index + 1}` : `column ${plain(name)}`;

const wrongRow = (line: number, fault: FieldFault): Entry => ({
  place: `line ${line}`,
  value: undefined,
  faults: [fault],
  field: () => ({ name: "", holds: undefined }),
});

const readRow =
  (names: readonly string[], known: ReadonlyMap<string, Column>, byField: ReadonlyMap<string, string>) =>
  (row: CsvRow): Entry => {
    if (row.cells === undefined) {
      return wrongRow(row.line, { field: columnWords(names[row.column], row.column), message: row.message });
    }
    if (row.cells.length !== names.length) {
      const message = `has ${row.cells.length} cells, and the header has ${names.length}`;
      return wrongRow(row.line, { field: "", message });
    }
    const fields = new Map<string, Json>();
    const attributes = new Map<string, Json>();
    const faults: FieldFault[] = [];
    const texts = new Map<string, string>();
    row.cells.forEach((cell, i) => {
      const text = cell.trim();
      if (text === "") return;
      const name = names[i] ?? "";
      const column = known.get(name);
      texts.set(name, text);
      if (name === "")
        faults.push({ field: columnWords(name, i), message: "holds something and has no name" });
      else if (column === undefined) attributes.set(name, text);
      else {
        const read = column.read(text);
        if (E.isRight(read)) fields.set(column.field, read.right);
        else faults.push({ field: columnWords(name, i), message: `${quoted(text)} ${read.left}` });
      }
    });
    if (attributes.size > 0) fields.set("attributes", Object.fromEntries(attributes));
    return {
      place: `line ${row.line}`,
      value: Object.fromEntries(fields),
      faults,
      field: ([field]: Problem["path"]) => {
        const name = byField.get(String(field)) ?? String(field);
        const holds = texts.get(name);
        return { name: `column ${name}`, holds: holds === undefined ? undefined : quoted(holds) };
      },
    };
  };

/** The rows of a CSV file, read by columns. A column of another name goes to `attributes`. */
export const csvEntries = (text: string, columns: readonly Column[]): E.Either<string, Entries> => {
  const separator = delimiter(text);
  const [head, ...rows] = csvRows(text, separator);
  const header = readHeader(head, columns, separator);
  if (E.isLeft(header)) return header;
  const known = new Map(columns.map((column) => [column.name, column]));
  const byField = new Map(columns.map(({ name, field }) => [field, name]));
  return E.right({
    entries: rows.map(readRow(header.right, known, byField)),
    unknown: header.right.filter((name) => name !== "" && !known.has(name)),
  });
};
