import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const core = [
  "model",
  "internal",
  "time",
  "check",
  "roster",
  "state",
  "limits",
  "filters",
  "performance",
  "random",
  "selectors",
  "deliveries",
  "compose",
  "backlog",
  "log",
  "identity",
  "grading",
  "explain",
  "presets",
  "pulling",
];
const open = [...core, "measure", "index"];

/** What the files of each room may import, beside their own room. A room that turns out wrong is moved here. */
const rooms: ReadonlyMap<string, readonly string[]> = new Map([
  ["model", ["fp-ts"]],
  ["internal", ["model", "fp-ts"]],
  ["time", ["model", "internal", "@date-fns/tz"]],
  ["check", ["model", "internal", "time", "fp-ts"]],
  ["roster", ["check", "model", "internal", "time", "fp-ts"]],
  ["state", ["check", "model", "internal", "fp-ts"]],
  ["limits", ["model", "internal", "time", "check", "roster", "state", "fp-ts"]],
  ["filters", ["model", "internal", "time", "check", "limits", "fp-ts"]],
  ["random", ["model", "internal", "seedrandom"]],
  ["performance", ["model", "internal"]],
  ["selectors", ["model", "internal", "identity", "performance", "random", "fp-ts"]],
  ["deliveries", ["model", "internal", "time", "fp-ts"]],
  ["compose", ["model", "internal", "check", "roster", "state", "fp-ts"]],
  ["backlog", ["model", "internal", "check", "roster", "state", "fp-ts"]],
  ["presets", ["model", "compose", "filters", "selectors", "deliveries"]],
  ["identity", ["model", "internal"]],
  ["grading", ["model", "internal"]],
  ["log", ["model", "internal", "check", "state", "fp-ts"]],
  ["explain", ["model", "internal", "check", "state", "log", "fp-ts"]],
  ["pulling", ["backlog", "explain", "model", "internal", "check", "fp-ts"]],
  ["measure", ["model", "internal", "time", "roster", "fp-ts"]],
  ["evaluation", ["measure", "performance", "random", "check", "model", "internal", "fp-ts"]],
  ["hindsight", ["measure", "model", "internal", "min-cost-flow"]],
  ["index", [...core, "measure"]],
  ["schema", ["model", "internal", "time", "check", "roster", "state", "fp-ts", "zod"]],
  ["testing", [...open, "fp-ts", "fast-check"]],
  ["cli", [...open, "testing", "fp-ts", "node", "csv-parse", "csv-stringify"]],
]);

const roomOf = (file: string): string => {
  const [room = "", ...inside] = file.split("/");
  return inside.length === 0 ? room.replace(/\.[jt]s$/, "") : room;
};

/** The room or the package that an import of `file` leads to. */
const targetOf = (file: string, specifier: string): string => {
  if (specifier.startsWith("."))
    return roomOf(
      normalize(join(dirname(file), specifier))
        .split(sep)
        .join("/"),
    );
  if (specifier.startsWith("node:")) return "node";
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
};

const importsOf = (text: string): readonly string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

/** Everything in the imports and exports of a file that the rooms do not allow. */
const faultsOf = (file: string, text: string): readonly string[] => {
  const room = roomOf(file);
  const allowed = rooms.get(room);
  if (allowed === undefined) return [`${file}: "${room}" is no room`];
  const faults = importsOf(text).flatMap((specifier) => {
    const target = targetOf(file, specifier);
    if (target === "fp-ts" && !/^fp-ts\/lib\/\w+\.js$/.test(specifier))
      return [`${file}: "${specifier}" is not spelt fp-ts/lib/X.js`];
    if (target === room || allowed.includes(target)) return [];
    return [`${file}: ${room} may not import "${specifier}"`];
  });
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  const isDefault = (node: ts.Node): boolean =>
    ts.isExportAssignment(node) ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) ||
    (ts.isExportDeclaration(node) && /\bdefault\b/.test(node.exportClause?.getText(source) ?? ""));
  return source.statements.some(isDefault) ? [...faults, `${file}: has a default export`] : faults;
};

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();

describe("the rooms of src", () => {
  it.each(files)("src/%s imports what its room may", (file) => {
    expect(faultsOf(file, readFileSync(join("src", file), "utf8"))).toStrictEqual([]);
  });

  it("are all in the table, and all there", () => {
    expect([...new Set(files.map(roomOf))].sort()).toStrictEqual([...rooms.keys()].sort());
  });

  it("let compose know no particular filter, selector or delivery", () => {
    for (const part of ["filters/region", "selectors/byTurn/rotation", "deliveries/assign"]) {
      const text = `import { x } from "../${part}.js";`;
      expect(faultsOf("compose/decide.ts", text)).toStrictEqual([
        `compose/decide.ts: compose may not import "../${part}.js"`,
      ]);
    }
  });

  it.each([
    ["model/lead.ts", 'import { once } from "../internal/once.js";'],
    ["filters/region.ts", 'import { rotation } from "../selectors/byTurn/rotation.js";'],
    ["filters/region.ts", 'import type { Strategy } from "../index.js";'],
    ["filters/region.ts", 'export { rotation } from "../selectors/byTurn/rotation.js";'],
    ["check/lead.ts", 'import * as z from "zod";'],
    ["measure/jain.ts", 'import { minCostFlow } from "min-cost-flow";'],
    ["state/join.ts", 'import { readFileSync } from "node:fs";'],
    ["state/join.ts", 'const fs = await import("fs");'],
    ["selectors/byRule/all.ts", 'import fc from "fast-check";'],
    ["index.ts", 'export { pure } from "./testing/laws/pure.js";'],
    ["testing/laws/pure.ts", 'import { main } from "../../cli/main.js";'],
    ["state/join.ts", 'import * as E from "fp-ts/Either";'],
    ["state/join.ts", 'import { either } from "fp-ts";'],
    ["state/join.ts", 'import * as E from "fp-ts/lib/Either";'],
    ["helpers/join.ts", ""],
    ["state/join.ts", "export default 1;"],
    ["state/join.ts", "export default function join() {}"],
    ["state/join.ts", "const join = 1;\nexport { join as default };"],
  ])("go red on %s with %s", (file, text) => {
    expect(faultsOf(file, text)).toHaveLength(1);
  });

  it.each([
    [
      "filters/region.ts",
      'import type { Filter } from "../model/filter.js";\nimport { PASS } from "./pass.js";',
    ],
    ["testing/laws/pure.ts", 'import fc from "fast-check";\nimport { compose } from "../../index.js";'],
    ["cli/main.ts", 'import { parse } from "csv-parse/sync";\nimport { argv } from "node:process";'],
    ["state/join.ts", 'import * as E from "fp-ts/lib/Either.js"; // not from "node:fs"'],
  ])("stay green on %s with %s", (file, text) => {
    expect(faultsOf(file, text)).toStrictEqual([]);
  });
});
