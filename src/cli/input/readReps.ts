import { repShape } from "../../check/rep.js";
import { amount, both, count, recordOf, type Shape } from "../../check/shape.js";
import type { Rep } from "../../model/rep.js";
import { reading } from "./reading.js";
import { repColumns } from "./repColumns.js";
import type { Source } from "./source.js";

/** Open leads and their effort become the state's own, which are whole. */
const wholeAmount: Shape = (value) => (amount(value).length > 0 ? [] : count(value));

const shape = both(repShape, recordOf({}, { openLeads: wholeAmount, openEffort: wholeAmount }));

/** The reps of a file, in its order. */
export const readReps = (source: Source) =>
  reading<Rep>({ listName: "reps", columns: repColumns, shape }, source);
