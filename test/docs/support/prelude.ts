import ts from "typescript";
import type { Block } from "./blocks.js";
import type { PublicName } from "./publicNames.js";

const isDeclared = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isImportSpecifier(parent) ||
      ts.isImportClause(parent)) &&
    parent.name === node
  );
};

const identifiersOf = (source: ts.SourceFile): readonly ts.Identifier[] => {
  const found: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const IMPORTS_THE_CORE = /from "fairlead"/;

/**
 * The imports that a block leaves out: every public name that it uses and does not declare. A block that
 * imports from `fairlead` itself is what a user would copy, so it gets nothing for free.
 */
export const preludeOf = ({ file, code }: Block, names: readonly PublicName[]): string => {
  if (IMPORTS_THE_CORE.test(code)) return "export {};";
  const identifiers = identifiersOf(ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true));
  const declared = new Set(identifiers.filter(isDeclared).map(({ text }) => text));
  const free = new Set(identifiers.map(({ text }) => text).filter((text) => !declared.has(text)));
  const open = names.filter(({ from }) => from === "fairlead" || file.startsWith("src/testing/"));
  const imports = open
    .filter(({ name }) => free.has(name))
    .map(({ name, from, isType }) => `import { ${isType ? "type " : ""}${name} } from "${from}";`);
  return ["export {};", ...imports].join(" ");
};
