import ts from "typescript";
import { readLiteral } from "./literal.js";

/** What a block promises: the values after its `// =>`, and code that hands over what it really comes to. */
export interface Expectations {
  readonly expected: readonly unknown[];
  /** The block with each of those expressions wrapped in a call of `show`. */
  readonly code: string;
}

const ARROW = /^\/\/ ?=>/;
const CONTINUED = /^\/\/ {3}/;

/** The comments between a statement's end and the next one, each without its line break. */
const commentsAfter = (text: string, end: number): readonly string[] =>
  [...(ts.getTrailingCommentRanges(text, end) ?? []), ...(ts.getLeadingCommentRanges(text, end) ?? [])].map(
    ({ pos, end: to }) => text.slice(pos, to),
  );

/** The text after `// =>`; further lines belong to it when they are set in by three blanks or more. */
const promiseAfter = (text: string, end: number): string | undefined => {
  const [first, ...rest] = commentsAfter(text, end);
  if (first === undefined || !ARROW.test(first)) return undefined;
  const stop = rest.findIndex((line) => !CONTINUED.test(line));
  const further = stop === -1 ? rest : rest.slice(0, stop);
  return [first.replace(ARROW, ""), ...further.map((line) => line.slice(2))].join("\n").trim();
};

/** `console.log(value)` shows its value. */
const shownBy = (expression: ts.Expression): ts.Expression => {
  const isPrint = ts.isCallExpression(expression) && expression.expression.getText() === "console.log";
  const [value, more] = isPrint ? expression.arguments : [];
  return value !== undefined && more === undefined ? value : expression;
};

/** Finds the promises of a block. A `// =>` that follows no expression is a mistake, not a remark. */
export const expectationsOf = (block: string): Expectations => {
  const source = ts.createSourceFile("block.ts", block, ts.ScriptTarget.ES2022, true);
  const expected: unknown[] = [];
  let code = "";
  let copied = 0;
  for (const statement of source.statements) {
    const promise = promiseAfter(block, statement.end);
    if (promise === undefined || !ts.isExpressionStatement(statement)) continue;
    const shown = shownBy(statement.expression);
    expected.push(readLiteral(promise));
    code += `${block.slice(copied, statement.getStart())}show(${shown.getText()});`;
    copied = statement.end;
  }
  const arrows = block.match(/\/\/ ?=>/g)?.length ?? 0;
  if (arrows !== expected.length) throw new SyntaxError("a `// =>` does not follow an expression");
  return { expected, code: code + block.slice(copied) };
};
