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

/** Two options that name the same file, in words; `undefined` where each names its own. */
const clash = (names: Readonly<Record<string, string | undefined>>): string | undefined => {
  const options = new Map<string, string>();
  for (const [option, name] of Object.entries(names)) {
    if (name === undefined) continue;
    const path = resolve(name);
    const first = options.get(path);
    if (first !== undefined) return `--${first} and --${option} name the same file.`;
    options.set(path, option);
  }
  return undefined;
};

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
  if (state !== undefined && leads === undefined) {
    return E.left(
      "--state needs --leads and --reps: the sample would be dealt into the account that it keeps.",
    );
  }
  if (out !== undefined && !/\.(csv|json)$/i.test(out)) return E.left("--out must end in .csv or .json.");
  const clashing = clash({ leads, reps, state, out });
  if (clashing !== undefined) return E.left(clashing);
  return E.right({
    ...(leads === undefined || reps === undefined ? {} : { input: { leads, reps } }),
    ...(state === undefined ? {} : { state }),
    ...(out === undefined ? {} : { out }),
    all,
    help,
  });
};
