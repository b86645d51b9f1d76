import { quoted } from "../internal/quoted.js";

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `text: ${quoted(value)}`;
  if (typeof value === "number") return `a number: ${value}`;
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "a list";
  return Object.prototype.toString.call(value) === "[object Date]" ? "a Date" : "an object";
};

/** What stands where something else belongs, in a few words. Some objects cannot even be asked what they are. */
export const found = (value: unknown): string => {
  try {
    return kindOf(value);
  } catch {
    return "an object";
  }
};
