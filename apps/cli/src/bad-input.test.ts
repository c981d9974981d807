import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registry } from "./registry.ts";
import { runInTest } from "./run-in-test.ts";

const muscat = join(import.meta.dirname, "..", "..", "..", "cases", "muscat-2026");
let cwd: string;

/** A folder with such a case; its path from `cwd`. */
function folder(name: string, text: string | Uint8Array): void {
  mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, name, "case.yaml"), text);
}

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "parley-bad-"));
  mkdirSync(join(cwd, "empty"));
  folder(
    "garbage",
    Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
  );
  folder("zip", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0));
  folder("utf16", Buffer.from("\ufeffparley: 1\n", "utf16le"));
  folder("nothing", "");
  folder("scalar", "hello\n");
  folder("list", "- 1\n- 2\n");
  folder("broken", "parley: 1\nid: [a, b\ntitle: x: y\n");
  folder("tabs", "parley: 1\n\tid: a\n");
  folder(
    "bomb",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
      .split("")
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)
      .join("\n")}\n`,
  );
  folder("deep", `a: ${"[".repeat(20_000)}\n`);
  folder("unknown", "parley: 1\nid: a\ntitel: x\n");
  folder("escapes", 'parley: 1\nid: "\\e]0;x\\a"\ntitle: x\n');
  folder("huge", "");
  truncateSync(join(cwd, "huge", "case.yaml"), 3_000_000_000);
});
afterAll(() => rmSync(cwd, { recursive: true }));

const parley = (...argv: string[]) => runInTest(argv, { cwd });

describe("a case that cannot be read", () => {
  const cases = [
    "empty",
    "garbage",
    "zip",
    "utf16",
    "nothing",
    "scalar",
    "list",
    "broken",
    "tabs",
    "bomb",
    "deep",
    "unknown",
    "escapes",
    "huge",
    "nowhere",
  ];
  test.each(cases)("%s: exit 2, a message with its file, no trace", async (name) => {
    const text = await parley("check", name);
    expect(text).toMatchObject({ code: 2, out: "" });
    expect(text.err).toMatch(/\d+ errors?/);
    expect(text.err).not.toMatch(/^\s+at |node:internal/m);
    expect(text.err).not.toContain("\u001b");
    const json = await parley("check", name, "--json");
    expect([json.code, json.err]).toEqual([2, ""]);
    const { issues } = JSON.parse(json.out);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) {
      expect(Object.keys(issue).sort()).toEqual([
        "code",
        "column",
        "file",
        "hint",
        "line",
        "message",
        "path",
        "severity",
      ]);
      expect(issue.message).not.toBe("");
      expect(issue.file).toContain(name);
    }
  });

  test("every command that takes a case refuses it alike", async () => {
    for (const argv of [["agenda"], ["compare"], ["deals"], ["show"], ["gaps"], ["check"]]) {
      const [one, other] = [
        await parley(...argv, "broken", "--json"),
        await parley("check", "broken", "--json"),
      ];
      expect(one).toEqual(other);
    }
    expect((await parley("diff", "broken", "broken", "--json")).code).toBe(2);
    expect((await parley("try", "broken", "a.b: c", "--json")).code).toBe(2);
  });

  test("nothing on disk changes", () => {
    expect(readdirSync(join(cwd, "garbage"))).toEqual(["case.yaml"]);
    expect(readdirSync(cwd)).toHaveLength(14);
  });
});

describe("arguments that a case does not bear out", () => {
  test.each([
    [["deals", muscat], "missing-framing", "nuclear_only"],
    [["deals", muscat, "--framing", "nuclear_firs"], "unknown-framing", "did you mean `nuclear_first`?"],
    [["show", muscat, "irna"], "unknown-path", "did you mean `iran`?"],
    [
      ["show", muscat, "iran.stances.missile.later"],
      "unknown-path",
      "did you mean `iran.stances.missiles.later`?",
    ],
    [["try", muscat], "missing-change", "iran.stances.missiles.later: accepts"],
    [["try", muscat, "no colon here"], "not-a-change", "iran.stances.missiles.later: accepts"],
    [["try", muscat, "iran.stances.missiles.later: [1,"], "not-a-change", ""],
    [["try", muscat, "iran.stances.misiles.later: accepts"], "", "missiles"],
    [["try", muscat, "iran.stances.missiles.later: agrees"], "", ""],
    [["compare", muscat, "--as-of", "yesterday"], "not-a-date", ""],
    [["compare", muscat, "--as-of", "2025-02-30"], "not-a-date", ""],
    [["compare", muscat, "--as-of", "2030-01-01"], "after-as-of", ""],
    [["new", "garbage"], "exists", "another folder"],
    [["new", "garbage/case.yaml"], "not-a-folder", ""],
  ])("%j", async (argv, code, hint) => {
    const text = await parley(...argv);
    expect(text).toMatchObject({ code: 2, out: "" });
    const { issues } = JSON.parse((await parley(...argv, "--json")).out);
    if (code !== "") expect(issues[0].code).toBe(code);
    expect(`${issues[0].message} ${issues[0].hint}`).toContain(hint);
  });

  test("all changes that cannot be read are named at once", async () => {
    const { out } = await parley("try", muscat, "one", "two", "--json");
    expect(JSON.parse(out).issues).toHaveLength(2);
  });

  test.each(registry.map(({ name }) => name))("%s refuses options that it does not know", async (name) => {
    const { code, err } = await parley(name, "--no-such-option");
    expect([code, err]).toEqual([2, expect.stringContaining("--no-such-option")]);
  });
});
