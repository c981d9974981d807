import type { Expression } from "./expression.ts";
import { maximumExpressionDepth, maximumExpressionLength } from "./expression-grammar.ts";
import type { ExpressionProblem } from "./expression-problem.ts";
import { parseComparison } from "./parse-comparison.ts";
import type { ExpressionScope } from "./scope.ts";
import { TokenReader } from "./token-reader.ts";

/**
 * Reads and checks an expression. Recovers after an error, so that problems in different places are all reported, in order of place.
 *
 * An expression that names no issue, or is always or never true, is no problem here: see `issuesNamed` and `constantValue`.
 *
 * @example
 * ```ts
 * const issues = new Map([["range", { options: [{ id: "km_500" }, { id: "km_2000" }], statusQuo: 1 }]]);
 * const scope = { issues, baskets: new Map(), provisions: new Set<string>(), flags: new Set<string>() };
 * parseExpression("range < km_2000", scope); // { ok: true, expression: { kind: "issue", allowed: [0], … } }
 * parseExpression("rnage < km_2000", scope); // { ok: false, problems: [{ code: "unknown-name", start: 0, end: 5, … }] }
 * ```
 */
export function parseExpression(
  text: string,
  scope: ExpressionScope,
):
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problems: readonly ExpressionProblem[] } {
  if (text.length > maximumExpressionLength) {
    const message = `an expression has at most ${maximumExpressionLength} characters, and this one ${text.length}`;
    const hint = "split it, for instance into several red lines";
    return {
      ok: false,
      problems: [{ code: "too-long", message, hint, start: maximumExpressionLength, end: text.length }],
    };
  }
  const reader = new TokenReader(text);
  const expression = parseAll(reader, scope);
  const problems = reader.problems;
  if (problems.length > 0) return { ok: false, problems };
  if (expression === undefined)
    throw new Error(`expression neither read nor refused: ${JSON.stringify(text)}`);
  return { ok: true, expression };
}

function parseAll(reader: TokenReader, scope: ExpressionScope): Expression | undefined {
  if (reader.peek().kind === "end") {
    return reader.report(
      reader.peek(),
      "empty",
      "the expression is empty",
      "write a comparison, for example `issue = option`",
    );
  }
  const expression = parseOr(reader, scope, 0);
  while (reader.peek().kind !== "end") {
    // Only a `)` that nothing opened ends an `or` before the end of the text.
    reader.report(
      reader.next(),
      "unopened-parenthesis",
      "this `)` closes nothing",
      "delete it, or add the `(`",
    );
    if (reader.isWord("and") || reader.isWord("or")) reader.next();
    else if (reader.atJoint()) continue;
    parseOr(reader, scope, 0);
  }
  return expression;
}

function parseOr(reader: TokenReader, scope: ExpressionScope, depth: number): Expression | undefined {
  const operands = [parseAnd(reader, scope, depth)];
  while (reader.isWord("or")) {
    reader.next();
    operands.push(parseAnd(reader, scope, depth));
  }
  return joined("or", operands);
}

function parseAnd(reader: TokenReader, scope: ExpressionScope, depth: number): Expression | undefined {
  const operands = [parseNot(reader, scope, depth)];
  for (;;) {
    if (reader.isWord("and")) {
      reader.next();
      operands.push(parseNot(reader, scope, depth));
    } else if (reader.atJoint()) {
      return joined("and", operands);
    } else {
      const token = reader.peek();
      const startsOperand =
        token.kind === "name" ||
        token.kind === "(" ||
        (token.kind === "word" && token.word !== "in" && token.word !== "is");
      reader.report(
        token,
        "missing-joint",
        `\`and\` or \`or\` is missing before \`${token.text}\``,
        "join the two with `and` or `or`",
      );
      if (startsOperand) operands.push(parseNot(reader, scope, depth));
      else reader.skipToJoint();
    }
  }
}

function parseNot(reader: TokenReader, scope: ExpressionScope, depth: number): Expression | undefined {
  if (!reader.isWord("not")) return parsePrimary(reader, scope, depth);
  if (isTooDeep(reader, depth)) return undefined;
  reader.next();
  const operand = parseNot(reader, scope, depth + 1);
  return operand && { kind: "not", operand };
}

function parsePrimary(reader: TokenReader, scope: ExpressionScope, depth: number): Expression | undefined {
  if (reader.peek().kind !== "(") return parseComparison(reader, scope);
  if (isTooDeep(reader, depth)) return undefined;
  const open = reader.next();
  const expression = parseOr(reader, scope, depth + 1);
  if (reader.peek().kind === ")") reader.next();
  else if (!reader.abandoned)
    reader.report(open, "unclosed-parenthesis", "this `(` is never closed", "add the `)`");
  return expression;
}

/** Reports, and gives up on the rest of the text, which a stack could not hold. */
function isTooDeep(reader: TokenReader, depth: number): boolean {
  if (depth < maximumExpressionDepth) return false;
  const message = `more than ${maximumExpressionDepth} parentheses and \`not\`s inside one another`;
  reader.report(reader.peek(), "too-deep", message, "simplify, or split the expression");
  reader.abandon();
  return true;
}

/** One operand alone is itself; `a and (b and c)` is `a and b and c`. Undefined when an operand could not be read. */
function joined(kind: "and" | "or", operands: readonly (Expression | undefined)[]): Expression | undefined {
  const read: Expression[] = [];
  for (const operand of operands) {
    if (operand === undefined) return undefined;
    if (operand.kind === kind) read.push(...operand.operands);
    else read.push(operand);
  }
  return read.length === 1 ? read[0] : { kind, operands: read };
}
