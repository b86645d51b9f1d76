import ts from "typescript";

const propertyOf = (property: ts.ObjectLiteralElementLike): readonly [string, unknown] => {
  if (!ts.isPropertyAssignment(property)) throw new SyntaxError(`no literal: ${property.getText()}`);
  const { name } = property;
  if (!ts.isIdentifier(name) && !ts.isStringLiteral(name) && !ts.isNumericLiteral(name))
    throw new SyntaxError(`no literal: ${name.getText()}`);
  return [name.text, valueOfNode(property.initializer)];
};

const NAMED: ReadonlyMap<string, unknown> = new Map([
  ["undefined", undefined],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
]);

const valueOfNode = (node: ts.Expression): unknown => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return -(valueOfNode(node.operand) as number);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isIdentifier(node) && NAMED.has(node.text)) return NAMED.get(node.text);
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(valueOfNode);
  if (ts.isObjectLiteralExpression(node)) return Object.fromEntries(node.properties.map(propertyOf));
  throw new SyntaxError(`no literal: ${node.getText()}`);
};

/** The value that a literal stands for: text, numbers, lists, objects; nothing that would have to be run. */
export const readLiteral = (text: string): unknown => {
  const source = ts.createSourceFile("literal.ts", `(${text}\n)`, ts.ScriptTarget.ES2022, true);
  const [statement, more] = source.statements;
  if (statement === undefined || more !== undefined || !ts.isExpressionStatement(statement))
    throw new SyntaxError(`no literal: ${text}`);
  const { expression } = statement;
  if (!ts.isParenthesizedExpression(expression) || expression.getText() !== source.text.trim())
    throw new SyntaxError(`no literal: ${text}`);
  return valueOfNode(expression.expression);
};
