import type { Compiling } from "../compile/compiling.ts";
import { loadedWordsIn } from "../loaded-words.ts";
import type { DataPath } from "../reading/data-path.ts";

/** Fields that hold the coder's own words. */
const ownWords: ReadonlySet<string> = new Set([
  ...[
    "title",
    "summary",
    "label",
    "question",
    "text",
    "note",
    "why",
    "position",
    "interests",
    "paraphrase",
    "condition",
    "asOfNote",
    "basis",
    "from",
  ],
]);

/** Sources are named as they name themselves. */
const notTheCoders: ReadonlySet<string> = new Set(["sources", "loadedWords"]);

export function checkLoadedWords({ document, problems }: Compiling): void {
  const look = (value: unknown, path: DataPath, isOwn: boolean): void => {
    if (typeof value === "string") {
      if (!isOwn) return;
      for (const { word, offset } of loadedWordsIn(value, document.loadedWords)) {
        problems.inText(
          "warning",
          "loaded-word",
          path,
          offset,
          `\`${word}\` takes a side`,
          "say what was done or meant; words really used belong in a quotation",
        );
      }
    } else if (Array.isArray(value))
      for (const [index, item] of value.entries()) look(item, [...path, index], isOwn);
    else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (path.length === 0 && notTheCoders.has(key)) continue;
        look(inner, [...path, key], ownWords.has(key) || isReason(path));
      }
    }
  };
  look(document, [], false);
}

/** `values.reasons` maps issues to texts. */
function isReason(path: DataPath): boolean {
  return path.at(-1) === "reasons" && path.at(-2) === "values";
}
