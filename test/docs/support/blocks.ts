/** A block of example code, and where it stands. */
export interface Block {
  readonly file: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
  /** `false` for a block marked `no-run`, which is only type-checked. */
  readonly runs: boolean;
}

const FENCE = /^(\s*)```(.*)$/;

const isTypeScript = (info: string): boolean => info.trim().split(/\s+/)[0] === "ts";

const blocksOfLines = (file: string, lines: readonly string[], firstLine: number): readonly Block[] => {
  const blocks: Block[] = [];
  let open: { readonly info: string; readonly indent: number; readonly at: number } | undefined;
  lines.forEach((text, i) => {
    const fence = FENCE.exec(text);
    if (fence === null) return;
    const [, indent = "", info = ""] = fence;
    if (open === undefined) {
      open = { info, indent: indent.length, at: i + 1 };
      return;
    }
    const { at, indent: width } = open;
    if (isTypeScript(open.info)) {
      const code = lines.slice(at, i).map((line) => line.slice(width));
      blocks.push({ file, line: firstLine + at, code: code.join("\n"), runs: !/\bno-run\b/.test(open.info) });
    }
    open = undefined;
  });
  if (open !== undefined) throw new Error(`${file}:${firstLine + open.at - 1}: the code block has no end`);
  return blocks;
};

/** Every ```ts block of a Markdown page. */
export const blocksOfMarkdown = (file: string, text: string): readonly Block[] =>
  blocksOfLines(file, text.split("\n"), 1);

const DOCSTRING = /^[ \t]*\/\*\*[\s\S]*?\*\//gm;

/** Every ```ts block of the docstrings of a source file. */
export const blocksOfSource = (file: string, text: string): readonly Block[] =>
  [...text.matchAll(DOCSTRING)].flatMap(({ 0: docstring, index }) => {
    const firstLine = text.slice(0, index).split("\n").length;
    const lines = docstring.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
    return blocksOfLines(file, lines, firstLine);
  });
