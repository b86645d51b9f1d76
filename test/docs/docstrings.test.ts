import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { docstringFaults } from "./support/docstringFaults.js";
import { entries, programOf, root } from "./support/project.js";

const file = resolve(root, "test/docs/a.ts");

const faultsOf = (text: string): readonly string[] =>
  docstringFaults(programOf([file], new Map([[file, text]])), file);

const SINCE = "@since 0.1.0";

describe("docstrings", () => {
  const program = programOf([...entries.values()]);

  it.each([...entries])(
    "of %s say what a name is for, since when, and show every function",
    (_name, entry) => {
      expect(docstringFaults(program, entry)).toStrictEqual([]);
    },
  );

  it("are missed where they are missing", () => {
    expect(faultsOf("export const one = 1;")).toStrictEqual(["one: says nothing", "one: has no @since"]);
    expect(faultsOf(`/** ${SINCE} */\nexport type One = 1;`)).toStrictEqual(["One: says nothing"]);
    expect(faultsOf("/** The one. */\nexport interface One {}")).toStrictEqual(["One: has no @since"]);
    expect(faultsOf(`/** Gives one. ${SINCE} */\nexport const one = () => 1;`)).toStrictEqual([
      "one: has no @example",
    ]);
    expect(faultsOf(`/** Gives one. ${SINCE} */\nexport function one() { return 1; }`)).toStrictEqual([
      "one: has no @example",
    ]);
  });

  it("are good as they are meant to be", () => {
    const example = "@example\n * ```ts\n * one(); // => 1\n * ```";
    expect(
      faultsOf(`/**\n * Gives one.\n *\n * ${example}\n *\n * ${SINCE}\n */\nexport const one = () => 1;`),
    ).toStrictEqual([]);
    expect(
      faultsOf(`/** The one. ${SINCE} */\nexport const one = 1;\nconst two = () => 2;\ntwo;`),
    ).toStrictEqual([]);
  });
});
