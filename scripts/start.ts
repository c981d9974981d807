/** `npm start`: checks the Muscat case and prints the comparison, in one process. */
import module from "node:module";
import process from "node:process";

module.enableCompileCache();
const { run } = await import("../apps/cli/src/run.ts");

const io = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  columns: process.stdout.columns,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
};

process.exitCode = await run(["check", "cases/muscat-2026"], io);
if (process.exitCode === 0) {
  io.out("\n");
  process.exitCode = await run(["compare", "cases/muscat-2026", "--central"], io);
}
