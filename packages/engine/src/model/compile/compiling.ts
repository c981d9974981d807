import { constantValue } from "../expression/constant-value.ts";
import type { Expression } from "../expression/expression.ts";
import type { ExpressionNames } from "../expression/expression-in-words.ts";
import { parseExpression } from "../expression/parse-expression.ts";
import type { ExpressionScope } from "../expression/scope.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { ProblemList } from "../reading/problem-list.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import { EntryRegister } from "./entry-register.ts";
import { Names } from "./names.ts";

/** What the compilation of every section needs. */
export interface Compiling {
  readonly document: CaseDocument;
  readonly names: Names;
  readonly problems: ProblemList;
  readonly entries: EntryRegister;
  readonly scope: ExpressionScope;
}

/** @param data the file as written; see `Names` */
export function beginCompiling(document: CaseDocument, data: unknown, problems: ProblemList): Compiling {
  const names = new Names(document, data, problems);
  return { document, names, problems, entries: new EntryRegister(document, names), scope: scopeOf(document) };
}

/** Stands in for an expression that could not be read; nothing is computed with it. */
export const unreadExpression: Expression = { kind: "or", operands: [] };

/** Reads an expression of the case; problems are reported where they stand within it. */
export function readExpression(
  { problems, scope }: Compiling,
  text: string,
  path: DataPath,
  flags?: ReadonlySet<string>,
): Expression | undefined {
  const read = parseExpression(
    text,
    flags === undefined ? scope : { ...scope, flags, issues: new Map(), baskets: new Map() },
  );
  if (read.ok) return read.expression;
  for (const { code, start, message, hint } of read.problems) {
    problems.inText(
      "error",
      code === "unknown-name" || code === "unknown-option" ? "unknown-id" : `expression-${code}`,
      path,
      start,
      message,
      hint,
    );
  }
  return undefined;
}

/** The one value that an expression has whatever happens; undefined when it depends. */
export function constantIn({ document }: Compiling, expression: Expression): boolean | undefined {
  return constantValue(expression, (issue) => Object.keys(document.issues[issue].options).length);
}

/** Labels for `expressionInWords`. */
export function namesInSentence(document: CaseDocument): ExpressionNames {
  const properNames = new Set(
    Object.values(document.parties).flatMap(({ label, aliases }) => [label, ...aliases].map(firstWord)),
  );
  const lower = (label: string) => (properNames.has(firstWord(label)) ? label : withoutCapital(label));
  return {
    issue: (id) => lower(document.issues[id].label),
    option: (issue, place) => lower(Object.values(document.issues[issue].options)[place].label),
    basket: (id) => lower(document.baskets[id].label),
    placement: (placement) => placement,
    provision: (id) => lower(document.followOn?.provisions[id]?.label ?? id),
    flag: (id) => id,
  };
}

function scopeOf(document: CaseDocument): ExpressionScope {
  return {
    issues: new Map(
      Object.entries(document.issues).map(([id, { options, unit, statusQuo }]) => [
        id,
        {
          options: Object.entries(options).map(([option, { number }]) =>
            number === undefined ? { id: option } : { id: option, number },
          ),
          ...(unit === undefined ? {} : { unit }),
          statusQuo: statusQuo === undefined ? -1 : Object.keys(options).indexOf(statusQuo),
        },
      ]),
    ),
    baskets: new Map(Object.entries(document.baskets).map(([id, { issues }]) => [id, issues])),
    provisions: new Set(Object.keys(document.followOn?.provisions ?? {})),
    flags: new Set(),
  };
}

function firstWord(label: string): string {
  return /^[\p{L}\p{N}.]+/u.exec(label)?.[0] ?? label;
}

/** "Enrichment level" becomes "enrichment level"; "UN embargo" and "X" stay. */
function withoutCapital(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
