/** What stands between two cells of a CSV file. */
export type Delimiter = "," | ";";

const QUOTED = /"[^"]*"/g;
const HEADER = /^\s*(?:"[^"]*"|[^"\r\n]+)*/;

/** A semicolon where the header has one and no comma, quoted cells aside, as spreadsheets of many countries write it. */
export const delimiter = (text: string): Delimiter => {
  const header = (HEADER.exec(text)?.[0] ?? "").replace(QUOTED, "");
  return header.includes(";") && !header.includes(",") ? ";" : ",";
};
