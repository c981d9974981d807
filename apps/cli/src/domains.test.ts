import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deals } from "@parley/engine";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runInTest } from "./run-in-test.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const orchard = join(root, "cases", "orchard");
const muscat = join(root, "cases", "muscat-2026");
let cwd: string;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "parley-domains-"));
});
afterAll(() => rmSync(cwd, { recursive: true }));

const parley = (...argv: string[]) => runInTest(argv, { cwd });

async function json(...argv: string[]) {
  const { code, out, err } = await parley(...argv, "--json");
  expect([code, err], out).toEqual([0, ""]);
  return JSON.parse(out);
}

async function refused(
  ...argv: string[]
): Promise<{ code: string; file: string; message: string; hint: string }[]> {
  const { code, out, err } = await parley(...argv, "--json");
  expect([code, err]).toEqual([2, ""]);
  return JSON.parse(out).issues;
}

/** Deals without the note on the date, which an imported case carries itself. */
const bare = ({ notes: _, ...deals }: Deals) => deals;

/** A copy of the orchard with one file changed. */
function changed(name: string, file: string, change: (text: string) => string | Uint8Array): string {
  cpSync(orchard, join(cwd, name), { recursive: true });
  writeFileSync(join(cwd, name, file), change(readFileSync(join(orchard, file), "utf8")));
  return name;
}

describe("a folder in another format is used as it is", () => {
  test("its deals, on the domain's own scale × 100, as counted by hand", async () => {
    const before = readdirSync(orchard);
    const deals = await json("deals", orchard);
    expect(deals).toMatchObject({ scale: "source", linkage: "package", outcomes: "24", exact: true });
    expect(deals.deals.count).toBe("16");
    expect(deals.noDeal).toEqual({ cidery: 40, grower: 45 });
    // 0.5 · 9/10 + 0.4 · 6/8 + 0.1 · 1/4, and 0.3 · 8/10 + 0.5 · 3/5 + 0.2.
    expect(deals.focal.nash).toMatchObject([
      {
        outcome: { Crop_share: "two_thirds", Price_per_tonne: "v_210", Pick_up: "daily" },
        values: { cidery: expect.closeTo(77.5, 10), grower: expect.closeTo(74, 10) },
      },
    ]);
    expect(readdirSync(orchard)).toEqual(before);
  });

  test("also by the commands that compare, explain, check and try", async () => {
    expect((await json("compare", orchard)).framings).toHaveLength(1);
    expect((await json("explain", orchard)).deal.open).toBe(true);
    expect((await json("check", orchard)).case.id).toBe("orchard");
    const tried = await json("try", orchard, "grower.noDeal: 95");
    expect(tried.consequences).not.toEqual([]);
    expect((await runInTest(["deals"], { cwd: orchard })).code).toBe(0);
  });

  test("what was read at some values only is said", async () => {
    const real = changed("real", "orchard.xml", (text) =>
      text.replace(
        /<issue index="2".*<\/issue>/,
        '<issue index="2" name="Price per tonne" type="real" etype="real"><range lowerbound="180" upperbound="240"/></issue>',
      ),
    );
    for (const file of ["grower.xml", "cidery.xml"]) {
      const path = join(cwd, real, file);
      writeFileSync(
        path,
        readFileSync(path, "utf8").replace(
          /<issue index="2".*<\/issue>/,
          '<issue index="2" name="Price per tonne" type="real"><range lowerbound="180" upperbound="240"/><evaluator ftype="linear" offset="0" slope="0.004"/></issue>',
        ),
      );
    }
    const { notes, outcomes } = await json("deals", real);
    expect(notes.join(" ")).toContain('"Price per tonne" is real-valued; it is read at 21');
    expect(outcomes).toBe(String(4 * 21 * 2));
    const imported = await json(
      "import",
      real,
      "-o",
      "real-case",
      "--real-values",
      "5",
      "--as-of",
      "2011-06-01",
    );
    expect(imported.counts.outcomes).toBe(String(4 * 5 * 2));
    expect(imported.notes.join(" ")).toContain("read at 5");
    expect(imported.case.asOf).toBe("2011-06-01");
  });

  test("a folder of other files is none, and a broken domain says what is wrong with it", async () => {
    mkdirSync(join(cwd, "tools"));
    writeFileSync(join(cwd, "tools", "package.json"), "{}");
    writeFileSync(join(cwd, "tools", "mine.yaml"), "a: 1");
    expect(await refused("deals", "tools")).toMatchObject([
      { code: "no-case", hint: "did you mean `tools/mine.yaml`?" },
    ]);
    const broken = changed("broken", "grower.xml", (text) =>
      text.replace('<weight index="2" value="0.5"/>', ""),
    );
    const issues = await refused("deals", broken);
    expect(issues[0].file).toBe("broken/grower.xml");
    expect(await refused("import", broken, "-o", "from-broken")).toEqual(issues);
  });
});

describe("import", () => {
  test.each(["genius", "negmas"])("export to %s, import, and the same deals", async (format) => {
    const there = `${format}-there`;
    const written = await json("export", orchard, "--format", format, "-o", there);
    expect(written).toMatchObject({ format, issues: [] });
    expect(readdirSync(join(cwd, there)).sort()).toEqual(
      written.written.map((path: string) => path.slice(there.length + 1)).sort(),
    );
    const back = await json("import", there, "-o", `${format}-back`);
    expect(back).toMatchObject({ format, issues: [], counts: { parties: 2, issues: 3, outcomes: "24" } });
    expect((await parley("check", `${format}-back`)).code).toBe(0);
    const direct = bare(await json("deals", orchard));
    expect(bare(await json("deals", there))).toEqual(direct);
    expect(bare(await json("deals", `${format}-back`))).toEqual(direct);
    // Once more: the same files.
    await json("export", `${format}-back`, "--format", format, "-o", `${format}-again`);
    for (const file of readdirSync(join(cwd, there)))
      expect(readFileSync(join(cwd, `${format}-again`, file), "utf8")).toBe(
        readFileSync(join(cwd, there, file), "utf8"),
      );
  });

  test("files one by one, into a folder with the domain's name", async () => {
    const files = ["cidery.xml", "orchard.xml", "grower.xml"].map((file) => join(orchard, file));
    const { written, next } = await json("import", ...files);
    expect(written).toEqual(["orchard/case.yaml"]);
    expect(next).toContain("parley deals orchard");
    expect((await refused("import", ...files))[0]).toMatchObject({
      code: "exists",
      hint: "name a folder with -o",
    });
  });

  test("writes over nothing", async () => {
    await parley("import", orchard, "-o", "kept");
    const before = readFileSync(join(cwd, "kept", "case.yaml"), "utf8");
    expect((await refused("import", orchard, "-o", "kept"))[0].code).toBe("exists");
    expect((await refused("import", "kept", "-o", "other"))[0].code).toBe("is-a-case");
    expect(readFileSync(join(cwd, "kept", "case.yaml"), "utf8")).toBe(before);
    await parley("export", orchard, "--format", "negmas", "-o", "kept-negmas");
    const all = await refused("export", orchard, "--format", "negmas", "-o", "kept-negmas");
    expect(all.map(({ code }) => code)).toEqual(["exists", "exists", "exists"]);
  });
});

describe("bad input: what is wrong is listed, and nothing is written", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
    .split("")
    .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
    .join("")}]>`;
  test.each<[string, string, (text: string) => string | Uint8Array, RegExp]>([
    ["truncated", "grower.xml", (text) => text.slice(0, text.length >> 1), /grower/],
    ["no evaluation", "cidery.xml", (text) => text.replace(' evaluation="6"', ""), /half|evaluation/],
    [
      "another domain's profile",
      "cidery.xml",
      (text) => text.replaceAll("Crop share", "Wages"),
      /Crop share|Wages/,
    ],
    [
      "an entity bomb",
      "orchard.xml",
      (text) => `<?xml version="1.0"?>${bomb}${text.replace("daily", "&j;")}`,
      /./,
    ],
    ["mis-encoded", "grower.xml", () => Uint8Array.of(0x3c, 0xff, 0xfe, 0xfd, 0xc3, 0x28), /./],
    ["deeply nested", "grower.xml", () => `${"<a>".repeat(5_000)}${"</a>".repeat(5_000)}`, /./],
  ])("%s", async (name, file, change, says) => {
    const folder = changed(`bad ${name}`, file, change);
    const issues = await refused("import", folder, "-o", `from ${name}`);
    expect(issues.map(({ file: at, message, hint }) => `${at} ${message} ${hint}`).join("\n")).toMatch(says);
    expect(issues[0].file).toContain(folder);
    expect(existsSync(join(cwd, `from ${name}`))).toBe(false);
    const text = await parley("import", folder, "-o", `from ${name}`);
    expect(text).toMatchObject({ code: 2, out: "" });
    expect(text.err).not.toMatch(/^\s+at |node:internal/m);
  });

  test("enormous files are not read", async () => {
    const folder = changed("enormous", "grower.xml", (text) => text);
    truncateSync(join(cwd, folder, "grower.xml"), 3_000_000_000);
    expect(await refused("import", folder)).toMatchObject([
      { code: "too-large", file: "enormous/grower.xml" },
    ]);
    expect(await refused("deals", folder)).toMatchObject([
      { code: "too-large", file: "enormous/grower.xml" },
    ]);
  });

  test.each([
    [["import", "nowhere"], "unreadable"],
    [["import", orchard, "nowhere.xml"], "several-folders"],
    [["import", muscat], "is-a-case"],
    [["import", orchard, "--as-of", "June"], "not-a-date"],
    [["import", orchard, "--real-values", "1"], "not-a-count"],
    [["export", orchard, "-o", "x"], "missing-format"],
    [["export", orchard, "--format", "gambit", "-o", "x"], "unknown-format"],
    [["export", orchard, "--format", "genius"], "missing-output"],
    [["deals", join(orchard, "grower.xml")], "not-a-case"],
  ])("%j", async (argv, code) => {
    const [issue] = await refused(...argv);
    expect(issue.code).toBe(code);
    expect(existsSync(join(cwd, "x"))).toBe(false);
  });
});

describe("export refuses what a format cannot hold", () => {
  test("all of it at once, and nothing is written", async () => {
    const issues = await refused("export", muscat, "--format", "negmas", "-o", "y");
    const messages = issues.map(({ message }) => message).join("\n");
    for (const part of ["interactions", "red lines", "thresholds", "agenda stances", "claims and sources"])
      expect(messages).toContain(part);
    expect(existsSync(join(cwd, "y"))).toBe(false);
  });

  test("unless it may be left out, which is then said", async () => {
    await parley("new", "talks");
    const issues = await refused("export", "talks", "--format", "negmas", "-o", "talks-negmas");
    expect(issues.at(-1)!.hint).toContain("--leave-out");
    const done = await json("export", "talks", "--format", "negmas", "-o", "talks-negmas", "--leave-out");
    expect(done.issues.map(({ message }: { message: string }) => message)).toEqual(
      issues.map(({ message }) => message),
    );
    expect((await json("deals", "talks-negmas")).scale).toBe("source");
  });

  test("a no-deal value that no bid is worth", async () => {
    const issues = await refused("export", orchard, "--format", "geniusweb", "-o", "z");
    expect(issues[0].message).toContain("grower gets the cheapest bid worth at least 45 points");
  });
});
