import ts from "typescript";
import { entries, programOf } from "./project.js";

/** A public name, and the import that brings it. */
export interface PublicName {
  readonly name: string;
  readonly from: string;
  readonly isType: boolean;
}

const namesOf = (program: ts.Program, from: string, file: string): readonly PublicName[] => {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} exports nothing`);
  return checker.getExportsOfModule(module).map((symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return { name: symbol.name, from, isType: (target.flags & ts.SymbolFlags.Value) === 0 };
  });
};

/** Everything that the entry points export. */
export const publicNames = (): readonly PublicName[] => {
  const program = programOf([...entries.values()]);
  return [...entries].flatMap(([from, file]) => namesOf(program, from, file));
};
