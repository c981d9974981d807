import type { Comparison } from "./expression.ts";
import { type ReservedWord, reservedWords } from "./expression-grammar.ts";
import type { ExpressionProblem } from "./expression-problem.ts";

/** `unknown` is one character, or a quoted piece, that means something only inside a unit. `end` is empty and always last. */
export type Token = { readonly text: string; readonly start: number; readonly end: number } & (
  | { readonly kind: "name" | "number" | "(" | ")" | "," | "unknown" | "end" }
  | { readonly kind: "word"; readonly word: ReservedWord }
  | { readonly kind: "comparison"; readonly comparison: Comparison }
);

const pattern =
  /(?<space>\s+)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<number>-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<symbol>[=<>!]+|[≤≥≠¬∧∨]|&+|\|+)|(?<mark>[(),])|(?<other>"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|.)/gsuy;

const comparisons: ReadonlySet<string> = new Set<Comparison>(["=", "!=", "<", "<=", ">", ">="]);

/** Spellings of other languages: reported, then read as what was meant, so that the rest is still checked. */
const foreign: ReadonlyMap<string, Comparison | ReservedWord> = new Map<string, Comparison | ReservedWord>([
  ["==", "="],
  ["===", "="],
  ["!==", "!="],
  ["<>", "!="],
  ["≠", "!="],
  ["=<", "<="],
  ["≤", "<="],
  ["=>", ">="],
  ["≥", ">="],
  ["!", "not"],
  ["¬", "not"],
  ["&", "and"],
  ["&&", "and"],
  ["∧", "and"],
  ["|", "or"],
  ["||", "or"],
  ["∨", "or"],
]);

const words: ReadonlyMap<string, ReservedWord> = new Map(reservedWords.map((word) => [word, word]));

/** Never fails: what it cannot read becomes an `unknown` token for the parser to report. */
export function tokenize(text: string): {
  readonly tokens: readonly Token[];
  readonly problems: readonly ExpressionProblem[];
} {
  const tokens: Token[] = [];
  const problems: ExpressionProblem[] = [];
  for (const match of text.matchAll(pattern)) {
    const piece = match[0];
    const at = { text: piece, start: match.index, end: match.index + piece.length };
    const { space, name, number, symbol, mark } = match.groups!;
    if (space !== undefined) continue;
    if (name !== undefined) {
      const word = words.get(name.toLowerCase());
      tokens.push(word === undefined ? { kind: "name", ...at } : { kind: "word", word, ...at });
    } else if (number !== undefined) tokens.push({ kind: "number", ...at });
    else if (mark !== undefined) tokens.push({ kind: mark as "(" | ")" | ",", ...at });
    else if (symbol !== undefined) tokens.push(symbolToken(symbol));
    else tokens.push({ kind: "unknown", ...at });

    function symbolToken(found: string): Token {
      if (comparisons.has(found)) return { kind: "comparison", comparison: found as Comparison, ...at };
      const meant = foreign.get(found);
      if (meant === undefined) return { kind: "unknown", ...at };
      const { start, end } = at;
      problems.push({
        code: "foreign-operator",
        message: `\`${found}\` is not used here`,
        hint: `use \`${meant}\``,
        start,
        end,
      });
      if (comparisons.has(meant)) return { kind: "comparison", comparison: meant as Comparison, ...at };
      return { kind: "word", word: meant as ReservedWord, ...at };
    }
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return { tokens, problems };
}
