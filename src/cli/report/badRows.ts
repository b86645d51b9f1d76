import { counted } from "../../internal/counted.js";
import type { Fault } from "../input/fault.js";
import { formatFault } from "../input/fault.js";
import { shorten } from "./shorten.js";

/** The rows that could not be used, each with what is wrong with it. */
export const badRows = (faults: readonly Fault[], rows: number, most: number): readonly string[] => {
  if (rows === 0) return [];
  const lines = faults.map((fault) => `  ${formatFault(fault)}`);
  return [`BAD ROWS: ${counted(rows, "row")} left out`, ...shorten(lines, most)];
};
