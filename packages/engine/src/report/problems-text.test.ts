import { expect, test } from "vitest";
import type { Problem } from "../model/problem.ts";
import { problemsText } from "./problems-text.ts";
import { plain } from "./style.ts";

const problem = (more: Partial<Problem>): Problem => ({
  code: "x",
  severity: "error",
  path: "",
  file: "",
  line: 0,
  column: 0,
  message: "something is wrong",
  hint: "",
  ...more,
});

const text = (problems: readonly Problem[], width = 60) => problemsText(problems, { width, style: plain });

test("errors come before warnings, each with its place, message and hint; counts at the end", () => {
  const warning = problem({
    severity: "warning",
    file: "case.yaml",
    line: 3,
    column: 7,
    path: "parties.iran",
  });
  const error = problem({
    file: "case.yaml",
    line: 12,
    column: 5,
    path: "iran.stances",
    hint: "did you mean `missiles`?",
  });
  expect(text([warning, error])).toBe(`case.yaml:12:5  error  iran.stances
    something is wrong
    → did you mean \`missiles\`?
case.yaml:3:7  warning  parties.iran
    something is wrong
1 error, 1 warning.
`);
});

test("what stands in no file is one line", () => {
  expect(text([problem({ message: "unknown option '--jsn'" })])).toBe(
    "error: unknown option '--jsn'\n1 error.\n",
  );
});

test("a long hint that repeats the one before is left out", () => {
  const hint = `what can stand here: ${"abc, ".repeat(20)}`;
  expect(text([problem({ hint }), problem({ hint })]).match(/what can stand/g)).toHaveLength(1);
});
