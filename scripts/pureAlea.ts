import { readFile } from "node:fs/promises";
import type { Options } from "tsup";

/**
 * The generator is a CommonJS module, of which a bundler cannot know that loading it does nothing. As the value of one call that is
 * marked for that, it is left out wherever nothing draws.
 */
export const pureAlea: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-alea",
  setup(build) {
    build.onLoad({ filter: /[\\/]seedrandom[\\/]lib[\\/]alea\.js$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const body = `const module = { exports: {} };\n${text}\nreturn module.exports;`;
      return {
        contents: `export default /* @__PURE__ */ (function () {\n${body}\n}).call({});`,
        loader: "js",
      };
    });
  },
};
