import { domainLimits } from "../domain/domain-limits.ts";

/**
 * A JSON value that knows where it stands. Numbers keep their text: 0.07 is then 7 hundredths exactly.
 *
 * Offsets count UTF-16 units of the text.
 */
export type JsonValue =
  | { readonly kind: "object"; readonly at: number; readonly fields: ReadonlyMap<string, JsonValue> }
  | { readonly kind: "array"; readonly at: number; readonly items: readonly JsonValue[] }
  | { readonly kind: "text"; readonly at: number; readonly text: string }
  | { readonly kind: "number"; readonly at: number; readonly text: string }
  | { readonly kind: "word"; readonly at: number; readonly text: "true" | "false" | "null" };

export interface JsonProblem {
  readonly code: "not-json" | "duplicate" | "too-deep";
  readonly at: number;
  readonly message: string;
}

/** Parses JSON (RFC 8259) strictly, and besides refuses a field given twice and nesting past the limit. */
export function parseJson(text: string): JsonValue | JsonProblem {
  const reader = new JsonReader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

class Refusal extends Error {
  readonly problem: JsonProblem;

  constructor(problem: JsonProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const value = this.#value(0);
    this.#space();
    if (this.#at < this.#text.length) this.#refuse("not-json", "something follows after the end");
    return value;
  }

  #value(depth: number): JsonValue {
    if (depth > domainLimits.depth)
      this.#refuse("too-deep", `more than ${domainLimits.depth} levels inside one another`);
    this.#space();
    const at = this.#at;
    const char = this.#text[at];
    if (char === "{") return { kind: "object", at, fields: this.#fields(depth) };
    if (char === "[") return { kind: "array", at, items: this.#items(depth) };
    if (char === '"') return { kind: "text", at, text: this.#string() };
    const number = this.#match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return { kind: "number", at, text: number };
    const word = this.#match(/true|false|null/y);
    if (word !== undefined) return { kind: "word", at, text: word as "true" | "false" | "null" };
    return this.#refuse(
      "not-json",
      char === undefined ? "the text ends where a value is expected" : "expected a value",
    );
  }

  #fields(depth: number): Map<string, JsonValue> {
    const fields = new Map<string, JsonValue>();
    this.#at++;
    if (this.#ends("}")) return fields;
    do {
      this.#space();
      const at = this.#at;
      if (this.#text[at] !== '"') this.#refuse("not-json", "expected a field name in quotation marks");
      const name = this.#string();
      if (fields.has(name))
        this.#refuse("duplicate", `the field ${JSON.stringify(name.slice(0, 60))} is given twice`, at);
      this.#space();
      if (this.#text[this.#at++] !== ":") this.#refuse("not-json", "expected a colon", this.#at - 1);
      fields.set(name, this.#value(depth + 1));
    } while (this.#goesOn("}"));
    return fields;
  }

  #items(depth: number): JsonValue[] {
    const items: JsonValue[] = [];
    this.#at++;
    if (this.#ends("]")) return items;
    do items.push(this.#value(depth + 1));
    while (this.#goesOn("]"));
    return items;
  }

  #ends(bracket: string): boolean {
    this.#space();
    if (this.#text[this.#at] !== bracket) return false;
    this.#at++;
    return true;
  }

  #goesOn(bracket: string): boolean {
    if (this.#ends(bracket)) return false;
    if (this.#text[this.#at] !== ",")
      this.#refuse(
        "not-json",
        this.#at >= this.#text.length ? "the text ends too early" : `expected a comma or ${bracket}`,
      );
    this.#at++;
    return true;
  }

  /** Without a pattern: those run out of stack on texts of millions of characters. */
  #string(): string {
    const from = this.#at;
    const text = this.#text;
    let at = from + 1;
    while (at < text.length && text[at] !== '"' && text.charCodeAt(at) >= 32) at += text[at] === "\\" ? 2 : 1;
    if (text[at] !== '"') this.#refuse("not-json", "a text in quotation marks is not closed", from);
    this.#at = at + 1;
    try {
      return JSON.parse(text.slice(from, at + 1)) as string;
    } catch {
      return this.#refuse("not-json", "a text in quotation marks holds a wrong escape", from);
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #space(): void {
    this.#match(/[ \t\n\r]+/y);
  }

  #refuse(code: JsonProblem["code"], message: string, at = this.#at): never {
    throw new Refusal({ code, at, message });
  }
}
