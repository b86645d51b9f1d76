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
  const pack = ["pack", "--json", "--pack-destination", consumer];
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
      "testing.js",
      "testing.cjs",
      "cli.js",
    ]) {
      expect(dist).toContain(`dist/${file}`);
    }
  });

  it("brings fp-ts along and nothing else", () => {
    const others = readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."));
    expect([...others].sort()).toStrictEqual(["fairlead", "fp-ts"]);
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

  it("works as an ES module", () => {
    write("play.mjs", `import { ${NAMES} } from "fairlead";${PLAY}`);
    expect(run("node", "play.mjs")).toBe("bob 1\n");
  });

  it("works as CommonJS", () => {
    write("play.cjs", `const { ${NAMES} } = require("fairlead");${PLAY}`);
    expect(run("node", "play.cjs")).toBe("bob 1\n");
  });

  it("has a command that runs", () => {
    expect(run(join(consumer, "node_modules/.bin/fairlead"))).toMatch(/\S/);
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

describe("its declarations", () => {
  it.each([
    ["an ES module under NodeNext", "mts", { module: "nodenext", moduleResolution: "nodenext" }],
    ["CommonJS under NodeNext", "cts", { module: "nodenext", moduleResolution: "nodenext" }],
    ["a bundler", "ts", { module: "esnext", moduleResolution: "bundler" }],
  ])("satisfy %s under strict settings", (_name, extension, modules) => {
    const folder = `types-${extension}-${modules.moduleResolution}`;
    mkdirSync(join(consumer, folder));
    write(`${folder}/consumer.${extension}`, IMPORTS + TYPED);
    const compilerOptions = {
      ...modules,
      target: "es2022",
      lib: ["es2022"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    write(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ["."] }));
    const faults = (() => {
      try {
        return run("node", tsc, "-p", folder);
      } catch (thrown) {
        return (thrown as { readonly stdout: string }).stdout;
      }
    })();
    expect(faults).toBe("");
  });
});
