import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../../model/case.ts";
import { readCase } from "../../model/read-case.ts";

/** For tests only: the Muscat case. */
export function muscat(): Case {
  const folder = join(import.meta.dirname, "../../../../../cases/muscat-2026");
  const read = readCase({
    path: "case.yaml",
    caseText: readFileSync(join(folder, "case.yaml")),
    sources: Object.fromEntries(
      ["sources/account.md", "sources/background.md"].map((name) => [name, readFileSync(join(folder, name))]),
    ),
  });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.value;
}
