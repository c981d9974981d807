import { domainLimits } from "./domain-limits.ts";
import { type FormatProblems, type Place, shown } from "./format-problems.ts";

/** A name fit to be a label: trimmed, not empty, not endless, no control characters; a problem, and undefined, where it is not. */
export function domainName(
  text: string | undefined,
  what: string,
  place: Place,
  problems: FormatProblems,
): string | undefined {
  const name = text?.trim() ?? "";
  if (text === undefined || name === "") {
    problems.error("no-name", place, `${what} has no name`, "every issue and every option needs one");
  } else if (name.length > domainLimits.name) {
    problems.error(
      "too-long",
      place,
      `the name of ${what} has ${name.length} characters; at most ${domainLimits.name} are read`,
    );
  } else if (!name.isWellFormed() || hasControl(name)) {
    problems.error(
      "not-text",
      place,
      `the name of ${what} holds characters that are not text: ${shown(JSON.stringify(name))}`,
    );
  } else {
    return name;
  }
  return undefined;
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || unit === 127) return true;
  }
  return false;
}
