import { didYouMean } from "../did-you-mean.ts";
import { someOf } from "./check-name.ts";
import type { Comparison, IssueExpression, IssueTest } from "./expression.ts";
import { statusQuoWord } from "./expression-grammar.ts";
import type { ExpressionScope, IssueInScope } from "./scope.ts";
import type { TokenReader } from "./token-reader.ts";
import type { Token } from "./tokenize.ts";

/**
 * Place of the option that a token names, on the right of an issue; reports what is not an option of that issue.
 *
 * @param issueId must be in scope
 */
export function checkOption(
  reader: TokenReader,
  scope: ExpressionScope,
  issueId: string,
  token: Token,
): number | undefined {
  const issue = scope.issues.get(issueId)!;
  const name = token.text;
  const place = issue.options.findIndex(({ id }) => id === name);
  if (place >= 0) return place;
  const ids = issue.options.map(({ id }) => id);
  if (token.kind === "number") {
    const same = issue.options.find(({ number }) => number === Number(name));
    const hint = same === undefined ? `options of ${issueId}: ${someOf(ids)}` : `write \`${same.id}\``;
    return reader.report(token, "number-in-list", `a list takes options, not numbers such as ${name}`, hint);
  }
  if (name === statusQuoWord) {
    if (issue.statusQuo >= 0) return issue.statusQuo;
    return reader.report(
      token,
      "no-status-quo",
      `${issueId} has no status quo`,
      `name an option: ${someOf(ids)}`,
    );
  }
  const near = didYouMean(name, ids);
  const hint = near === undefined ? `options of ${issueId}: ${someOf(ids)}` : `did you mean \`${near}\`?`;
  const owners = [...scope.issues]
    .filter(([, { options }]) => options.some(({ id }) => id === name))
    .map(([id]) => id);
  if (owners.length > 0) {
    return reader.report(
      token,
      "option-of-another-issue",
      `\`${name}\` is an option of ${someOf(owners)}, not of ${issueId}`,
      hint,
    );
  }
  if (scope.issues.has(name)) {
    return reader.report(
      token,
      "unknown-option",
      `\`${name}\` is an issue, and ${issueId} can only be compared with its own options or a number`,
      hint,
    );
  }
  return reader.report(token, "unknown-option", `${issueId} has no option \`${name}\``, hint);
}

/**
 * Reads the number, and the unit if there is one, on the right of an issue. Where the name on the left is no issue (reported
 * already) it is read unchecked.
 */
export function checkNumber(
  reader: TokenReader,
  scope: ExpressionScope,
  issueId: string,
  comparison: Comparison,
): number | undefined {
  const token = reader.next();
  const value = Number(token.text) + 0; // + 0: no negative zero
  const issue = scope.issues.get(issueId);
  if (readThousands(reader, token)) return undefined;
  const unitIsRight = readUnit(reader, scope, issueId, token);
  if (issue === undefined || !unitIsRight) return undefined;
  if (!Number.isFinite(value))
    return reader.report(token, "number-not-finite", `${token.text} is too large`, "write a smaller number");
  const without = issue.options.filter(({ number }) => number === undefined).map(({ id }) => id);
  if (without.length > 0) {
    const message = `${issueId} cannot be compared with a number: ${without.length === issue.options.length ? "its options have" : `${someOf(without)} has`} no number`;
    return reader.report(
      token,
      "option-without-number",
      message,
      `compare with an option, for example \`${issueId} ${comparison} ${issue.options[0].id}\`, or give every option a number`,
    );
  }
  if ((comparison === "=" || comparison === "!=") && !issue.options.some(({ number }) => number === value)) {
    const numbers = issue.options.map(({ number }) => String(number));
    return reader.report(
      token,
      "number-of-no-option",
      `no option of ${issueId} has the number ${token.text}`,
      `its numbers: ${someOf(numbers)}`,
    );
  }
  return value;
}

/** Reports `2,000`, which would be two numbers. */
function readThousands(reader: TokenReader, first: Token): boolean {
  let end = first.end;
  while (
    reader.peek().kind === "," &&
    reader.peek(1).kind === "number" &&
    reader.peek().start === end &&
    reader.peek(1).start === end + 1
  ) {
    reader.next();
    end = reader.next().end;
  }
  if (end === first.end) return false;
  const written = reader.text.slice(first.start, end);
  const hint = `write \`${written.replaceAll(",", "")}\`, or with a decimal point \`${written.replace(",", ".")}\``;
  reader.report({ start: first.start, end }, "comma-in-number", `\`${written}\` has a comma in it`, hint);
  while (
    reader.peek().kind === "unknown" ||
    (reader.peek().kind === "name" && reader.peek().start <= end + 1)
  )
    reader.next();
  return true;
}

/** Reads past the unit. False when it is not the issue's (reported). */
function readUnit(reader: TokenReader, scope: ExpressionScope, issueId: string, number: Token): boolean {
  const unit = scope.issues.get(issueId)?.unit?.trim() ?? "";
  if (unit !== "") {
    const spelling = unit
      .split(/\s+/u)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
      .join("\\s+");
    const expected = new RegExp(`\\s*${spelling}${/\w$/.test(unit) ? "(?!\\w)" : ""}`, "uy");
    expected.lastIndex = number.end;
    if (expected.test(reader.text)) {
      reader.skipTo(expected.lastIndex);
      return true;
    }
  }
  const start = reader.peek().start;
  let end = start;
  while (
    reader.peek().kind === "unknown" ||
    (reader.peek().kind === "name" &&
      (end === start || reader.peek().start === end) &&
      !isKnown(scope, reader.peek().text))
  ) {
    end = reader.next().end;
  }
  if (end === start || !scope.issues.has(issueId)) return true;
  const written = reader.text.slice(start, end);
  if (unit === "")
    reader.report(
      { start, end },
      "wrong-unit",
      `${issueId} has no unit, so \`${written}\` means nothing here`,
      `write \`${number.text}\` alone`,
    );
  else
    reader.report(
      { start, end },
      "wrong-unit",
      `\`${written}\` is not the unit of ${issueId}`,
      `write \`${number.text} ${unit}\``,
    );
  return false;
}

function isKnown(scope: ExpressionScope, name: string): boolean {
  return scope.issues.has(name) || scope.baskets.has(name) || scope.flags.has(name);
}

/** A comparison of an issue with one of its options (by place) or with a number (all its options have one). */
export function compareIssue(
  id: string,
  issue: IssueInScope,
  comparison: Comparison,
  against: { readonly option: number } | { readonly number: number },
): IssueExpression {
  const { options } = issue;
  if ("option" in against) {
    const { option } = against;
    const numbers = options.flatMap(({ number }) => (number === undefined ? [] : [number]));
    const rising = numbers.every((number, at) => at === 0 || number > numbers[at - 1]);
    const test: IssueTest = { by: "option", comparison, option, rising };
    return {
      kind: "issue",
      issue: id,
      allowed: places(issue, (place) => holds(comparison, place, option)),
      test,
      text: `${id} ${comparison} ${options[option].id}`,
    };
  }
  const { number } = against;
  const unit = issue.unit?.trim() ?? "";
  const test: IssueTest = { by: "number", comparison, number, unit };
  const allowed = places(issue, (place) => holds(comparison, options[place].number!, number));
  return {
    kind: "issue",
    issue: id,
    allowed,
    test,
    text: `${id} ${comparison} ${number}${unit && ` ${unit}`}`,
  };
}

/** An issue at one, or at none, of the listed options. */
export function listIssue(
  id: string,
  issue: IssueInScope,
  negated: boolean,
  listed: readonly number[],
): IssueExpression {
  const options = places(issue, (place) => listed.includes(place));
  const allowed = places(issue, (place) => listed.includes(place) !== negated);
  const names = options.map((place) => issue.options[place].id).join(", ");
  return {
    kind: "issue",
    issue: id,
    allowed,
    test: { by: "list", negated, options },
    text: `${id} ${negated ? "not in" : "in"} (${names})`,
  };
}

function places(issue: IssueInScope, holdsAt: (place: number) => boolean): number[] {
  return [...issue.options.keys()].filter(holdsAt);
}

function holds(comparison: Comparison, left: number, right: number): boolean {
  switch (comparison) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}
