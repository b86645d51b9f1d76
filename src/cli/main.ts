import { fileURLToPath } from "node:url";
import { command } from "./command.js";
import { disk } from "./disk.js";

/** Beside `dist` in the package. */
const shipped = (name: string): string =>
  fileURLToPath(new URL(`../examples/sample/${name}`, import.meta.url));

// Whoever reads only the beginning (`| head`) has seen enough.
process.stdout.on("error", (fault: NodeJS.ErrnoException) => {
  if (fault.code !== "EPIPE") throw fault;
});

const { exitCode, stdout, stderr } = command(process.argv.slice(2), disk, {
  leads: shipped("leads.csv"),
  reps: shipped("reps.csv"),
});
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = exitCode;
