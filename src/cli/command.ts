import * as E from "fp-ts/lib/Either.js";
import type { Roster } from "../model/roster.js";
import { formatProblems } from "../model/unwrap.js";
import { decisionsText } from "./decisionsText.js";
import { demandFile, type Files } from "./files.js";
import { type Fault, formatFault } from "./input/fault.js";
import type { Reading } from "./input/reading.js";
import { readLeads } from "./input/readLeads.js";
import { readReps } from "./input/readReps.js";
import type { Source } from "./input/source.js";
import { type Options, readOptions } from "./readOptions.js";
import { readStateFile } from "./readStateFile.js";
import { report } from "./report/report.js";
import { route } from "./routing/route.js";
import { usage } from "./usage.js";

/** What the command says, and how it ends: 0 all rows were read, 2 some were bad, 1 nothing was done. */
export interface Ending {
  readonly exitCode: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the sample lies that is dealt when no files are named. */
export interface Sample {
  readonly leads: string;
  readonly reps: string;
}

const failed = (...faults: readonly string[]): Ending => ({
  exitCode: 1,
  stdout: "",
  stderr: `${faults.join("\n")}\n`,
});

const readSource = <A>(
  files: Files,
  name: string,
  read: (source: Source) => E.Either<Fault, Reading<A>>,
): E.Either<string, Reading<A>> => {
  const text = demandFile(files, name);
  return E.isLeft(text)
    ? E.left(`${name}: ${text.left}`)
    : E.mapLeft(formatFault)(read({ name, text: text.right }));
};

/** Decisions first: should they fail to be written, the state still stands before them. */
const write = (files: Files, outputs: readonly (readonly [name: string | undefined, text: () => string])[]) =>
  outputs.reduce<E.Either<string, void>>((before, [name, text]) => {
    if (E.isLeft(before) || name === undefined) return before;
    return E.mapLeft((fault: string) => `${name}: could not be written: ${fault}`)(files.write(name, text()));
  }, E.right(undefined));

const deal = (options: Options, files: Files, sample: Sample): Ending => {
  const input = options.input ?? sample;
  const leads = readSource(files, input.leads, readLeads);
  const reps = readSource(files, input.reps, readReps);
  const state = readStateFile(files, options.state);
  if (E.isLeft(leads) || E.isLeft(reps) || E.isLeft(state)) {
    return failed(...[leads, reps, state].flatMap((read) => (E.isLeft(read) ? [read.left] : [])));
  }
  const schedules = reps.right.holder?.["schedules"] as Roster["schedules"];
  const roster = { reps: reps.right.good, ...(schedules === undefined ? {} : { schedules }) };
  const run = route(leads.right.good, roster, state.right);
  if (E.isLeft(run)) return failed(`${input.reps}: cannot be dealt to`, formatProblems(run.left));
  const written = write(files, [
    [options.out, () => decisionsText(options.out ?? "", run.right)],
    [options.state, () => `${JSON.stringify(run.right.after)}\n`],
  ]);
  if (E.isLeft(written)) return failed(written.left);
  return {
    exitCode: leads.right.badRows + reps.right.badRows > 0 ? 2 : 0,
    stdout: report({
      leads: leads.right,
      reps: reps.right,
      repsFile: input.reps,
      run: run.right,
      all: options.all,
    }),
    stderr: "",
  };
};

/** The command: arguments in, files read and written, text and an exit code out. */
export const command = (args: readonly string[], files: Files, sample: Sample): Ending => {
  const options = readOptions(args);
  if (E.isLeft(options)) return failed(options.left, "See --help.");
  if (options.right.help) return { exitCode: 0, stdout: usage, stderr: "" };
  return deal(options.right, files, sample);
};
