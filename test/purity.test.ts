import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Clock, chance, environment, timers, network, the console, and whatever can reach them by name. */
const OUTSIDE = new Set(
  `Date performance setTimeout setInterval setImmediate clearTimeout clearInterval queueMicrotask
  requestAnimationFrame process crypto Intl globalThis window self navigator console fetch require module
  eval Function WeakRef FinalizationRegistry Atomics SharedArrayBuffer Buffer localStorage`.split(/\s+/),
);

/** The same on every engine to the last bit, as the specification of the language asks. */
const EXACT = new Set("abs ceil floor round trunc sign min max sqrt imul clz32 fround".split(" "));

const ALL_BUT_CHANCE = new Set(Object.getOwnPropertyNames(Math).filter((name) => name !== "random"));

const LOCALE = /^(toLocale\w*|localeCompare)$/;

/** A name that stands for itself, not for a field or a key. */
const isFree = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  return !(
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  );
};

const isMath = ({ parent }: ts.Node, functions: ReadonlySet<string>): boolean =>
  ts.isPropertyAccessExpression(parent) && functions.has(parent.name.text);

const isLiteralPower = (node: ts.BinaryExpression): boolean =>
  ts.isNumericLiteral(node.left) && ts.isNumericLiteral(node.right);

const POWERS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken,
]);

/** The date of a given moment, and what a named zone says of it, ask neither clock nor place. */
const asksForGivenTime = ({ parent }: ts.Node): boolean =>
  (ts.isNewExpression(parent) && parent.arguments?.length === 1) ||
  (ts.isPropertyAccessExpression(parent) &&
    parent.name.text === "DateTimeFormat" &&
    ts.isNewExpression(parent.parent) &&
    parent.parent.arguments?.length === 2);

/** Reads something that is no argument, or reckons in a way in which engines may differ in the last bit. */
const isImpure = (node: ts.Node, math: ReadonlySet<string>, knowsTime: boolean): boolean => {
  if (ts.isMetaProperty(node)) return node.keywordToken === ts.SyntaxKind.ImportKeyword;
  if (ts.isCallExpression(node)) return node.expression.kind === ts.SyntaxKind.ImportKeyword;
  if (ts.isBinaryExpression(node))
    return POWERS.has(node.operatorToken.kind) && !math.has("pow") && !isLiteralPower(node);
  if (ts.isStringLiteralLike(node))
    return ts.isElementAccessExpression(node.parent) && LOCALE.test(node.text);
  if (!ts.isIdentifier(node)) return false;
  if (LOCALE.test(node.text)) return true;
  if (!isFree(node)) return false;
  if (node.text === "Math") return !isMath(node, math);
  if (knowsTime && (node.text === "Date" || node.text === "Intl")) return !asksForGivenTime(node);
  return OUTSIDE.has(node.text);
};

/** What testing searches for need not be the same on every engine, as long as it is found without chance. */
const mathFor = (file: string): ReadonlySet<string> => (file.startsWith("testing/") ? ALL_BUT_CHANCE : EXACT);

/** The lines of a file that break its promise to depend on its arguments alone. */
const faultsOf = (file: string, text: string): readonly string[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isImpure(node, mathFor(file), file.startsWith("time/"))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      faults.push(`${file}:${line + 1}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
};

/** The law that catches a strategy at the clock has to lay hands on the clock. */
const WATCHES = "testing/laws/pure.ts";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".ts") && !file.startsWith("cli/") && file !== WATCHES)
  .sort();

describe("no clock, chance or environment", () => {
  it.each(files)("is read in src/%s", (file) => {
    expect(faultsOf(file, readFileSync(join("src", file), "utf8"))).toStrictEqual([]);
  });

  it.each([
    "const now = Date.now();",
    "const now = new Date();",
    "const draw = Math.random();",
    'const draw = Math["random"]();',
    "const { random } = Math;",
    "const x = Math.log(2);",
    "const x = Math.exp(1);",
    "const x = Math.pow(a, b);",
    "const x = Math.sin(a);",
    "const x = a ** 2;",
    "x **= 2;",
    "const home = process.env.HOME;",
    "performance.now();",
    "setTimeout(f, 1);",
    "crypto.randomUUID();",
    "const all = globalThis;",
    'console.log("x");',
    "names.sort((a, b) => a.localeCompare(b));",
    'names["localeCompare"](b);',
    "amount.toLocaleString();",
    "name.toLocaleLowerCase();",
    "new Intl.NumberFormat();",
    "const url = import.meta.url;",
    'const fs = await import("node:fs");',
    'const fs = require("fs");',
    'const f = new Function("return 1");',
    "const tools = { process };",
  ])("goes red on %s", (text) => {
    expect(faultsOf("a.ts", text)).toHaveLength(1);
  });

  it("lets testing reckon as it likes, without chance", () => {
    expect(faultsOf("testing/a.ts", "const x = a ** 2 + Math.log(2);")).toStrictEqual([]);
    expect(faultsOf("testing/a.ts", "const x = Math.random();")).toHaveLength(1);
  });

  it("lets the room of time ask for given moments and zones, and nothing else", () => {
    const given = 'const a = new Date(5); const b = new Intl.DateTimeFormat("en-US", { timeZone });';
    expect(faultsOf("time/a.ts", given)).toStrictEqual([]);
    expect(faultsOf("a.ts", given)).toHaveLength(2);
    const clock = "new Date(); Date.now(); new Intl.DateTimeFormat(); Intl.supportedValuesOf(a);";
    expect(faultsOf("time/a.ts", clock)).toHaveLength(4);
  });

  it.each([
    "const half = 2 ** 26;",
    "const x = Math.floor(Math.sqrt(a)) + Math.imul(1, 2);",
    "const x = lead.process + { console: 1 }.console;",
    "interface Rep { readonly performance: number }",
    "// Date.now() is the caller's",
    'const text = "Math.random()";',
  ])("stays green on %s", (text) => {
    expect(faultsOf("a.ts", text)).toStrictEqual([]);
  });
});
