import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The entry points that a user imports, and the files behind them. */
export const entries: ReadonlyMap<string, string> = new Map([
  ["fairlead", resolve(root, "src/index.ts")],
  ["fairlead/schema", resolve(root, "src/schema/index.ts")],
  ["fairlead/evaluation", resolve(root, "src/evaluation/index.ts")],
  ["fairlead/hindsight", resolve(root, "src/hindsight/index.ts")],
  ["fairlead/testing", resolve(root, "src/testing/index.ts")],
]);

const { config } = ts.readConfigFile(resolve(root, "tsconfig.json"), ts.sys.readFile);

/** The project's own strictness, with Node's types and with the package's name leading to its source. */
const compilerOptions: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
  types: ["node"],
  paths: Object.fromEntries([...entries].map(([name, file]) => [name, [file]])),
};

const disk = ts.createCompilerHost(compilerOptions);

const read = new Map<string, ts.SourceFile | undefined>();

/** What stands on disk is read once, however many programs ask for it. */
const fromDisk: ts.CompilerHost["getSourceFile"] = (file, options) => {
  if (!read.has(file)) read.set(file, disk.getSourceFile(file, options));
  return read.get(file);
};

/** A program of these files, some of which stand nowhere but in `texts`. */
export const programOf = (
  files: readonly string[],
  texts: ReadonlyMap<string, string> = new Map(),
): ts.Program =>
  ts.createProgram(files, compilerOptions, {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, options) => {
      const text = texts.get(file);
      return text === undefined ? fromDisk(file, options) : ts.createSourceFile(file, text, options);
    },
  });
