import { existsSync, mkdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { starterCase, starterSources } from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { CASE_FILE } from "../find-case.ts";
import { cannotWrite, writeAside } from "../write-aside.ts";

export const command: CommandModule = {
  about:
    "It checks as it is, and a remark at each part says what goes there. Nothing that is there already is touched.",
  arguments: [
    { syntax: "[folder]", about: "where to; the current folder when left out", completes: "folders" },
  ],
  options: [],
  formats: ["json"],
  exitCode: null,
  examples: [{ line: "parley new my-talks", about: "writes my-talks/case.yaml and a source for it" }],
  async run({ args, io }) {
    const folder = resolve(io.cwd, args[0] ?? ".");
    const texts = { ...starterSources, [CASE_FILE]: starterCase(idFrom(folder), schemaSeenFrom(folder)) };
    const files = Object.entries(texts).map(([name, text]) => ({ path: join(folder, name), text }));
    for (const { path } of files) refuseExisting(path, io.cwd);
    makeFolder(folder, io.cwd);
    // The case comes last, so that a folder with a case has all of it.
    for (const { path, text } of files) {
      makeFolder(dirname(path), io.cwd);
      writeAside(path, text, { replace: false });
    }
    const written = files.map(({ path }) => relative(io.cwd, path)).reverse();
    const where = relative(io.cwd, folder);
    const next = ["check", "compare"].map(
      (name) => `parley ${name}${where === "" ? "" : ` ${quoted(where)}`}`,
    );
    return {
      json: () => ({ written, next }),
      text: () => `Wrote ${written.join(" and ")}. Next:\n${next.map((line) => `  ${line}`).join("\n")}\n`,
    };
  },
};

function refuseExisting(path: string, cwd: string): void {
  if (!existsSync(path)) return;
  const file = relative(cwd, path);
  throw badInput("exists", `${file} is there already, and stays as it is`, {
    file,
    hint: "name another folder, or move it away",
  });
}

function makeFolder(folder: string, cwd: string): void {
  const shown = relative(cwd, folder) || ".";
  if (statSync(folder, { throwIfNoEntry: false })?.isFile()) {
    throw badInput("not-a-folder", `${shown} is a file`, { file: shown, hint: "name a folder" });
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(shown, error as NodeJS.ErrnoException);
  }
}

/** The folder's name with what an id cannot hold left out; undefined when nothing of it is left. */
function idFrom(folder: string): string | undefined {
  const id = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return id === "" ? undefined : id.slice(0, 64);
}

/** Address of the JSON Schema that editors complete the case by; undefined where the documentation is not installed. */
function schemaSeenFrom(folder: string): string | undefined {
  const schema = fileURLToPath(new URL("../../../../docs/case.schema.json", import.meta.url));
  if (!existsSync(schema)) return undefined;
  return relative(folder, schema).replaceAll("\\", "/");
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `"${path}"`);
