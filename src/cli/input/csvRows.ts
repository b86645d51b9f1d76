import { CsvError, parse } from "csv-parse/sync";
import type { Delimiter } from "./delimiter.js";

/** One row of a CSV file, or what is wrong with the quotes in it. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly cells: undefined; readonly column: number; readonly message: string };

const WRONG_QUOTES: Readonly<Record<string, string>> = {
  INVALID_OPENING_QUOTE: "has a quote in a cell that does not begin with one",
  CSV_INVALID_CLOSING_QUOTE: "goes on after its closing quote (a quote within a cell is written twice)",
  CSV_QUOTE_NOT_CLOSED: "has a quote that is never closed",
};

interface Stretch {
  readonly rows: readonly CsvRow[];
  /** The last line read, counted from the beginning of the stretch. */
  readonly lines: number;
}

/** Reads until the end, or until the first row whose quotes are wrong, which it takes to be one line. */
const readStretch = (text: string, delimiter: Delimiter, before: number): Stretch => {
  const rows: CsvRow[] = [];
  let lines = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      record_delimiter: "\n",
      on_record: (cells: readonly string[], info) => {
        rows.push({ line: before + lines + 1, cells });
        lines = info.lines;
        return null;
      },
    });
    return { rows, lines: Number.POSITIVE_INFINITY };
  } catch (thrown) {
    const message = thrown instanceof CsvError ? WRONG_QUOTES[thrown.code] : undefined;
    if (message === undefined) throw thrown;
    const column = (thrown as CsvError & { readonly index?: number }).index ?? 0;
    lines += 1;
    return { rows: [...rows, { line: before + lines, cells: undefined, column, message }], lines };
  }
};

const isEmpty = ({ cells }: CsvRow): boolean => cells?.length === 1 && (cells[0] ?? "").trim() === "";

/** The place in the text after so many lines. */
const placeAfter = (text: string, from: number, lines: number): number => {
  let place = from;
  for (let i = 0; i < lines && place >= 0; i += 1) place = text.indexOf("\n", place) + 1 || -1;
  return place;
};

/**
 * The rows of a CSV text, each with the line on which it begins; empty lines are passed over.
 *
 * Lines may end in LF, CRLF or CR, also mixed; within a quoted cell they all read as LF. A row whose quotes
 * are wrong takes one line only: reading goes on in the next, so a stray quote never swallows the rest.
 */
export const csvRows = (text: string, delimiter: Delimiter = ","): readonly CsvRow[] => {
  const unified = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const rows: CsvRow[] = [];
  let before = 0;
  for (let place = 0; place >= 0 && place < unified.length; ) {
    const stretch = readStretch(unified.slice(place), delimiter, before);
    for (const row of stretch.rows) if (!isEmpty(row)) rows.push(row);
    if (stretch.lines === Number.POSITIVE_INFINITY) break;
    place = placeAfter(unified, place, stretch.lines);
    before += stretch.lines;
  }
  return rows;
};
