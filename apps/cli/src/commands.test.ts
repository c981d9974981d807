import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { outputSchemas } from "./output-schema/output-schemas.ts";
import { registry } from "./registry.ts";
import { runInTest, splitLine } from "./run-in-test.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const muscat = "cases/muscat-2026";
let cwd: string;

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "parley-commands-"));
  cpSync(join(root, "cases"), join(cwd, "cases"), { recursive: true });
  await parley("new", "talks");
  await parley("compare", "talks", "--out", "run", "--draws", "600", "--prepare");
  for (const index of ["0", "1", "2"])
    await parley("chunk", "--manifest", "run/manifest.json", "--index", index);
  cpSync(join(cwd, "talks"), join(cwd, "changed"), { recursive: true });
  const file = join(cwd, "changed", "case.yaml");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("later: tolerates, none: resists", "later: refuses"),
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const parley = (...argv: string[]) => runInTest(argv, { cwd });

/** Every file below, with its time and text. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${statSync(path).mtimeMs} ${readFileSync(path, "utf8").length}`);
}

describe("registry", () => {
  test("has every file in commands/, under its name", () => {
    const files = readdirSync(join(import.meta.dirname, "commands")).map((name) => name.replace(/\.ts$/, ""));
    expect(registry.map(({ name }) => name).sort()).toEqual(files.sort());
  });

  // Some examples run readings on all cores, which takes seconds.
  test.each(registry.map(({ name }) => name))(
    "%s --help has examples, and they run",
    { timeout: 120_000 },
    async (name) => {
      const { command } = await registry.find((entry) => entry.name === name)!.load();
      const help = await parley(name, "--help");
      expect(help).toMatchObject({ code: 0, err: "" });
      expect(command.examples.length).toBeGreaterThan(0);
      const before = snapshot(cwd);
      for (const { line, about } of command.examples) {
        expect(help.out).toContain(`$ ${line}`);
        const [program, ...argv] = splitLine(line);
        expect(program).toBe("parley");
        const ran = await parley(...argv);
        expect(ran, `${line}: ${about}`).toMatchObject({ code: 0, err: "" });
        expect(ran.out).not.toBe("");
      }
      if (!["new", "import", "export", "chunk"].includes(name))
        expect(snapshot(cwd), "only these write").toEqual(before);
    },
  );
});

describe("--json", () => {
  const lines: Record<keyof typeof outputSchemas, readonly string[]> = {
    agenda: ["agenda", muscat],
    check: ["check", muscat],
    chunk: ["chunk", "--manifest", "run/manifest.json", "--index", "1"],
    compare: ["compare", muscat, "--draws", "500"],
    completion: ["completion", "fish"],
    deals: ["deals", muscat, "--framing", "nuclear_first"],
    diff: ["diff", "changed", "talks"],
    explain: ["explain", muscat, "--framing", "all_together"],
    export: ["export", "cases/orchard", "--format", "negmas", "-o", "as negmas"],
    gaps: ["gaps", muscat],
    gather: ["gather", "run"],
    glossary: ["glossary"],
    import: ["import", "cases/orchard", "-o", "as case"],
    new: ["new", "more talks"],
    show: ["show", muscat, "iran"],
    try: ["try", "talks", "south.stances.border.later: refuses"],
    badInput: ["check", "nowhere"],
  };

  test("has a schema for every command", () => {
    expect(Object.keys(outputSchemas).sort()).toEqual(
      [...registry.map(({ name }) => name), "badInput"].sort(),
    );
  });

  test.each(Object.keys(lines) as (keyof typeof lines)[])(
    "%s prints what its schema says, and no more",
    async (name) => {
      const { code, out, err } = await parley(...lines[name], "--json");
      expect([code, err]).toEqual([name === "badInput" ? 2 : 0, ""]);
      const printed = JSON.parse(out);
      // Parsing leaves out what the schema does not name.
      expect(outputSchemas[name].parse(printed)).toEqual(printed);
    },
  );

  test("the schema in docs/ is this one", async () => {
    const defs = Object.entries(outputSchemas).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input" });
      return [name, rest] as const;
    });
    const schema = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title:
        "What parley prints with --json, by command; badInput is what any of them prints when it exits with 2",
      $defs: Object.fromEntries(defs),
    };
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      join(root, "docs", "output.schema.json"),
    );
  });
});

describe("tables", () => {
  const lines: Record<string, readonly string[]> = {
    agenda: ["agenda", "talks"],
    check: ["check", "talks"],
    compare: ["compare", "talks", "--draws", "500", "--exact"],
    deals: ["deals", "talks", "--framing", "both"],
    diff: ["diff", "talks", "changed"],
    explain: ["explain", "talks", "--framing", "both"],
    gaps: ["gaps", "talks"],
    gather: ["gather", "run"],
    glossary: ["glossary"],
    show: ["show", "talks", "north"],
    try: ["try", "talks", "south.stances.border.later: refuses"],
  };

  test.each(registry.map(({ name }) => name))("%s prints each of its formats", async (name) => {
    const { command } = await registry.find((entry) => entry.name === name)!.load();
    for (const format of command.formats.filter((one) => one !== "json")) {
      const { code, out } = await parley(...lines[name], `--${format}`);
      expect(code).toBe(0);
      if (format === "csv") expect(out).toMatch(/^[^\n]+\r\n/);
      else expect(out).toMatch(/^(\||#|- )/m);
    }
  });

  test.each(Object.keys(lines))("%s keeps to the width", async (name) => {
    for (const width of [60, 90]) {
      const { out } = await parley(...lines[name], "--width", String(width));
      for (const line of out.split("\n")) expect(line.length, line).toBeLessThanOrEqual(width);
    }
  });
});

describe("--exit-code", () => {
  test.each([
    [["check", "talks"], 0],
    [["diff", "talks", "talks"], 0],
    [["diff", "talks", "changed"], 1],
    [["try", "talks", "south.stances.border.later: refuses"], 1],
    [["try", "talks", "south.stances.border.later: tolerates"], 0],
    [["deals", "talks", "--framing", "both"], 0],
    [["deals", muscat, "--framing", "all_together"], 1],
    [["compare", "talks", "--draws", "300"], 0],
    [["gather", "run"], 0],
    [["gaps", "talks"], 1],
  ])("%j: %i", async (argv, code) => {
    expect((await parley(...argv, "--exit-code")).code).toBe(code);
    expect((await parley(...argv)).code).toBe(0);
  });
});

describe("what a newcomer does", () => {
  test("starts a case, checks it, changes one line, sees what changed", async () => {
    const made = await parley("new", "my river talks");
    expect(made.out).toContain('parley check "my river talks"');
    const folder = join(cwd, "my river talks");
    const checked = await runInTest(["check"], { cwd: folder });
    expect(checked.code).toBe(0);
    expect(checked.out).toMatch(/It checks\.\n$/);
    expect((await runInTest(["compare"], { cwd: folder })).out).toContain("River only");
    const tried = await runInTest(["try", "south.stances.border.later: refuses"], { cwd: folder });
    expect(tried.out).toContain("south.stances.border.later");
    expect(tried.out).toMatch(/River first\n +Agenda +accepted by all principals +refused\n/);
  });

  test("`new` touches nothing that is there", async () => {
    await parley("new", "kept");
    const before = snapshot(join(cwd, "kept"));
    const again = await parley("new", "kept");
    expect(again).toMatchObject({ code: 2, out: "" });
    expect(again.err).toContain("there already");
    expect(snapshot(join(cwd, "kept"))).toEqual(before);
  });

  test("gets an agenda and a comparison from stances in words, without a single number", async () => {
    mkdirSync(join(cwd, "words"));
    writeFileSync(join(cwd, "words", "case.yaml"), withoutNumbers);
    const agenda = await parley("agenda", "words");
    expect(agenda).toMatchObject({ code: 0, err: "" });
    expect(agenda.out).toMatch(/North +accepts +\? +refuses \?/);
    const compared = await parley("compare", "words");
    expect(compared).toMatchObject({ code: 0, err: "" });
    expect(compared.out).toContain("not coded");
  });
});

const withoutNumbers = `parley: 1
id: words
title: Words only
asOf: 2026-03-01
viewpoint: { coder: a test, from: nowhere, basis: invented }
parties:
  north: { label: North, role: principal, stances: { water: { together: accepts, later: refuses } } }
  south: { label: South, role: principal, stances: { water: { together: tolerates } } }
issues:
  flow: { label: Flow, statusQuo: none, options: { none: { label: none }, some: { label: some } } }
baskets:
  water: { label: Water, issues: [flow] }
framings:
  now: { label: Now, placements: { water: together } }
`;
