/**
 * `npm test`: every check, one after the other whatever fails, then one line with the counts.
 * A step that fails counts as one failure; the tests count one by one.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import process from "node:process";
import { styleText } from "node:util";

interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

interface StepResult {
  ok: boolean;
  /** Printed under the step's line; empty when there is nothing to say. */
  output: string;
}

const root = join(import.meta.dirname, "..");
const reportFile = join(root, ".cache", "tests.json");
const counts = { passed: 0, failed: 0, skipped: 0 };

step("format and lint", () => run("@biomejs/biome/bin/biome", "check", "--error-on-warnings"));
step("types of the engine", () => run("typescript/bin/tsc", "-p", "packages/engine"));
step("types", () => run("typescript/bin/tsc", "-p", "."));
step("dead code", () => run("knip/bin/knip.js", "--no-progress"));
step("tests", runTests);
step("every laws file ran", checkLaws);

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function step(name: string, work: () => StepResult): void {
  const begin = performance.now();
  const result = work();
  const seconds = ((performance.now() - begin) / 1000).toFixed(1).padStart(5);
  const mark = result.ok ? styleText("green", "ok    ") : styleText("red", "FAILED");
  console.log(`${mark} ${seconds} s  ${name}`);
  if (result.output !== "") console.log(result.output.replace(/^/gm, "    "));
  // Failing tests are counted one by one.
  if (!result.ok && name !== "tests") counts.failed++;
}

/** Runs a tool of `node_modules` on this Node; says nothing of what it printed when it succeeds. */
function run(tool: string, ...args: string[]): StepResult {
  const done = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
  });
  const ok = done.status === 0;
  const output = [done.error?.message, done.stdout, done.stderr].filter(Boolean).join("\n").trim();
  return { ok, output: ok ? "" : output };
}

function runTests(): StepResult {
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(reportFile, { force: true });
  const result = run(
    "vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${reportFile}`,
  );
  const report = readReport();
  if (report === undefined) {
    counts.failed++;
    return result.ok ? { ok: false, output: "vitest wrote no report" } : result;
  }
  counts.passed += report.numPassedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  // Also vitest's own failures (an unhandled rejection, say), which no test carries.
  counts.failed += Math.max(report.numFailedTests + brokenFiles, result.ok ? 0 : 1);
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status !== "passed" && test.status !== "failed")
    .map((test) => `skipped: ${test.fullName}`);
  return { ok: result.ok, output: [result.output, ...skipped].filter((line) => line !== "").join("\n") };
}

function checkLaws(): StepResult {
  const ran = new Set(
    (readReport()?.testResults ?? [])
      .filter((file) =>
        file.assertionResults.some((test) => test.status === "passed" || test.status === "failed"),
      )
      .map((file) => relative(root, file.name).replaceAll("\\", "/")),
  );
  const missing = globSync("**/*.laws.ts", {
    cwd: root,
    exclude: ["**/node_modules/**", "**/dist/**", ".cache/**"],
  })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !ran.has(file));
  return { ok: missing.length === 0, output: missing.map((file) => `not run: ${file}`).join("\n") };
}

function readReport(): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8")) as TestReport;
  } catch {
    return undefined;
  }
}
