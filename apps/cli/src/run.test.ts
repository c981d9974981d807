import { describe, expect, test } from "vitest";
import { badInput } from "./bad-input.ts";
import type { CommandModule, RegistryEntry } from "./command-module.ts";
import { runInTest } from "./run-in-test.ts";

/** A registry of one command, which does as told. */
function only(run: CommandModule["run"], more: Partial<CommandModule> = {}): RegistryEntry[] {
  const command: CommandModule = {
    about: "For a test.",
    arguments: [{ syntax: "[words...]", about: "any", completes: "nothing" }],
    options: [{ syntax: "--name <id>", about: "a name" }],
    formats: ["json", "csv", "markdown"],
    exitCode: "when asked",
    examples: [],
    run,
    ...more,
  };
  return [{ name: "probe", summary: "a probe", load: async () => ({ command }) }];
}

const prints = (text: string, found = false) =>
  only(async ({ args, options }) => ({ json: () => ({ args, options }), text: () => text, found }));

describe("command line", () => {
  test("no argument prints help, and succeeds", async () => {
    const { code, out, err } = await runInTest([]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("parley compare cases/muscat-2026");
  });

  test("the version", async () => {
    expect(await runInTest(["--version"])).toEqual({ code: 0, out: "0.1.0\n", err: "" });
  });

  test("shared options may stand before the command", async () => {
    const { code, out } = await runInTest(
      ["--json", "--width", "80", "probe", "a", "--name", "b"],
      {},
      prints("x"),
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ args: ["a"], options: { json: true, width: 80, name: "b" } });
  });

  test("`help probe` and `probe --help` are the same", async () => {
    const [one, other] = [
      await runInTest(["help", "probe"], {}, prints("x")),
      await runInTest(["probe", "-h"], {}, prints("x")),
    ];
    expect(one.out).toContain("Usage: parley probe");
    expect(one).toEqual(other);
  });

  test.each([
    [["chek"], "unknown-command", "did you mean `check`?"],
    [["help", "chek"], "unknown-command", "lists them"],
    [["glossary", "--jsno"], "unknown-option", "did you mean `--json`?"],
    [["glossary", "--markdown", "--csv"], "conflicting-option", "--help"],
    [["glossary", "--width", "wide"], "invalid-argument", "--help"],
    [["glossary", "--width"], "option-missing-argument", "--help"],
    [["completion"], "missing-argument", "--help"],
    [["completion", "bash", "zsh"], "excess-arguments", "--help"],
    [["completion", "tcsh"], "unknown-shell", ""],
    [["glossary", "zon"], "unknown-word", "did you mean `zone`?"],
  ])("%j is bad input: %s", async (argv, code, hint) => {
    const text = await runInTest(argv);
    expect(text).toMatchObject({ code: 2, out: "" });
    expect(text.err).toContain(hint);
    expect(text.err).not.toMatch(/^\s+at /m);
    const json = await runInTest([...argv, "--json"]);
    expect(json).toMatchObject({ code: 2, err: "" });
    const issue = JSON.parse(json.out).issues[0];
    expect(issue.severity).toBe("error");
    // A missing value swallows the option after it.
    if (argv.at(-1) !== "--width") expect(issue.code).toBe(code);
  });

  test("what a command refuses goes to standard error, or as JSON to standard output", async () => {
    const refuses = only(async () => {
      throw badInput("no-such", "there is no x", { file: "a.yaml", hint: "try y" });
    });
    const text = await runInTest(["probe"], {}, refuses);
    expect(text).toEqual({
      code: 2,
      out: "",
      err: "a.yaml  error\n    there is no x\n    → try y\n1 error.\n",
    });
    const json = await runInTest(["probe", "--json"], {}, refuses);
    expect([json.code, json.err]).toEqual([2, ""]);
    expect(JSON.parse(json.out)).toEqual({
      issues: [
        {
          code: "no-such",
          severity: "error",
          path: "",
          file: "a.yaml",
          line: 0,
          column: 0,
          message: "there is no x",
          hint: "try y",
        },
      ],
    });
  });

  test("a fault of ours is one friendly line; the trace on request", async () => {
    const faults = only(async () => {
      throw new Error("index 7 is outside");
    });
    const quiet = await runInTest(["probe"], {}, faults);
    expect(quiet).toMatchObject({ code: 70, out: "" });
    expect(quiet.err).toMatch(/^parley: a fault in Parley itself.*index 7 is outside\nPARLEY_DEBUG=1 /);
    expect(quiet.err).not.toContain("at ");
    expect((await runInTest(["probe"], { env: { PARLEY_DEBUG: "1" } }, faults)).err).toMatch(/^\s+at /m);
  });

  test("exit code 1 only with --exit-code, and only when something was found", async () => {
    expect((await runInTest(["probe"], {}, prints("x", true))).code).toBe(0);
    expect((await runInTest(["probe", "--exit-code"], {}, prints("x", true))).code).toBe(1);
    expect((await runInTest(["probe", "--exit-code"], {}, prints("x", false))).code).toBe(0);
  });

  test("control characters in what is printed do not reach the terminal", async () => {
    const { out } = await runInTest(
      ["probe"],
      {},
      prints("a\u001b]0;title\u0007b\u001b[2Jc\u0008d\u001b[1me\u001b[22m"),
    );
    expect(out).toBe("abc\ufffdd\u001b[1me\u001b[22m\n");
  });
});

describe("layout", () => {
  const styled = only(async () => ({
    json: () => null,
    text: ({ width, style }) => `${style.strong("x")} ${width}`,
  }));
  test.each([
    ["no terminal", {}, [], "x 120"],
    ["a terminal", { outIsTerminal: true, columns: 77 }, [], "\u001b[1mx\u001b[22m 77"],
    ["--width", { outIsTerminal: true, columns: 77, env: { NO_COLOR: "1" } }, ["--width", "60"], "x 60"],
    ["--no-color", { outIsTerminal: true }, ["--no-color"], "x 120"],
    ["FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, [], "\u001b[1mx\u001b[22m 120"],
    ["NO_COLOR beats FORCE_COLOR", { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }, [], "x 120"],
    [
      "an empty NO_COLOR is none",
      { outIsTerminal: true, env: { NO_COLOR: "" } },
      [],
      "\u001b[1mx\u001b[22m 120",
    ],
    ["a tiny terminal", { columns: 10 }, [], "x 40"],
  ])("%s", async (_, io, options, expected) => {
    expect((await runInTest(["probe", ...options], io, styled)).out).toBe(`${expected}\n`);
  });
});
