import { defineConfig } from "vitest/config";
import { propertySeed } from "./test/setup/propertySeed.js";

declare module "vitest" {
  interface ProvidedContext {
    readonly seed: number;
  }
}

export default defineConfig({
  test: {
    testTimeout: 60_000,
    provide: { seed: propertySeed() },
    setupFiles: ["test/setup/seed.ts"],
    // The default leaves one core to others, which on two cores is half.
    maxWorkers: 2,
    // Properties make many small things that soon are garbage: with room for them less is copied out of their way.
    execArgv: ["--max-semi-space-size=64"],
    // Nothing here replaces a module or writes a global, and what is loaded and warm once need not be so for each file.
    isolate: false,
    reporters: ["default", "json"],
    outputFile: { json: ".test-results.json" },
    projects: [
      {
        extends: true,
        test: { name: "source", include: ["test/**/*.test.ts"], exclude: ["test/package/**"] },
      },
      // Asks the built package, so `npm run build` comes first.
      { extends: true, test: { name: "package", include: ["test/package/**/*.test.ts"] } },
    ],
    coverage: {
      provider: "v8",
      reportOnFailure: true,
      include: ["src/**/*.ts"],
      reporter: [["text", { skipFull: true }], "json-summary"],
      thresholds: { lines: 95, branches: 90, functions: 95, statements: 95 },
    },
  },
});
