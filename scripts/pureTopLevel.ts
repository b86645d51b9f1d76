import { readFile } from "node:fs/promises";
import type { Options } from "tsup";
import ts from "typescript";

/** Where the calls begin that run while a module is loaded, the last first, but for statements that are nothing but a call. */
const callsOf = (source: ts.SourceFile): readonly number[] => {
  const starts = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) starts.add(node.getStart());
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) if (ts.isVariableStatement(statement)) visit(statement);
  return [...starts].sort((a, b) => b - a);
};

/**
 * No module of the library does anything when it is loaded but make values. So whoever bundles it may leave out every value that
 * is not used: the calls that make them are marked for that. A spread or a template with a value in it cannot be marked, and keeps
 * all that it names in every bundle; within a function it does no harm.
 */
export const pureTopLevel: NonNullable<Options["esbuildPlugins"]>[number] = {
  name: "pure-top-level",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      const contents = callsOf(source).reduce(
        (marked, at) => `${marked.slice(0, at)}/* @__PURE__ */ ${marked.slice(at)}`,
        text,
      );
      return { contents, loader: "ts" };
    });
  },
};
