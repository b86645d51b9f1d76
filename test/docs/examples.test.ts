import { describe, expect, it } from "vitest";
import { blocksOfDocstrings, blocksOfPages } from "./support/allBlocks.js";
import type { Block } from "./support/blocks.js";
import { publicNames } from "./support/publicNames.js";
import { runBlock } from "./support/runBlock.js";
import { typeFaults } from "./support/typeFaults.js";

const docstrings = blocksOfDocstrings();
const pages = blocksOfPages();
const blocks = [...docstrings, ...pages];
const names = publicNames();
const faults = typeFaults(blocks, names);

const titleOf = ({ file, line }: Block): string => `${file}:${line}`;

describe("the examples", () => {
  it("are found in docstrings and pages", () => {
    expect(docstrings.length).toBeGreaterThan(10);
    expect(pages.map(({ file }) => file)).toContain("README.md");
  });

  blocks.forEach((block, i) => {
    it(`${titleOf(block)} ${block.runs ? "comes to what it says" : "is well typed"}`, async () => {
      expect(faults[i]).toStrictEqual([]);
      if (!block.runs) return;
      const { expected, shown } = await runBlock(block, names);
      expect(shown).toStrictEqual(expected);
    });
  });

  it.each(docstrings.map((block) => [titleOf(block), block] as const))(
    "%s shows a result",
    (_title, { code, runs }) => {
      expect(runs && /\/\/ ?=>/.test(code)).toBe(true);
    },
  );
});
