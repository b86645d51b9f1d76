import { readFile } from "node:fs/promises";
import ts from "typescript";

const isFunction = (node) => ts.isFunctionLike(node) || ts.isClassLike(node);

/** Where the calls begin that run while a module is loaded, but for statements that are nothing but a call. */
const callsOf = (source) => {
  const starts = [];
  const visit = (node) => {
    if (isFunction(node)) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) starts.push(node.getStart());
    ts.forEachChild(node, visit);
  };
  for (const statement of source.statements) if (ts.isVariableStatement(statement)) visit(statement);
  return starts;
};

/**
 * No module of the library does anything when it is loaded but make values. So whoever bundles it may leave out every value that
 * is not used: the calls that make them are marked for that.
 */
export const pureTopLevel = {
  name: "pure-top-level",
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      const starts = [...new Set(callsOf(source))].sort((a, b) => b - a);
      const contents = starts.reduce(
        (marked, at) => `${marked.slice(0, at)}/* @__PURE__ */ ${marked.slice(at)}`,
        text,
      );
      return { contents, loader: "ts" };
    });
  },
};
