import type { Problem } from "../../model/problem.js";

/** One row of an input file, before it is known to be good. */
export interface Entry {
  /** Where it stands, as a person finds it: `line 14`, `entry [2]`. */
  readonly place: string;
  readonly value: unknown;
  /** What could not even be read. */
  readonly faults: readonly FieldFault[];
  /** A field in the words of the file, and what it holds; `undefined` where it holds nothing. */
  readonly field: (path: Problem["path"]) => { readonly name: string; readonly holds: string | undefined };
}

/** What is wrong with one field. An empty `field` means the row as a whole. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The rows of a file, and the names in it that mean nothing to the command. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly unknown: readonly string[];
  /** The object that holds the list, where there is one. */
  readonly holder?: Readonly<Record<string, unknown>>;
}
