import type { CaseFiles } from "../case-files.ts";
import { hashOf } from "../case-hash.ts";
import type { Compiling } from "../compile/compiling.ts";
import { type Anchored, anchorQuotation, type Quotation, standsInQuotationMarks } from "../quotation.ts";
import type { DataPath } from "../reading/data-path.ts";
import { decodeText, maximumSourceBytes } from "../reading/decode-text.ts";

/** Stored texts, and whether quoted words stand in them. */
export function checkSources(compiling: Compiling, files: CaseFiles): void {
  const { document, problems } = compiling;
  const texts = new Map<string, string>();
  for (const [id, source] of Object.entries(document.sources)) {
    const at = ["sources", id];
    if (!Object.hasOwn(files.sources, source.file)) {
      problems.error(
        "missing-source",
        [...at, "file"],
        `there is no file \`${source.file}\` beside the case`,
        "store the text there, or leave out the source and its claims",
      );
      continue;
    }
    const bytes = files.sources[source.file];
    if (source.sha256 !== undefined && hashOf(bytes) !== source.sha256) {
      problems.error(
        "changed-source",
        [...at, "sha256"],
        `\`${source.file}\` is not the text that was coded: its hash is ${hashOf(bytes)}`,
        "restore the file; or check the claims against it and enter the new hash",
      );
    }
    const decoded = decodeText(bytes, maximumSourceBytes);
    if (decoded.ok) texts.set(id, decoded.text);
    else
      problems.error(decoded.code, [...at, "file"], `\`${source.file}\`: ${decoded.message}`, decoded.hint);
    if (source.kind === "prepared-summary" && source.grade !== undefined) {
      problems.error(
        "grade-on-summary",
        [...at, "grade"],
        "a prepared summary carries no grade: it is not a report",
        "leave the grade out",
        "key",
      );
    }
  }
  for (const [id, claim] of Object.entries(document.claims)) {
    const text = texts.get(claim.source);
    if (text === undefined) continue;
    for (const part of ["quote", "passage"] as const) {
      const quotation = claim[part];
      if (quotation === undefined) continue;
      const found = anchorQuotation(text, quotation);
      reportAnchor(compiling, found, quotation, ["claims", id, part], document.sources[claim.source].file);
      const isSummary = document.sources[claim.source].kind === "prepared-summary";
      if (
        part === "quote" &&
        isSummary &&
        found.kind === "found" &&
        !standsInQuotationMarks(text, found.start, found.end)
      ) {
        problems.error(
          "not-quoted-in-summary",
          ["claims", id, "quote", "exact"],
          "these words stand in the prepared summary without quotation marks, so that nobody is reported to have said them",
          "use `passage` for words of the summary itself",
        );
      }
    }
  }
}

function reportAnchor(
  { problems }: Compiling,
  found: Anchored,
  quotation: Quotation,
  at: DataPath,
  file: string,
): void {
  const exact = [...at, "exact"];
  switch (found.kind) {
    case "found":
      if (found.count > 1 && quotation.start === undefined) {
        problems.warn(
          "ambiguous-quote",
          exact,
          `these words stand ${found.count} times in ${file}`,
          "add `prefix`, `suffix` or `start` to say which is meant",
        );
      }
      return;
    case "elsewhere":
      problems.error(
        "wrong-offset",
        quotation.start === undefined ? [...at, "end"] : [...at, "start"],
        `these words stand at ${found.start} to ${found.end} in ${file}`,
        "offsets count UTF-16 units from 0; correct them or leave them out",
      );
      return;
    case "out-of-context":
      problems.error(
        "not-in-source",
        exact,
        `these words are in ${file}, but not between this prefix and suffix`,
        "copy the words just before and after from the source, white space included",
      );
      return;
    case "nearly":
      problems.error(
        "not-in-source",
        exact,
        `these words are not in ${file}: only ${found.differs} differs`,
        `copy them as they stand there: ${found.actual.slice(0, 200)}`,
      );
      return;
    case "absent":
      problems.error(
        "not-in-source",
        exact,
        `these words are not in ${file}`,
        "copy them from the source; what is not verbatim is a paraphrase",
      );
  }
}
