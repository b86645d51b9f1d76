import * as E from "fp-ts/lib/Either.js";

/** The files of this machine, by name. A `Left` says in plain words what is wrong. */
export interface Files {
  /** The text of a file; `undefined` where there is none. */
  readonly read: (name: string) => E.Either<string, string | undefined>;
  /** Writes the whole file or leaves it as it was. */
  readonly write: (name: string, text: string) => E.Either<string, void>;
}

/** Reads a file that must be there. */
export const demandFile = (files: Files, name: string): E.Either<string, string> =>
  E.flatMap((text: string | undefined) =>
    text === undefined ? E.left("there is no such file") : E.right(text),
  )(files.read(name));
