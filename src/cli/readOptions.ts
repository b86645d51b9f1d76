import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as E from "fp-ts/lib/Either.js";

/** What the user asked for. */
export interface Options {
  /** Absent: the sample that ships. */
  readonly input?: { readonly leads: string; readonly reps: string };
  readonly state?: string;
  readonly out?: string;
  readonly all: boolean;
  readonly help: boolean;
}

const parse = (args: readonly string[]) =>
  E.tryCatch(
    () =>
      parseArgs({
        args: [...args],
        options: {
          leads: { type: "string" },
          reps: { type: "string" },
          state: { type: "string" },
          out: { type: "string" },
          all: { type: "boolean", default: false },
          help: { type: "boolean", short: "h", default: false },
        },
      }).values,
    (thrown) => (thrown as Error).message,
  );

/** Reads the arguments, or says what is wrong with them. */
export const readOptions = (args: readonly string[]): E.Either<string, Options> => {
  const parsed = parse(args);
  if (E.isLeft(parsed)) return parsed;
  const { leads, reps, state, out, all, help } = parsed.right;
  if ([leads, reps, state, out].includes("")) return E.left("A file name must not be empty.");
  if ((leads === undefined) !== (reps === undefined)) {
    return E.left("--leads and --reps go together: give both, or neither for the sample that ships.");
  }
  if (out !== undefined && !/\.(csv|json)$/i.test(out)) return E.left("--out must end in .csv or .json.");
  const given = [leads, reps, state, out].filter((name) => name !== undefined).map((name) => resolve(name));
  if (new Set(given).size < given.length) return E.left("Two options name the same file.");
  return E.right({
    ...(leads === undefined || reps === undefined ? {} : { input: { leads, reps } }),
    ...(state === undefined ? {} : { state }),
    ...(out === undefined ? {} : { out }),
    all,
    help,
  });
};
