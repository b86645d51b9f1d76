import type { Json } from "../model/json.js";

const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, item]) => [key, reversed(item)]));
};

const sorted = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(
    keys.map((key) => [key, sorted((value as Readonly<Record<string, Json>>)[key] as Json)]),
  );
};

/** Through a store that keeps values and nothing else: the keys come back in another order. */
export const throughStore = <A>(value: A): A => reversed(JSON.parse(JSON.stringify(value))) as A;

/** The bytes that a host would store. */
export const bytes = (value: unknown): string => JSON.stringify(value);

/** The bytes whatever the order of keys. */
export const canonicalBytes = (value: unknown): string =>
  JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
