import type { Problem } from "../problem.ts";
import { isConsequence } from "./consequences.ts";
import type { DataPath } from "./data-path.ts";
import type { YamlText } from "./yaml-text.ts";

/** More than these nobody reads. */
const mostProblems = 500;

/** Collects what is wrong with one file, and finds where each piece stands. */
export class ProblemList {
  readonly #file: string;
  readonly #yaml: YamlText;
  readonly #found: Problem[] = [];
  /** From a path in the data that is checked to the path in the file; they differ where broken list items were left out. */
  toFilePath: (path: DataPath) => DataPath = (path) => path;

  constructor(file: string, yaml: YamlText) {
    this.#file = file;
    this.#yaml = yaml;
  }

  error(code: string, path: DataPath, message: string, hint = "", part: "value" | "key" = "value"): void {
    this.#add("error", code, path, message, hint, part);
  }

  warn(code: string, path: DataPath, message: string, hint = "", part: "value" | "key" = "value"): void {
    this.#add("warning", code, path, message, hint, part);
  }

  /** Something at a character of a text value. */
  inText(
    severity: Problem["severity"],
    code: string,
    path: DataPath,
    offset: number,
    message: string,
    hint: string,
  ): void {
    const inFile = this.toFilePath(path);
    this.#found.push({
      code,
      severity,
      path: inFile.join("."),
      file: this.#file,
      ...this.#yaml.locateInside(inFile, offset),
      message,
      hint,
    });
  }

  /** Something that was found before there was any data. */
  atPlace(
    code: string,
    path: DataPath,
    place: { line: number; column: number },
    message: string,
    hint: string,
  ): void {
    this.#found.push({
      code,
      severity: "error",
      path: path.join("."),
      file: this.#file,
      line: place.line,
      column: place.column,
      message,
      hint,
    });
  }

  get hasErrors(): boolean {
    return this.#found.some(({ severity }) => severity === "error");
  }

  /** Adds the errors found in the rest of a broken file, save those that merely follow from what was left out of it. */
  addFurther(further: ProblemList, leftOut: readonly DataPath[]): void {
    this.#found.push(
      ...further.#found.filter((problem) => problem.severity === "error" && !isConsequence(problem, leftOut)),
    );
  }

  /** In order of place, each once. */
  sorted(): readonly Problem[] {
    const seen = new Set<string>();
    const all = this.#found
      .filter((problem) => {
        const key = `${problem.line}:${problem.column}:${problem.code}:${problem.message}`;
        return !seen.has(key) && seen.add(key);
      })
      .toSorted((a, b) => a.line - b.line || a.column - b.column);
    if (all.length <= mostProblems) return all;
    const rest = {
      ...all[mostProblems],
      code: "too-many-problems",
      severity: "error" as const,
      path: "",
      message: `${all.length - mostProblems} more problems from here on`,
      hint: "",
    };
    return [...all.slice(0, mostProblems), rest];
  }

  #add(
    severity: Problem["severity"],
    code: string,
    path: DataPath,
    message: string,
    hint: string,
    part: "value" | "key",
  ): void {
    const inFile = this.toFilePath(path);
    const { line, column } = this.#yaml.locate(inFile, part);
    this.#found.push({
      code,
      severity,
      path: inFile.join("."),
      file: this.#file,
      line,
      column,
      message,
      hint,
    });
  }
}
