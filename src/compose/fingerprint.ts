import { isRecord } from "../check/shape.js";
import { compareCodeUnits } from "../internal/codeUnits.js";
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

/** FNV-1a over UTF-16 code units, 32 bits from the given start. */
const fnv1a = (text: string, start: number): string => {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
};

/**
 * Sixteen hexadecimal digits that change with the structure, a name or a literal.
 *
 * @see G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923
 */
export const fingerprintOf = ({ ledger, filters, selector, delivery }: Parts): string => {
  const named = (part: { readonly name: string; readonly literals?: Json }): Json => [
    part.name,
    part.literals ?? null,
  ];
  const text = canonical([ledger, filters.map(named), named(selector), named(delivery)]);
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x9747b28c);
};
