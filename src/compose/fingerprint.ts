import { isRecord } from "../check/shape.js";
import { compareCodeUnits } from "../internal/codeUnits.js";
import { fnv1a } from "../internal/hash.js";
import type { Json } from "../model/json.js";
import type { Parts } from "./parts.js";

const sorted = (_key: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b)))
    : value;

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: Json): string => {
  try {
    return JSON.stringify(value, sorted);
  } catch {
    throw new RangeError("compose: the literals of a part must be plain JSON");
  }
};

const hexOf = (hash: number): string => hash.toString(16).padStart(8, "0");

/**
 * Sixteen hexadecimal digits that change with the value.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923
 */
export const fingerprint = (value: Json): string => {
  const text = canonical(value);
  return hexOf(fnv1a(text, 0x811c9dc5)) + hexOf(fnv1a(text, 0x9747b28c));
};

/** Changes with the structure, a name or a literal. */
export const fingerprintOf = ({ ledger, period, filters, selector, delivery }: Parts): string => {
  const named = (part: { readonly name: string; readonly literals?: Json }): Json => [
    part.name,
    part.literals ?? null,
  ];
  const parts = [ledger, filters.map(named), named(selector), named(delivery)];
  return fingerprint(period === undefined ? parts : [...parts, named(period)]);
};
