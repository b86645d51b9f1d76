import { parse } from "csv-parse/sync";

export type Row = Readonly<Record<string, string>>;

/** An empty field is missing; a column that is not there is another file. */
export const field = (row: Row, column: string): string | undefined => {
  const value = row[column];
  if (value === undefined) throw new Error(`the file has no column "${column}"`);
  return value === "" ? undefined : value;
};

export const present = (row: Row, column: string): string => {
  const value = field(row, column);
  if (value === undefined) throw new Error(`a row has nothing in "${column}": ${JSON.stringify(row)}`);
  return value;
};

export const rowsOf = (csv: string): readonly Row[] => parse<Record<string, string>>(csv, { columns: true });
