import type { Lead } from "../../model/lead.js";
import type { Rep } from "../../model/rep.js";
import type { Column } from "../input/column.js";
import { leadColumns } from "../input/leadColumns.js";
import { repColumns } from "../input/repColumns.js";
import { LEAD_FIELDS, REP_FIELDS } from "../routing/desk.js";

/** The columns that hold something in some row, and by which nothing is dealt. */
const unusedOf = (columns: readonly Column[], used: readonly string[], rows: readonly object[]) =>
  columns
    .filter(({ field }) => !used.includes(field) && rows.some((row) => Object.hasOwn(row, field)))
    .map(({ name }) => name);

/** What the files say about leads and reps, and the strategy does not ask for. */
export const unusedNames = (leads: readonly Lead[], reps: readonly Rep[]): readonly string[] => {
  const unused = new Set([
    ...unusedOf(leadColumns, LEAD_FIELDS, leads),
    ...unusedOf(repColumns, REP_FIELDS, reps),
  ]);
  return unused.size === 0 ? [] : [`Read but not used by this strategy: ${[...unused].join(", ")}`];
};
