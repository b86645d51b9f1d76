import type { Cell } from "./cells.js";

/** A column of a CSV file that means a field of the model. */
export interface Column {
  readonly name: string;
  readonly field: string;
  readonly read: Cell;
  readonly required?: true;
}

/** A column that has the name of its field. */
export const column = (name: string, read: Cell): Column => ({ name, field: name, read });
