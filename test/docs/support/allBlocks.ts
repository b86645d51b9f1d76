import { existsSync, readdirSync, readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type Block, blocksOfMarkdown, blocksOfSource } from "./blocks.js";
import { root } from "./project.js";

/** The files below a folder of the project whose name ends so, sorted; the generated pages are left out. */
const filesBelow = (folder: string, ending: string): readonly string[] => {
  const top = resolve(root, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((file) => relative(root, resolve(top, file)).split(sep).join("/"))
    .filter((file) => file.endsWith(ending) && !file.startsWith("docs/api/"))
    .sort();
};

const read = (file: string): string => readFileSync(resolve(root, file), "utf8");

/** Every example of the docstrings. */
export const blocksOfDocstrings = (): readonly Block[] =>
  filesBelow("src", ".ts").flatMap((file) => blocksOfSource(file, read(file)));

/** Every example of the README, the guide, the decisions and the examples' pages. */
export const blocksOfPages = (): readonly Block[] =>
  ["README.md", ...filesBelow("docs", ".md"), ...filesBelow("examples", ".md")]
    .filter((file) => existsSync(resolve(root, file)))
    .flatMap((file) => blocksOfMarkdown(file, read(file)));
