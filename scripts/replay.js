import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as esm from "fairlead";
import { difference } from "../test/replay/difference.js";
import { run } from "../test/replay/run.js";

const recordingUrl = new URL("../test/replay/recording.json", import.meta.url);
const textOf = (recording) => `${JSON.stringify(recording, null, 1)}\n`;

if (process.argv.includes("--record")) {
  writeFileSync(recordingUrl, textOf(run(esm)));
  console.log("recorded anew; say in the changelog what changed for users");
}

const recorded = JSON.parse(readFileSync(recordingUrl, "utf8"));
const builds = { ESM: esm, CommonJS: createRequire(import.meta.url)("fairlead") };

for (const [form, library] of Object.entries(builds)) {
  const played = run(library);
  const differs = difference(recorded, played);
  if (differs === undefined) {
    console.log(`${form}: ${played.steps.length} steps, every byte as recorded`);
    continue;
  }
  console.log(`${form}: ${differs}`);
  process.exitCode = 1;
}
