import process from "node:process";
import { exitCodes, run } from "./run.ts";

/** The process around `run`: its streams, its signals, its exit code. */

// `parley … | head` closes the pipe when it has enough: not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.ok);
  throw error;
});
process.stderr.on("error", () => {});
// The first Ctrl-C lets long work keep what is done; the next one, or one with nothing to keep, ends it.
let interrupt: (() => void) | undefined;
process.on("SIGINT", () => {
  const stop = interrupt;
  interrupt = undefined;
  if (stop === undefined) process.exit(exitCodes.interrupted);
  stop();
});
process.once("SIGTERM", () => process.exit(128 + 15));

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  columns: process.stdout.columns,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  onInterrupt: (stop) => {
    interrupt = stop;
    return () => {
      interrupt = undefined;
    };
  },
});
