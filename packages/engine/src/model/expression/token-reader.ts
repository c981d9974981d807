import type { ExpressionProblem } from "./expression-problem.ts";
import { type Token, tokenize } from "./tokenize.ts";

/** Goes through the tokens of one text once, and collects what is wrong with it. */
export class TokenReader {
  readonly text: string;
  readonly #tokens: readonly Token[];
  readonly #problems: ExpressionProblem[];
  #at = 0;
  #abandoned = false;

  constructor(text: string) {
    const { tokens, problems } = tokenize(text);
    this.text = text;
    this.#tokens = tokens;
    this.#problems = [...problems];
  }

  /** In order of place. */
  get problems(): readonly ExpressionProblem[] {
    return this.#problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  }

  /** The token `ahead` places on, not yet read; the end token past the end. */
  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
  }

  /** Reads one token; at the end, the end token again and again. */
  next(): Token {
    const token = this.peek();
    if (token.kind !== "end") this.#at++;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === "word" && token.word === word;
  }

  /** Where a comparison can end: before `and`, `or`, `)` and the end of the text. */
  atJoint(): boolean {
    const { kind } = this.peek();
    return kind === "end" || kind === ")" || this.isWord("and") || this.isWord("or");
  }

  /** Recovers from an error: reads on to the next joint, past any parentheses that open on the way. */
  skipToJoint(): void {
    for (let open = 0; this.peek().kind !== "end"; this.next()) {
      if (open === 0 && this.atJoint()) return;
      const { kind } = this.peek();
      if (kind === "(") open++;
      else if (kind === ")") open--;
    }
  }

  /** Reads past the `)` that closes the parenthesis being read, or to the end. */
  skipToClosing(): void {
    for (let open = 1; open > 0 && this.peek().kind !== "end"; ) {
      const { kind } = this.next();
      if (kind === "(") open++;
      else if (kind === ")") open--;
    }
  }

  /** Gives up on the rest of the text; what is then missing at its end is not worth reporting. */
  abandon(): void {
    this.#at = this.#tokens.length - 1;
    this.#abandoned = true;
  }

  get abandoned(): boolean {
    return this.#abandoned;
  }

  /** Reads past every token that begins before this offset. */
  skipTo(offset: number): void {
    while (this.peek().kind !== "end" && this.peek().start < offset) this.next();
  }

  report(
    at: { readonly start: number; readonly end: number },
    code: string,
    message: string,
    hint: string,
  ): undefined {
    this.#problems.push({ code, message, hint, start: at.start, end: at.end });
  }
}
