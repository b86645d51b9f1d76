import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { count } from "./count.js";
import { steps } from "./steps.js";

const REPORT = ".test-results.json";

// Without a network a runtime that cannot be had is soon given up.
const env = { ...process.env, CI: "true", NO_COLOR: "1", npm_config_fetch_retries: "1" };

const succeeds = (command, output, timeout) =>
  spawnSync(command, { shell: true, stdio: ["ignore", output, output], env, timeout }).status === 0;

const failedSteps = [];
let passed = 0;
let failed = 0;

for (const { name, run, only, tests = false } of steps) {
  console.log(`\n== ${name}`);
  if (only !== undefined && !succeeds(only, "ignore", 60_000)) {
    console.log(`-- ${name}: cannot be had here, passed over`);
    continue;
  }
  if (tests) rmSync(REPORT, { force: true });
  const startedMs = performance.now();
  const good = succeeds(run, "inherit", 480_000);
  console.log(
    `-- ${name}: ${good ? "good" : "FAILED"}, ${((performance.now() - startedMs) / 1000).toFixed(1)} s`,
  );
  if (!good) failedSteps.push(name);
  if (!tests) continue;
  const counted = count(REPORT);
  passed += counted.passed;
  failed += counted.failed;
}

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(", ")}`);
process.exitCode = failedSteps.length > 0 || failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
