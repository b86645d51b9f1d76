import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { SAMPLE_SEED, sample } from "./sample.js";

const [folder = "."] = process.argv.slice(2);
const { leads, reps } = sample(SAMPLE_SEED);
writeFileSync(join(folder, "leads.csv"), leads);
writeFileSync(join(folder, "reps.csv"), reps);
