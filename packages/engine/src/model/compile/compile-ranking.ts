import type { DataPath } from "../reading/data-path.ts";
import type { Compiling } from "./compiling.ts";

/**
 * Levels of a ranking, best first. An inner list is one level.
 *
 * @param find position of a name; -1, and a problem, when there is none
 */
export function compileRanking(
  { problems }: Pick<Compiling, "problems">,
  ranking: readonly (string | readonly string[])[],
  at: DataPath,
  find: (name: string, path: DataPath) => number,
): readonly (readonly number[])[] {
  const seen = new Set<string>();
  const place = (name: string, path: DataPath) => {
    if (seen.has(name))
      problems.error("ranked-twice", path, `\`${name}\` is ranked twice`, "keep one of the two");
    seen.add(name);
    return find(name, path);
  };
  return ranking.map((level, index) =>
    typeof level === "string"
      ? [place(level, [...at, index])]
      : level.map((name, inner) => place(name, [...at, index, inner])),
  );
}
