import type { Case } from "../case.ts";
import type { Compiling } from "../compile/compiling.ts";
import { findEntryPath } from "../find-entry.ts";
import { resolvePath } from "../resolve-path.ts";

/** Questions to put first: to a party, about places that the case has. What they are about may well be unentered. */
export function checkAsk({ document, names, problems }: Compiling, compiled: Case): void {
  for (const [index, { party, on }] of document.ask.entries()) {
    names.find("party", party, ["ask", index, "party"]);
    for (const [place, path] of on.entries()) {
      const at = ["ask", index, "on", place];
      if (findEntryPath(compiled.entries, path) >= 0) continue;
      const found = resolvePath(path, (section) => names.idsIn(section));
      if (!found.ok) problems.error(found.code, at, found.message, found.hint);
      else if (found.path[2] === "stances" && found.path.length > 3)
        names.find("basket", String(found.path[3]), at);
    }
  }
}
