import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { root } from "./project.js";

/** A row of the table of promises: of which selector, where that is, and the tests that it points to. */
export interface Row {
  readonly name: string;
  readonly source: string;
  readonly promises: readonly { readonly file: string; readonly test: string }[];
}

const ROW = /^\| \[`(\w+)[^`]*`\]\(\.\.\/\.\.\/(src\/selectors\/[^)]+)\) \|/;
const PROMISE = /\]\(\.\.\/\.\.\/(test\/[^\s)]+)(?: "([^"]*)")?\)/g;

const promisesIn = (line: string): Row["promises"] =>
  [...line.matchAll(PROMISE)].map(([, file = "", test = ""]) => ({ file, test }));

/** The rows of a page. */
export const rowsOf = (page: string): readonly Row[] =>
  page.split("\n").flatMap((line) => {
    const [, name, source] = ROW.exec(line) ?? [];
    return name === undefined || source === undefined ? [] : [{ name, source, promises: promisesIn(line) }];
  });

const textOf = (node: ts.Node | undefined): string | undefined =>
  node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;

/** The names of the tests in a file that are run: those of `it` and `it.each`. */
export const testsIn = (text: string): ReadonlySet<string> => {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^it($|\.each\b)/.test(node.expression.getText())) {
      const name = textOf(node.arguments[0]);
      if (name !== undefined) names.add(name);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.test.ts", text, ts.ScriptTarget.ES2022, true));
  return names;
};

const EXPORT = /export \{([^}]*)\} from "\.\/(selectors\/[^"]*?(\w+))\.js";/g;

/** The selectors that an index exports: what is called as its file in that room, and gives a selector. */
export const selectorsIn = (index: string, read: (file: string) => string): readonly string[] =>
  [...index.matchAll(EXPORT)].flatMap(([, names = "", file = "", name = ""]) => {
    const isExported = names.split(",").some((each) => each.trim() === name);
    const gives = new RegExp(`export (const|function) ${name}\\b[^]*?\\): Selector\\b`);
    return isExported && gives.test(read(`src/${file}.ts`)) ? [name] : [];
  });

const known = new Map<string, ReadonlySet<string>>();

const testsOf = (file: string): ReadonlySet<string> | undefined => {
  const path = resolve(root, file);
  if (!existsSync(path)) return undefined;
  const tests = known.get(file) ?? testsIn(readFileSync(path, "utf8"));
  known.set(file, tests);
  return tests;
};

/** What a page promises without a test that is there. */
export const deadPromises = (page: string): readonly string[] =>
  page.split("\n").flatMap((line) =>
    promisesIn(line).flatMap(({ file, test }) => {
      const tests = testsOf(file);
      if (tests === undefined) return [`${file} is not there`];
      return test === "" || tests.has(test) ? [] : [`${file} has no test called "${test}"`];
    }),
  );
