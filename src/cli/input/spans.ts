import * as E from "fp-ts/lib/Either.js";
import type { Cell } from "./cells.js";
import { moment } from "./moment.js";

const NOT_SPANS = 'is not a list of spans, such as "2026-01-05T00:00Z/2026-01-12T00:00Z"';

/** Spans of time, each `from/to`, separated by semicolons, commas or line breaks. One that ends before it begins is refused. */
export const spans: Cell = (cell) => {
  const found: { readonly fromMs: number; readonly toMs: number }[] = [];
  for (const part of cell.split(/[;,\n]/).filter((each) => each.trim() !== "")) {
    const ends = part.split("/").map((end) => moment(end.trim()));
    const [from, to] = ends;
    if (ends.length !== 2 || from === undefined || to === undefined) return E.left(NOT_SPANS);
    if (E.isLeft(from)) return E.left(`holds a beginning that ${from.left}`);
    if (E.isLeft(to)) return E.left(`holds an end that ${to.left}`);
    const span = { fromMs: from.right as number, toMs: to.right as number };
    if (span.toMs < span.fromMs) return E.left("holds a span that ends before it begins");
    found.push(span);
  }
  return found.length > 0 ? E.right(found) : E.left(NOT_SPANS);
};
