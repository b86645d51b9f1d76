import { fileURLToPath } from "node:url";
import { command } from "./command.js";
import { disk } from "./disk.js";
import { print } from "./print.js";

/** Beside `dist` in the package. */
const shipped = (name: string): string =>
  fileURLToPath(new URL(`../examples/sample/${name}`, import.meta.url));

const sample = { leads: shipped("leads.csv"), reps: shipped("reps.csv") };
print(command(process.argv.slice(2), disk, sample), process);
