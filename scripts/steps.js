const onRuntime = (name, npmPackage, probe, run) => ({
  name: `recorded run on ${name}`,
  only: `npx -y -p ${npmPackage} -c '${probe}'`,
  run: `npx -y -p ${npmPackage} -c '${run}'`,
});

/**
 * What has to hold: one phase after the other, the lanes of a phase side by side, the steps of a lane in order. A step with
 * `tests` is counted, and no phase has two; one with `only` is passed over, with a line that says so, where that command fails: the
 * runtime cannot be had there.
 */
export const phases = [
  [
    [{ name: "types", run: "npm run -s typecheck" }],
    [
      { name: "build", run: "npm run -s build" },
      // Not beside the build, which clears a folder under its eyes.
      { name: "lint", run: "npm run -s lint" },
    ],
  ],
  [[{ name: "tests", run: "npm test", tests: true }]],
  [
    [{ name: "package tests", run: "npm run -s test:package", tests: true }],
    [
      // Packing would build anew, under the hands of the other lane.
      { name: "package checks", run: "npm_config_ignore_scripts=true npm run -s pack:check" },
      { name: "size", run: "npm run -s size" },
      { name: "unused code", run: "npm run -s knip" },
      { name: "docs", run: "npm run -s docs" },
      { name: `recorded run on Node ${process.versions.node}`, run: "node scripts/replay.js" },
      onRuntime("Node 22", "node@22", "node --version", "node scripts/replay.js"),
      onRuntime("Node 24", "node@24", "node --version", "node scripts/replay.js"),
      onRuntime("Bun", "bun@1.4.5", "bun --version", "bun scripts/replay.js"),
      onRuntime(
        "Deno",
        "deno@2.9.6",
        "deno --version",
        // With its code cache Deno runs an earlier build of the same path and length (denoland/deno#36413).
        "deno run --no-code-cache --allow-read --node-modules-dir=manual scripts/replay.js",
      ),
    ],
  ],
];
