import * as E from "fp-ts/lib/Either.js";
import { isRecord } from "../../check/shape.js";
import type { Problem } from "../../model/problem.js";
import { plain } from "../plain.js";
import type { Column } from "./column.js";
import type { Entries, Entry, FieldFault } from "./entry.js";
import { epochMs, moment } from "./moment.js";

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

/** What the model would not see in a moment: seconds, and the name that the column has in CSV. */
const faultsOfMoment =
  (entry: unknown) =>
  ({ name, field, required }: Column): readonly FieldFault[] => {
    const atMs = valueAt(entry, [field]);
    if (typeof atMs === "number" && atMs >= 0) {
      const read = epochMs(atMs);
      return E.isLeft(read) ? [{ field, message: `${atMs} ${read.left}` }] : [];
    }
    if (!required || atMs !== undefined || valueAt(entry, [name]) === undefined) return [];
    const hint = `"${name}" is the name in CSV, and JSON has milliseconds since 1970 as "${field}"`;
    return [{ field, message: `is missing; ${hint}` }];
  };

const readEntry =
  (list: string, moments: readonly Column[]) =>
  (value: unknown, i: number): Entry => ({
    place: `${list}[${i}]`,
    value,
    faults: moments.flatMap(faultsOfMoment(value)),
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
  const holder = isRecord(parsed.right) ? parsed.right : undefined;
  const named = holder?.[listName];
  const found = named ?? parsed.right;
  if (!Array.isArray(found)) return E.left(`must hold a list of ${listName}`);
  const moments = columns.filter(({ read }) => read === moment);
  const known = new Set(["attributes", ...columns.map(({ field }) => field)]);
  const names = new Set(found.filter(isRecord).flatMap((entry) => Object.keys(entry)));
  return E.right({
    entries: found.map(readEntry(named === undefined ? "entry " : listName, moments)),
    unknown: [...names].filter((name) => !known.has(name)),
    ...(holder && { holder }),
  });
};
