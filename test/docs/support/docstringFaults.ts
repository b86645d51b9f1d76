import ts from "typescript";

const isFunction = (symbol: ts.Symbol, checker: ts.TypeChecker): boolean =>
  (symbol.flags & ts.SymbolFlags.Value) !== 0 &&
  checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;

const documented = (declaration: ts.Declaration): ts.Node =>
  ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;

/** What the docstring of each name that a file exports leaves out. */
export const docstringFaults = (program: ts.Program, file: string): readonly string[] => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const docs = (symbol.declarations ?? []).map(documented).flatMap(ts.getJSDocCommentsAndTags);
    const text = docs.map((doc) => doc.getText()).join("\n");
    return [
      ...(/^\/\*\*[\s*]*[^\s*@]/.test(text) ? [] : [`${exported.name}: says nothing`]),
      ...(/@since \d+\.\d+\.\d+/.test(text) ? [] : [`${exported.name}: has no @since`]),
      ...(!isFunction(symbol, checker) || /@example\s/.test(text)
        ? []
        : [`${exported.name}: has no @example`]),
    ];
  });
};
