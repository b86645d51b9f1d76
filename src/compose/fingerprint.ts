import { compareCodeUnits } from "../internal/codeUnits.js";
import type { Json } from "../model/json.js";
import type { Parts } from "./parts.js";

/** The same text for the same value, whatever the order of its keys. */
const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => compareCodeUnits(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join()}}`;
};

/** Literals that are no plain JSON (a cycle, a big integer) are a mistake in the program. */
const textFor = (value: Json): string => {
  try {
    return canonical(value);
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
  const text = textFor([ledger, filters.map(named), named(selector), named(delivery)]);
  return fnv1a(text, 0x811c9dc5) + fnv1a(text, 0x9747b28c);
};
