import * as E from "fp-ts/lib/Either.js";
import { isRecord } from "../../check/shape.js";
import type { Problem } from "../../model/problem.js";
import { plain } from "../plain.js";
import type { Column } from "./column.js";
import type { Entries, Entry } from "./entry.js";

const parse = (text: string): E.Either<string, unknown> =>
  E.tryCatch(
    () => JSON.parse(text.replace(/^\uFEFF/, "")) as unknown,
    (thrown) => `is not JSON: ${plain((thrown as Error).message, 120)}`,
  );

/** What stands at the end of a path of own properties. */
const valueAt = (value: unknown, path: Problem["path"]): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );

const readEntry =
  (list: string) =>
  (value: unknown, i: number): Entry => ({
    place: `${list}[${i}]`,
    value,
    faults: [],
    field: (path) => {
      const holds = JSON.stringify(valueAt(value, path)) as string | undefined;
      return { name: plain(path.join(".")), holds: holds === undefined ? undefined : plain(holds) };
    },
  });

/**
 * The entries of a JSON file: a list, or an object that holds the list under `listName`. Fields are named as in
 * the model, so that columns give the names that mean something.
 */
export const jsonEntries = (
  text: string,
  listName: string,
  columns: readonly Column[],
): E.Either<string, Entries> => {
  const parsed = parse(text);
  if (E.isLeft(parsed)) return parsed;
  const named = isRecord(parsed.right) ? parsed.right[listName] : undefined;
  const found = named ?? parsed.right;
  if (!Array.isArray(found)) return E.left(`must hold a list of ${listName}`);
  const known = new Set(["attributes", ...columns.map(({ field }) => field)]);
  const names = new Set(found.filter(isRecord).flatMap((entry) => Object.keys(entry)));
  return E.right({
    entries: found.map(readEntry(named === undefined ? "entry " : listName)),
    unknown: [...names].filter((name) => !known.has(name)),
  });
};
