import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as esm from "fairlead";
import { difference } from "../test/replay/difference.js";
import { draws } from "../test/replay/draws.js";
import { run } from "../test/replay/run.js";

const builds = { ESM: esm, CommonJS: createRequire(import.meta.url)("fairlead") };

for (const [file, play] of Object.entries({ recording: run, draws })) {
  const url = new URL(`../test/replay/${file}.json`, import.meta.url);
  if (process.argv.includes("--record")) {
    writeFileSync(url, `${JSON.stringify(play(esm), null, 1)}\n`);
    console.log("recorded anew; say in the changelog what changed for users");
  }
  const recorded = JSON.parse(readFileSync(url, "utf8"));
  for (const [form, library] of Object.entries(builds)) {
    const played = play(library);
    const differs = difference(recorded, played);
    console.log(`${file}, ${form}: ${differs ?? `${played.steps.length} steps, every byte as recorded`}`);
    if (differs !== undefined) process.exitCode = 1;
  }
}
