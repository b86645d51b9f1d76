import { cut } from "./quoted.js";

/** What was thrown, as text, whatever it was: some values cannot even be turned into text. */
export const textOf = (thrown: unknown): string => {
  try {
    return cut(String(thrown));
  } catch {
    return "no text";
  }
};
