import type { RegistryEntry } from "./command-module.ts";
import type { Io } from "./io.ts";
import { registry } from "./registry.ts";
import { run } from "./run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process, as if neither stream were a terminal. */
export async function runInTest(
  argv: readonly string[],
  io: Partial<Io> = {},
  entries: readonly RegistryEntry[] = registry,
): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await run(
    argv,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      cwd: process.cwd(),
      env: {},
      columns: undefined,
      outIsTerminal: false,
      errIsTerminal: false,
      ...io,
    },
    entries,
  );
  return { code, out, err };
}

/** Words of an example line, as a shell would split it: quotes and spaces, nothing else. */
export function splitLine(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare,
  );
}
