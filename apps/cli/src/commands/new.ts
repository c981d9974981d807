import { basename, relative, resolve } from "node:path";
import { starterCase, starterSources } from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { CASE_FILE } from "../find-case.ts";
import { quotedPath } from "../quoted-path.ts";
import { schemaSeenFrom } from "../schema-seen-from.ts";
import { writeFolder } from "../write-folder.ts";

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
    // The case comes last, so that a folder with a case has all of it.
    const texts = { ...starterSources, [CASE_FILE]: starterCase(idFrom(folder), schemaSeenFrom(folder)) };
    const written = [...writeFolder(folder, texts, io.cwd)].reverse();
    const where = relative(io.cwd, folder);
    const next = ["check", "compare"].map(
      (name) => `parley ${name}${where === "" ? "" : ` ${quotedPath(where)}`}`,
    );
    return {
      json: () => ({ written, next }),
      text: () => `Wrote ${written.join(" and ")}. Next:\n${next.map((line) => `  ${line}`).join("\n")}\n`,
    };
  },
};

/** The folder's name with what an id cannot hold left out; undefined when nothing of it is left. */
function idFrom(folder: string): string | undefined {
  const id = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return id === "" ? undefined : id.slice(0, 64);
}
