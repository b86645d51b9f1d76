import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { count } from "./count.js";
import { phases } from "./steps.js";

const REPORT = ".test-results.json";
const MOST_MS = 540_000;

// Without a network a runtime that cannot be had is soon given up.
const env = { ...process.env, CI: "true", NO_COLOR: "1", npm_config_fetch_retries: "1" };

const canBeHad = (probe) =>
  probe === undefined ||
  spawnSync(probe, { shell: true, stdio: "ignore", env, timeout: 60_000 }).status === 0;

/** Runs a command to its end, with all that it said. */
const said = (command) =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ["ignore", "pipe", "pipe"], env, timeout: MOST_MS });
    const parts = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ good: false, text: String(error) }));
    child.on("close", (status) =>
      resolve({ good: status === 0, text: Buffer.concat(parts).toString("utf8") }),
    );
  });

const failedSteps = [];
let passed = 0;
let failed = 0;

const carryOut = async ({ name, run, only, tests = false }) => {
  if (!canBeHad(only)) {
    console.log(`\n== ${name}\n-- ${name}: cannot be had here, passed over`);
    return;
  }
  if (tests) rmSync(REPORT, { force: true });
  const startedMs = performance.now();
  const { good, text } = await said(run);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`\n== ${name}\n${text}-- ${name}: ${good ? "good" : "FAILED"}, ${seconds} s`);
  if (!good) failedSteps.push(name);
  if (!tests) return;
  const counted = count(REPORT);
  passed += counted.passed;
  failed += counted.failed;
};

/** One step after the other. */
const walk = async (lane) => {
  for (const step of lane) await carryOut(step);
};

for (const lanes of phases) await Promise.all(lanes.map(walk));

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(", ")}`);
process.exitCode = failedSteps.length > 0 || failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
