import { counted } from "../../internal/counted.js";
import type { Rep } from "../../model/rep.js";
import type { Reading } from "../input/reading.js";
import { plain } from "../plain.js";
import type { Run } from "../routing/route.js";

/** The reps whom the account knows and the file does not: they keep their accounts, and take no part. */
export const absentReps = (
  { before }: Run,
  { good, badRows }: Reading<Rep>,
  file: string,
  most: number,
): readonly string[] => {
  const present = new Set(good.map(({ id }) => id));
  const absent = before.ids.filter((id) => !present.has(id));
  if (absent.length === 0) return [];
  const are = absent.length === 1 ? "is" : "are";
  const where = badRows === 0 ? `in ${file}` : `among the good rows of ${file}`;
  const names = absent.slice(0, most).map((id) => plain(id));
  const rest = absent.length > most ? " ..." : "";
  return [`${counted(absent.length, "rep")} of the account ${are} not ${where}: ${names.join(", ")}${rest}`];
};
