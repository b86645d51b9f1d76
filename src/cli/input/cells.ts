import * as E from "fp-ts/lib/Either.js";
import type { Json } from "../../model/json.js";
import { quoted } from "../quoted.js";

/** Reads the text of a cell that is not empty, or says why it cannot. */
export type Cell = (text: string) => E.Either<string, Json>;

export const text: Cell = E.right;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A number and nothing beside it. A comma is not read as a decimal point. */
export const number: Cell = (cell) => (NUMBER.test(cell) ? E.right(Number(cell)) : E.left("is not a number"));

/** In any case, as spreadsheets write it. */
export const flag: Cell = (cell) => {
  const lower = cell.toLowerCase();
  return lower === "true" || lower === "false" ? E.right(lower === "true") : E.left("is not true or false");
};

const parts = (cell: string, separator: RegExp): readonly string[] =>
  cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const listBy =
  (separator: RegExp): Cell =>
  (cell) => {
    const items = parts(cell, separator);
    return items.length > 0 ? E.right(items) : E.left("names nothing");
  };

/** Separated by semicolons, commas or line breaks. */
export const list: Cell = listBy(/[;,\n]/);

/** Separated by blanks, semicolons, commas or line breaks. */
export const words: Cell = listBy(/[\s;,]/);

/** Also blanks end an entry, but only after its level: a skill may have a name of several words. */
const LEVELS_END = /[;,\n]|(?<=:\s*\S+)\s+/;

/** Skills with levels: `crm:3; sql:2`. A name that holds a colon is refused: it would be two entries in one. */
export const levels: Cell = (cell) => {
  const found = new Map<string, number>();
  for (const part of parts(cell, LEVELS_END)) {
    const colon = part.indexOf(":");
    const skill = part.slice(0, Math.max(0, colon)).trim();
    const level = number(part.slice(colon + 1).trim());
    if (skill === "" || E.isLeft(level))
      return E.left('is not a list of skills with levels, such as "crm:3; sql:2"');
    if (found.has(skill)) return E.left(`names ${quoted(skill)} twice`);
    found.set(skill, level.right as number);
  }
  return found.size > 0 ? E.right(Object.fromEntries(found)) : E.left("names nothing");
};
