import { rmSync } from "node:fs";
import { defineConfig, type Options } from "tsup";
import { pureAlea } from "./scripts/pureAlea.js";
import { pureTopLevel } from "./scripts/pureTopLevel.js";

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Source and declarations say `fp-ts/lib/X.js`, which plain Node can load. The bundle takes the same module's
 * ES build, so that only the functions in use stay.
 */
const fpTsEs6: Plugin = {
  name: "fp-ts-es6",
  setup(build) {
    build.onResolve({ filter: /^fp-ts\/lib\// }, ({ path, kind, importer, resolveDir }) =>
      build.resolve(path.replace("/lib/", "/es6/"), { kind, importer, resolveDir }),
    );
  },
};

const shared: Options = {
  outDir: "dist",
  noExternal: [/^fp-ts/, /^seedrandom/],
  esbuildPlugins: [fpTsEs6, pureAlea, pureTopLevel],
  treeshake: true,
  splitting: true,
};

/** No source maps: the code is not minified, and they would double the package. */
const library: Options = {
  ...shared,
  entry: {
    index: "src/index.ts",
    evaluation: "src/evaluation/index.ts",
    hindsight: "src/hindsight/index.ts",
    schema: "src/schema/index.ts",
    testing: "src/testing/index.ts",
  },
  format: ["esm", "cjs"],
  // The declarations step sets `baseUrl`, which TypeScript 6 refuses unless told otherwise.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  target: "es2022",
  platform: "neutral",
};

/** The command brings its CSV library along, so that users of the library do not install it. */
const command: Options = {
  ...shared,
  entry: { cli: "src/cli/main.ts" },
  format: ["esm"],
  target: "node20",
  platform: "node",
  removeNodeProtocol: false,
  noExternal: [/^fp-ts/, /^seedrandom/, /^csv-/],
  banner: { js: "#!/usr/bin/env node" },
};

/** `--env.ONLY=command` builds the command alone and lets the rest of `dist` be. */
export default defineConfig(({ env }) => {
  if (env?.["ONLY"] === "command") return command;
  rmSync("dist", { recursive: true, force: true });
  return [library, command];
});
