import type { Ending } from "./command.js";
import { codeOf, inWords } from "./inWords.js";

/** Where the command ends up: the part of Node's `process` that it writes to. */
export interface Outlet {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  exitCode?: number | string | null | undefined;
}

/** Writes what the command says. Should the report not get through, one line says so and the exit code is 1. */
export const print = ({ exitCode, stdout, stderr }: Ending, outlet: Outlet): void => {
  outlet.exitCode = exitCode;
  outlet.stdout.on("error", (thrown: unknown) => {
    // Whoever reads only the beginning (`| head`) has seen enough.
    if (codeOf(thrown) === "EPIPE") return;
    outlet.exitCode = 1;
    outlet.stderr.write(`The report could not be written: ${inWords(thrown)}\n`);
  });
  outlet.stdout.write(stdout);
  outlet.stderr.write(stderr);
};
