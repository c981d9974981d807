import { type FormatProblems, type Place, shown } from "../domain/format-problems.ts";
import type { GeniusIssue } from "./genius-issue.ts";

/**
 * For each issue of the domain the one of the profile that has its index and name; problems where they do not match, and
 * null in their place.
 *
 * The name decides where only the index differs, with a warning: weights go by the profile's own index.
 */
export function matchIssues(
  domain: readonly GeniusIssue[],
  profile: readonly GeniusIssue[],
  place: Place,
  problems: FormatProblems,
): (GeniusIssue | null)[] {
  const used = new Set<GeniusIssue>();
  const matched = domain.map((issue) => {
    const found = profile.find(({ name }) => name === issue.name);
    if (found === undefined) {
      const there = profile.find(({ index }) => index === issue.index);
      const hint = there === undefined ? "" : `index ${issue.index} is "${shown(there.name)}" there`;
      problems.error(
        "not-matching",
        { ...place, path: `issue ${shown(issue.name)}` },
        `the profile has no issue "${shown(issue.name)}" of the domain`,
        hint,
      );
      return null;
    }
    used.add(found);
    const here = { ...found.element.place, path: `issue ${shown(issue.name)}` };
    if (found.index !== issue.index) {
      problems.warn(
        "not-matching",
        here,
        `issue "${shown(issue.name)}" has index ${found.index} here and ${issue.index} in the domain; matched by name`,
      );
    }
    if (found.type !== issue.type) {
      problems.error(
        "not-matching",
        here,
        `issue "${shown(issue.name)}" is ${found.type} here and ${issue.type} in the domain`,
      );
      return null;
    }
    if (found.type !== "discrete" && (found.lower !== issue.lower || found.upper !== issue.upper)) {
      problems.error(
        "not-matching",
        here,
        `issue "${shown(issue.name)}" goes from ${found.lower} to ${found.upper} here and from ${issue.lower} to ${issue.upper} in the domain`,
      );
      return null;
    }
    return found;
  });
  for (const issue of profile) {
    if (used.has(issue)) continue;
    problems.error(
      "not-matching",
      { ...issue.element.place, path: `issue ${shown(issue.name)}` },
      `the domain has no issue "${shown(issue.name)}" of the profile`,
    );
  }
  return matched;
}
