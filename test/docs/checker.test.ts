import { describe, expect, it } from "vitest";
import { type Block, blocksOfMarkdown, blocksOfSource } from "./support/blocks.js";
import { readLiteral } from "./support/literal.js";
import { publicNames } from "./support/publicNames.js";
import { runBlock } from "./support/runBlock.js";
import { typeFaults } from "./support/typeFaults.js";

const names = publicNames();

const block = (code: string, file = "page.md"): Block => ({ file, line: 10, code, runs: true });

const faultsOf = (code: string, file?: string): readonly string[] =>
  typeFaults([block(code, file)], names).flat();

const isTrue = async (code: string): Promise<boolean> => {
  const { expected, shown } = await runBlock(block(code), names);
  try {
    expect(shown).toStrictEqual(expected);
    return true;
  } catch {
    return false;
  }
};

describe("the values that examples promise", () => {
  it("are compared with what the expressions come to", async () => {
    expect(await isTrue("1 + 1; // => 2")).toBe(true);
    expect(await isTrue("1 + 1; // => 3")).toBe(false);
    expect(await isTrue("({ a: [1, undefined] }); // => { a: [1, undefined] }")).toBe(true);
    expect(await isTrue("({ a: [1, undefined] }); // => { a: [1] }")).toBe(false);
  });

  it("may stand on the next line, go on over several, and come more than once", async () => {
    const code =
      'const two = 2;\ntwo;\n// => 2\n[two, "x"];\n// => [2,\n//    "x"]\n// A remark.\ntwo + 1; // => 3';
    expect(await isTrue(code)).toBe(true);
    expect(await isTrue(code.replace("// => 2\n", "// => 5\n"))).toBe(false);
    expect(await isTrue(code.replace('"x"]\n// A', '"y"]\n// A'))).toBe(false);
  });

  it("are those of what is printed, where a block prints", async () => {
    expect(await isTrue('console.log("a"); // => "a"')).toBe(true);
    expect(await isTrue('console.log("a"); // => "b"')).toBe(false);
  });

  it("may be waited for", async () => {
    expect(await isTrue("await Promise.resolve(1); // => 1")).toBe(true);
    expect(await isTrue("await Promise.resolve(1); // => 2")).toBe(false);
  });

  it("are refused where they follow no expression", async () => {
    for (const code of ["const a = 1; // => 1", "// => 1", "if (true) {\n  1; // => 1\n}"]) {
      await expect(isTrue(code)).rejects.toThrow("does not follow an expression");
    }
  });

  it("are literals, so that nothing is promised by running it", () => {
    expect(readLiteral('{ a: [-1, null, "b"], "c-d": true }')).toStrictEqual({
      a: [-1, null, "b"],
      "c-d": true,
    });
    for (const text of ["1 + 1", "f()", "{ ...a }", "", "1, 2", "1) + (2", "x"]) {
      expect(() => readLiteral(text)).toThrow(SyntaxError);
    }
  });

  it("fail with the block when it throws", async () => {
    await expect(isTrue('throw new Error("no"); // => 1')).rejects.toThrow();
  });
});

describe("the types of examples", () => {
  it("have to fit under strict settings, with the line of the fault", () => {
    expect(faultsOf("const a: number = 1;\na;")).toStrictEqual([]);
    expect(faultsOf('const a = 1;\nconst b: number = "x";\nb + a;')).toStrictEqual([
      "page.md:11: Type 'string' is not assignable to type 'number'.",
    ]);
    expect(faultsOf("const first = [1][0] + 1;\nfirst;")).toStrictEqual([
      "page.md:10: Object is possibly 'undefined'.",
    ]);
    expect(faultsOf("const a = ;")).not.toStrictEqual([]);
  });

  it("know the public names and no others", () => {
    expect(faultsOf('const lead: Lead = { id: "l1", receivedAtMs: 0 };\nrotation();\nlead;')).toStrictEqual(
      [],
    );
    expect(faultsOf("prepareRoster({ reps: [] });")).toStrictEqual([
      "page.md:10: Cannot find name 'prepareRoster'.",
    ]);
  });

  it("give nothing for free to a block that imports from the package", () => {
    const imported = 'import { rotation } from "fairlead";\nrotation().name;';
    expect(faultsOf(imported)).toStrictEqual([]);
    expect(faultsOf(`${imported}\nweighted().name;`)).toStrictEqual([
      "page.md:12: Cannot find name 'weighted'.",
    ]);
    expect(faultsOf('import { prepareRoster } from "fairlead";\nprepareRoster;')).toHaveLength(1);
  });
});

describe("running an example", () => {
  it("brings the public names, by import or for free", async () => {
    expect(await isTrue('rotation().name; // => "rotation"')).toBe(true);
    expect(await isTrue('import { rotation } from "fairlead";\nrotation().name; // => "rotation"')).toBe(
      true,
    );
    expect(await isTrue('import * as N from "fp-ts/lib/number.js";\nN.Ord.compare(1, 2); // => -1')).toBe(
      true,
    );
  });
});

describe("finding examples", () => {
  const page = [
    "# Page",
    "",
    "```ts",
    "a;",
    "```",
    "",
    "```sh",
    "npm ci",
    "```",
    "- ```ts no-run",
    "  b;",
    "  ```",
  ];

  it("reads the ts blocks of a page, with their lines", () => {
    expect(blocksOfMarkdown("page.md", page.join("\n").replace("- ```", "  ```"))).toStrictEqual([
      { file: "page.md", line: 4, code: "a;", runs: true },
      { file: "page.md", line: 11, code: "b;", runs: false },
    ]);
  });

  it("reads the ts blocks of docstrings, with their lines", () => {
    const source = [
      "const a = 1;",
      "/**",
      " * Adds.",
      " * @example",
      " * ```ts",
      " * 1 + 1;",
      " * // => 2",
      " * ```",
      " */",
    ];
    expect(blocksOfSource("a.ts", source.join("\n"))).toStrictEqual([
      { file: "a.ts", line: 6, code: "1 + 1;\n// => 2", runs: true },
    ]);
  });

  it("refuses a block without an end", () => {
    expect(() => blocksOfMarkdown("page.md", "text\n```ts\na;")).toThrow(
      "page.md:2: the code block has no end",
    );
  });
});
