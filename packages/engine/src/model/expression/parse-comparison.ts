import { type Placement, placements } from "../placement.ts";
import { checkNumber, checkOption, compareIssue, listIssue } from "./check-issue.ts";
import { checkPlacement, unknownName } from "./check-name.ts";
import type { Expression } from "./expression.ts";
import type { ExpressionScope, IssueInScope } from "./scope.ts";
import type { TokenReader } from "./token-reader.ts";
import type { Token } from "./tokenize.ts";

/**
 * Reads one comparison, provision or flag and looks up its names.
 *
 * @returns `undefined` after an error, which is reported; the reader then stands where reading can go on
 */
export function parseComparison(reader: TokenReader, scope: ExpressionScope): Expression | undefined {
  const token = reader.peek();
  if (token.kind === "name") return parseNamed(reader, scope);
  if (reader.isWord("with") || reader.isWord("without")) return parseProvision(reader, scope);
  if (reader.atJoint()) {
    const place = token.kind === "end" ? "at the end" : `before \`${token.text}\``;
    return reader.report(
      token,
      "missing-operand",
      `something is missing ${place}`,
      "write a comparison there, for example `issue = option`",
    );
  }
  if (token.kind === "number") {
    reader.report(
      token,
      "number-first",
      `a comparison cannot begin with the number ${token.text}`,
      "put the issue on the left: `issue > 20`",
    );
  } else if (token.kind === "comparison" || token.kind === "word") {
    reader.report(
      token,
      "missing-operand",
      `a name is missing before \`${token.text}\``,
      "put an issue or a basket on its left",
    );
  } else {
    reader.report(
      token,
      "unexpected",
      `\`${token.text}\` means nothing here`,
      "write a comparison, for example `issue = option`; names are ids, without quotation marks",
    );
  }
  reader.next();
  reader.skipToJoint();
  return undefined;
}

function parseProvision(reader: TokenReader, scope: ExpressionScope): Expression | undefined {
  const word = reader.next();
  const token = reader.peek();
  if (token.kind !== "name") {
    reader.report(
      token,
      "missing-operand",
      `a provision is missing after \`${word.text}\``,
      "name a provision of the follow-on, for example `with date`",
    );
    reader.skipToJoint();
    return undefined;
  }
  reader.next();
  if (!scope.provisions.has(token.text)) return unknownName(reader, scope, token, "provision");
  const provision: Expression = { kind: "provision", id: token.text };
  return word.text.toLowerCase() === "with" ? provision : { kind: "not", operand: provision };
}

function parseNamed(reader: TokenReader, scope: ExpressionScope): Expression | undefined {
  const name = reader.next();
  const after = reader.peek();
  if (after.kind === "comparison") return parseIssueComparison(reader, scope, name);
  if (reader.isWord("is")) return parsePlacement(reader, scope, name);
  if (reader.isWord("in") || (reader.isWord("not") && reader.isWord("in", 1)))
    return parseList(reader, scope, name);
  if (reader.isWord("not") && reader.peek(1).kind === "comparison") {
    reader.report(
      reader.next(),
      "misplaced-not",
      "`not` cannot stand before a comparison sign",
      "use `!=`, or put `not` before the whole comparison",
    );
    parseIssueComparison(reader, scope, name);
    return undefined;
  }
  if (scope.flags.has(name.text)) return { kind: "flag", id: name.text };
  const isIssue = scope.issues.has(name.text);
  if (isIssue || scope.baskets.has(name.text)) {
    const said = isIssue
      ? `the issue \`${name.text}\` is compared with nothing`
      : `the basket \`${name.text}\` has no placement after it`;
    const hint = isIssue ? `write \`${name.text} = option\`` : `write \`${name.text} is later\``;
    reader.report(name, "missing-comparison", said, hint);
  } else unknownName(reader, scope, name, scope.flags.size > 0 ? "flag" : "issue");
  reader.skipToJoint();
  return undefined;
}

function parseIssueComparison(
  reader: TokenReader,
  scope: ExpressionScope,
  name: Token,
): Expression | undefined {
  const sign = reader.next();
  if (sign.kind !== "comparison") throw new Error(`not a comparison sign: ${sign.text}`);
  const issue = scope.issues.get(name.text);
  if (issue === undefined) {
    if (scope.baskets.has(name.text)) {
      const ordered = sign.comparison !== "=" && sign.comparison !== "!=";
      const message = `\`${name.text}\` is a basket${ordered ? ", and placements have no order" : ""}: \`${sign.text}\` compares issues`;
      const hint = `use \`is\` or \`in\`: \`${name.text} is ${sign.comparison === "!=" ? "not " : ""}later\``;
      reader.report({ start: name.start, end: sign.end }, "basket-compared", message, hint);
    } else unknownName(reader, scope, name, "issue");
  }
  const operand = reader.peek();
  let expression: Expression | undefined;
  if (operand.kind === "name") {
    reader.next();
    const option = issue && checkOption(reader, scope, name.text, operand);
    if (issue && option !== undefined)
      expression = compareIssue(name.text, issue, sign.comparison, { option });
  } else if (operand.kind === "number") {
    const number = checkNumber(reader, scope, name.text, sign.comparison);
    if (issue && number !== undefined)
      expression = compareIssue(name.text, issue, sign.comparison, { number });
  } else {
    const hint = "name an option of the issue or a number, without quotation marks";
    reader.report(
      operand,
      "missing-operand",
      `an option or a number is missing after \`${sign.text}\``,
      hint,
    );
    reader.skipToJoint();
    return undefined;
  }
  const further = reader.peek();
  if (further.kind === "comparison") {
    reader.report(
      further,
      "chained-comparison",
      `\`${further.text}\` follows a comparison that is complete`,
      "compare twice and join with `and`",
    );
    reader.skipToJoint();
    return undefined;
  }
  return expression;
}

function parsePlacement(reader: TokenReader, scope: ExpressionScope, name: Token): Expression | undefined {
  const is = reader.next();
  const negated = reader.isWord("not");
  if (negated) reader.next();
  if (reader.isWord("in")) {
    reader.report(
      is,
      "is-before-in",
      "`is` is not used before `in`",
      `write \`${name.text} ${negated ? "not " : ""}in (…)\``,
    );
    parseList(reader, scope, name);
    return undefined;
  }
  const isBasket = scope.baskets.has(name.text);
  if (!isBasket) {
    if (scope.issues.has(name.text)) {
      const message = `\`${name.text}\` is an issue: \`is\` tells the placement of a basket`;
      reader.report(
        { start: name.start, end: is.end },
        "issue-placed",
        message,
        `write \`${name.text} ${negated ? "!=" : "="} option\``,
      );
    } else unknownName(reader, scope, name, "basket");
  }
  const token = reader.peek();
  if (token.kind !== "name") {
    reader.report(
      token,
      "missing-operand",
      "a placement is missing after `is`",
      `write one of ${placements.join(", ")}`,
    );
    reader.skipToJoint();
    return undefined;
  }
  reader.next();
  const placement = isBasket ? checkPlacement(reader, token) : undefined;
  return placement && placed(name.text, negated, [placement]);
}

function parseList(reader: TokenReader, scope: ExpressionScope, name: Token): Expression | undefined {
  const negated = reader.isWord("not");
  if (negated) reader.next();
  reader.next();
  const items = parseItems(reader);
  const issue = scope.issues.get(name.text);
  if (scope.baskets.has(name.text) && !(issue && items?.every((item) => isOption(issue, item)))) {
    const found = items?.map((item) => checkPlacement(reader, item));
    return allRead(found) ? placed(name.text, negated, found) : undefined;
  }
  if (issue === undefined) return unknownName(reader, scope, name, "issue or basket");
  const found = items?.map((item) => checkOption(reader, scope, name.text, item));
  return allRead(found) ? listIssue(name.text, issue, negated, found) : undefined;
}

function isOption(issue: IssueInScope, token: Token): boolean {
  return issue.options.some(({ id }) => id === token.text);
}

/** Names and numbers between parentheses, unchecked. Undefined when they are no list; then reading goes on behind it. */
function parseItems(reader: TokenReader): readonly Token[] | undefined {
  const open = reader.peek();
  if (open.kind !== "(") {
    reader.report(
      open,
      "missing-list",
      "a list in parentheses is missing after `in`",
      "write `in (first, second)`",
    );
    reader.skipToJoint();
    return undefined;
  }
  reader.next();
  const items: Token[] = [];
  for (;;) {
    const item = reader.peek();
    if (item.kind !== "name" && item.kind !== "number") {
      return brokenList(
        reader,
        open,
        "missing-operand",
        item.kind === "end" ? "the list ends early" : `a name is missing before \`${item.text}\``,
      );
    }
    items.push(reader.next());
    const mark = reader.peek();
    if (mark.kind === ")") {
      reader.next();
      return items;
    }
    if (mark.kind !== ",")
      return brokenList(reader, open, "missing-comma", `\`,\` or \`)\` is missing before \`${mark.text}\``);
    reader.next();
  }
}

function brokenList(reader: TokenReader, open: Token, code: string, message: string): undefined {
  if (reader.peek().kind === "end")
    reader.report(open, "unclosed-parenthesis", "this `(` is never closed", "add the `)`");
  else
    reader.report(reader.peek(), code, message, "write names with commas between them: `in (first, second)`");
  reader.skipToClosing();
  return undefined;
}

function allRead<T>(found: readonly (T | undefined)[] | undefined): found is readonly T[] {
  return found?.every((item) => item !== undefined) ?? false;
}

function placed(basket: string, negated: boolean, named: readonly Placement[]): Expression {
  return {
    kind: "placement",
    basket,
    placements: placements.filter((each) => named.includes(each) !== negated),
    negated,
  };
}
