import ts from "typescript";
import * as evaluation from "../../../src/evaluation/index.js";
import * as hindsight from "../../../src/hindsight/index.js";
import * as fairlead from "../../../src/index.js";
import * as schema from "../../../src/schema/index.js";
import * as testing from "../../../src/testing/index.js";
import type { Block } from "./blocks.js";
import { expectationsOf } from "./expectations.js";
import { preludeOf } from "./prelude.js";
import type { PublicName } from "./publicNames.js";

/** What a block said that its expressions come to, and what they came to. */
export interface Ran {
  readonly expected: readonly unknown[];
  readonly shown: readonly unknown[];
}

const ours: Readonly<Record<string, object>> = {
  fairlead,
  "fairlead/evaluation": evaluation,
  "fairlead/hindsight": hindsight,
  "fairlead/schema": schema,
  "fairlead/testing": testing,
};

const importsOf = (code: string): readonly string[] =>
  ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);

const load = async (name: string): Promise<readonly [string, object]> => {
  const module: object = ours[name] ?? (await import(/* @vite-ignore */ name));
  return [name, { ...module, __esModule: true }];
};

type Body = (...values: readonly unknown[]) => Promise<void>;

const AsyncFunction = (async () => {}).constructor as new (...parts: readonly string[]) => Body;

/** Runs a block on the source of the package. */
export const runBlock = async (block: Block, names: readonly PublicName[]): Promise<Ran> => {
  const { expected, code } = expectationsOf(block.code);
  const whole = `${preludeOf(block, names)} ${code}`;
  const { outputText } = ts.transpileModule(whole, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.CommonJS,
      esModuleInterop: true,
    },
  });
  const modules = new Map(await Promise.all(importsOf(whole).map(load)));
  const shown: unknown[] = [];
  const run = new AsyncFunction("require", "exports", "show", outputText);
  await run(
    (name: string) => modules.get(name),
    {},
    (value: unknown) => shown.push(value),
  );
  return { expected, shown };
};
