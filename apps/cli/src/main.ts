import process from "node:process";
import { exitCodes, run } from "./run.ts";

/** The process around `run`: its streams, its signals, its exit code. */

// `parley … | head` closes the pipe when it has enough: not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  throw error;
});
process.stderr.on("error", () => {});
process.once("SIGINT", () => process.exit(128 + 2));
process.once("SIGTERM", () => process.exit(128 + 15));

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  columns: process.stdout.columns,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
});
