import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const project = resolve(import.meta.dirname, "../..");
const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const consumer = mkdtempSync(join(tmpdir(), "fairlead-consumer-"));
const installed = join(consumer, "node_modules/fairlead");

const run = (command: string, ...args: readonly string[]): string =>
  execFileSync(command, args, { cwd: consumer, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const write = (file: string, text: string): void => writeFileSync(join(consumer, file), text);

let files: readonly string[] = [];

beforeAll(() => {
  if (!existsSync(join(project, "dist/index.js")))
    throw new Error("nothing is built: npm run build comes first");
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", consumer];
  const [{ filename }] = JSON.parse(execFileSync("npm", pack, { cwd: project, encoding: "utf8" }));
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", "install", `./${filename}`, "--omit=peer", "--prefer-offline", "--no-audit", "--no-fund");
  files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
}, 120_000);

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

const PLAY = `
const desk = compose({ ledger: "desk", filters: [region(), available()], selector: weighted() });
const roster = { reps: [{ id: "ann", regions: ["US"] }, { id: "bob", weight: 2 }] };
const lead = { id: "l1", receivedAtMs: 0, region: "US-CA" };
const outcome = unwrap(desk(lead, roster, emptyState({ seed: "s" })));
const again = unwrap(readState(JSON.parse(JSON.stringify(outcome.state))));
console.log(holderOf(outcome.decision), again.version);
`;
const NAMES = "available, compose, emptyState, holderOf, readState, region, unwrap, weighted";

describe("the packed package", () => {
  it("holds the build, the sample, the licence and the pages for users, and nothing else", () => {
    const others = files.filter(
      (file) => !file.startsWith("dist/") && !/^examples\/sample\/\w+\.csv$/.test(file),
    );
    expect([...others].sort()).toStrictEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-NOTICES.md",
      "package.json",
    ]);
    expect(files.filter((file) => file.endsWith(".csv"))).not.toStrictEqual([]);
    const dist = files.filter((file) => file.startsWith("dist/"));
    expect(dist.filter((file) => !/\.(js|cjs|d\.ts|d\.cts)$/.test(file))).toStrictEqual([]);
    for (const file of [
      "index.js",
      "index.cjs",
      "index.d.ts",
      "index.d.cts",
      "schema.js",
      "schema.cjs",
      "schema.d.ts",
      "schema.d.cts",
      "evaluation.js",
      "evaluation.cjs",
      "hindsight.js",
      "hindsight.cjs",
      "testing.js",
      "testing.cjs",
      "cli.js",
    ]) {
      expect(dist).toContain(`dist/${file}`);
    }
  });

  it("brings fp-ts, seedrandom, zod and the offsets of time zones along and nothing else", () => {
    const others = readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."));
    expect([...others].sort()).toStrictEqual(["@date-fns", "fairlead", "fp-ts", "seedrandom", "zod"]);
  });

  it("carries the notice of everything that is bundled", () => {
    const notices = readFileSync(join(installed, "THIRD-PARTY-NOTICES.md"), "utf8");
    for (const name of ["fp-ts", "csv-parse", "csv-stringify"]) {
      expect(notices).toContain(name);
      expect(notices).toContain(readFileSync(join(project, "node_modules", name, "LICENSE"), "utf8").trim());
    }
  });

  it("reaches for Node built-ins in the command alone", () => {
    const builtins = (file: string): readonly string[] =>
      ts
        .preProcessFile(readFileSync(join(installed, file), "utf8"), true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter(isBuiltin);
    const library = files.filter((file) => /^dist\/.*\.c?js$/.test(file) && file !== "dist/cli.js");
    expect(library.length).toBeGreaterThanOrEqual(4);
    expect(library.flatMap(builtins)).toStrictEqual([]);
    expect(builtins("dist/cli.js")).toContain("node:fs");
  });

  it("loads zod with fairlead/schema alone", () => {
    /** The packages that a file leads to, through the chunks that it shares. */
    const packagesOf = (file: string, seen: Set<string> = new Set()): readonly string[] => {
      if (seen.has(file)) return [];
      seen.add(file);
      const imported = ts
        .preProcessFile(readFileSync(join(installed, "dist", file), "utf8"), true, true)
        .importedFiles.map(({ fileName }) => fileName);
      return imported.flatMap((name) => (name.startsWith(".") ? packagesOf(name.slice(2), seen) : [name]));
    };
    for (const extension of ["js", "cjs"]) {
      expect(packagesOf(`index.${extension}`)).toStrictEqual(["@date-fns/tz/tzOffset"]);
      expect(packagesOf(`testing.${extension}`)).not.toContain("zod");
      expect(packagesOf(`schema.${extension}`)).toStrictEqual(["zod"]);
    }
    expect(packagesOf("cli.js")).not.toContain("zod");
  });

  it("works as an ES module", () => {
    write("play.mjs", `import { ${NAMES} } from "fairlead";${PLAY}`);
    expect(run("node", "play.mjs")).toBe("bob 1\n");
  });

  it("works as CommonJS", () => {
    write("play.cjs", `const { ${NAMES} } = require("fairlead");${PLAY}`);
    expect(run("node", "play.cjs")).toBe("bob 1\n");
  });

  const BORDER = `
const read = readLead(JSON.parse('{ "id": "l1", "receivedAtMs": 5, "langauges": [] }'));
console.log(formatProblems(read.left));
const roster = unwrap(readRoster({ reps: [{ id: "ann" }] }));
console.log(jsonSchema("roster").required.join(), leadSchema.safeParse({}).success, roster.reps.length);
`;
  const SAID = 'lead.langauges: is not a known field: did you mean "languages"?\nreps false 1\n';

  it("checks at the border as an ES module and as CommonJS", () => {
    const names = "jsonSchema, leadSchema, readLead, readRoster";
    write(
      "border.mjs",
      `import { formatProblems, unwrap } from "fairlead"; import { ${names} } from "fairlead/schema";${BORDER}`,
    );
    write(
      "border.cjs",
      `const { formatProblems, unwrap } = require("fairlead"); const { ${names} } = require("fairlead/schema");${BORDER}`,
    );
    expect(run("node", "border.mjs")).toBe(SAID);
    expect(run("node", "border.cjs")).toBe(SAID);
  });

  it("knows in the core a state that was read at the border", () => {
    const play = `
const state = unwrap(readState(emptyState({ seed: "s" })));
console.log(unwrap(readInCore(state)) === state, Object.isFrozen(state));
`;
    write(
      "known.mjs",
      `import { emptyState, readState as readInCore, unwrap } from "fairlead"; import { readState } from "fairlead/schema";${play}`,
    );
    expect(run("node", "known.mjs")).toBe("true true\n");
  });

  it("has a command that runs", () => {
    expect(run(join(consumer, "node_modules/.bin/fairlead"))).toMatch(/\S/);
  });

  it("offers hindsight to whoever has min-cost-flow", () => {
    for (const name of ["min-cost-flow", "heap"])
      cpSync(join(project, "node_modules", name), join(consumer, "node_modules", name), { recursive: true });
    const seen =
      'const both = [{ id: "ann", weight: 1 }, { id: "bob", weight: 1 }];\n' +
      'const run = [{ candidates: both, repId: "ann" }, { candidates: both, repId: "ann" }];\n' +
      "console.log(measure(run, { seen: hindsight() }).seen.ratio);";
    write(
      "seen.mjs",
      `import { measure } from "fairlead"; import { hindsight } from "fairlead/hindsight"; ${seen}`,
    );
    write(
      "seen.cjs",
      `const { measure } = require("fairlead"); const { hindsight } = require("fairlead/hindsight"); ${seen}`,
    );
    expect(run("node", "seen.mjs")).toBe("0.5\n");
    expect(run("node", "seen.cjs")).toBe("0.5\n");
  });

  it("estimates from a log as an ES module and as CommonJS, with nothing installed beside it", () => {
    const play = "const told = evaluate([], uniformly()); console.log(told._tag, told.right.verdict);\n";
    write("told.mjs", `import { evaluate, uniformly } from "fairlead/evaluation"; ${play}`);
    write("told.cjs", `const { evaluate, uniformly } = require("fairlead/evaluation"); ${play}`);
    expect(run("node", "told.mjs")).toBe("Right can't tell\n");
    expect(run("node", "told.cjs")).toBe("Right can't tell\n");
  });

  it("offers its laws to whoever has fast-check", () => {
    for (const name of ["fast-check", "pure-rand"])
      cpSync(join(project, "node_modules", name), join(consumer, "node_modules", name), { recursive: true });
    write("laws.mjs", 'import { total } from "fairlead/testing"; console.log(total.name);');
    write("laws.cjs", 'const { total } = require("fairlead/testing"); console.log(total.name);');
    expect(run("node", "laws.mjs")).toBe("total\n");
    expect(run("node", "laws.cjs")).toBe("total\n");
  });
});

const TYPED = `
const vip: Filter = { name: "vip", test: ({ rep }) => rep.tier === 1 ? { passes: true, rank: 0 } : { passes: false, reason: "no" } };
const desk: Strategy = compose({ ledger: "desk", filters: [region(), vip], selector: rotation() });
const lead: Lead = { id: "l1", receivedAtMs: 0 };
const result = desk(lead, { reps: [{ id: "ann" }] }, emptyState({ seed: "s" }));
if (result._tag === "Left") for (const problem of result.left) problem.message.length;
else {
  const { decision } = result.right;
  if (decision.status === "assigned") decision.repId.length;
  // @ts-expect-error an unassigned lead has no rep
  if (decision.status === "unassigned") decision.repId;
}
// @ts-expect-error a lead needs the moment that it came in
const bad: Lead = { id: "l1" };
// @ts-expect-error absent is absent, not undefined
const alsoBad: Lead = { id: "l1", receivedAtMs: 0, region: undefined };
export const all = [bad, alsoBad];
`;
const IMPORTS =
  'import { compose, emptyState, type Filter, type Lead, region, rotation, type Strategy } from "fairlead";\n' +
  'import type { Law } from "fairlead/testing";\nexport type { Law };';

/** Zod's own declarations speak of the platform's `URL`, so whoever imports the schemas needs that type from somewhere. */
const BORDER_TYPED = `import type { Lead } from "fairlead";
import { leadSchema, readLead } from "fairlead/schema";
import * as z from "zod";
const read = readLead({});
if (read._tag === "Right") read.right satisfies Lead;
const mine = leadSchema.unwrap().extend({ utm: z.string() });
const more: Lead & { readonly utm: string } = mine.parse({ id: "l1", receivedAtMs: 5, utm: "x" });
// @ts-expect-error a lead that was read may not be changed
if (read._tag === "Right") read.right.id = more.id;
`;

const MODULES = [
  ["an ES module under NodeNext", "mts", { module: "nodenext", moduleResolution: "nodenext" }],
  ["CommonJS under NodeNext", "cts", { module: "nodenext", moduleResolution: "nodenext" }],
  ["a bundler", "ts", { module: "esnext", moduleResolution: "bundler" }],
] as const;

/** What TypeScript has against a consumer's file. */
const typeFaults = (
  name: string,
  text: string,
  extension: string,
  modules: (typeof MODULES)[number][2],
  lib: readonly string[],
): string => {
  const folder = `${name}-${extension}-${modules.moduleResolution}`;
  mkdirSync(join(consumer, folder));
  write(`${folder}/consumer.${extension}`, text);
  const compilerOptions = {
    ...modules,
    target: "es2022",
    lib,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
  };
  write(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["."] }));
  try {
    return run("node", tsc, "-p", folder);
  } catch (thrown) {
    return (thrown as { readonly stdout: string }).stdout;
  }
};

describe("its declarations", () => {
  it.each(MODULES)("satisfy %s under strict settings", (_name, extension, modules) => {
    expect(typeFaults("types", IMPORTS + TYPED, extension, modules, ["es2022"])).toBe("");
  });

  it.each(MODULES)("of the schemas satisfy %s, with zod's own", (_name, extension, modules) => {
    expect(typeFaults("border", BORDER_TYPED, extension, modules, ["es2022", "dom"])).toBe("");
  });
});
