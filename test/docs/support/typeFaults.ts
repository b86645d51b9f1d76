import { resolve } from "node:path";
import ts from "typescript";
import type { Block } from "./blocks.js";
import { preludeOf } from "./prelude.js";
import { programOf, root } from "./project.js";
import type { PublicName } from "./publicNames.js";

/** The faults of each block, in the order of the blocks, under the project's own strict settings. */
export const typeFaults = (
  blocks: readonly Block[],
  names: readonly PublicName[],
): readonly (readonly string[])[] => {
  const files = blocks.map((_, i) => resolve(root, `test/docs/block-${i}.ts`));
  const texts = new Map(
    blocks.map((block, i) => [files[i] as string, `${preludeOf(block, names)} ${block.code}`]),
  );
  const program = programOf(files, texts);
  return blocks.map((block, i) => {
    const source = program.getSourceFile(files[i] as string);
    const faults = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return faults.map(({ start = 0, messageText }) => {
      const line = block.line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
      return `${block.file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
  });
};
