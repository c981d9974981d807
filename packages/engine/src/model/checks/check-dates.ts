import { dateOfClaim } from "../as-of.ts";
import type { CaseFiles } from "../case-files.ts";
import type { Compiling } from "../compile/compiling.ts";
import { date } from "../schema/id.ts";

/** Nothing in the case may be later than the day it stands for. */
export function checkDates({ document, problems }: Compiling, { options }: CaseFiles): void {
  const { asOf } = document;
  const later = (day: string | undefined | null) => day !== undefined && day !== null && day > asOf;
  const hint = `the case is as of ${asOf}: move its date, or leave this out`;
  for (const [id, claim] of Object.entries(document.claims)) {
    if (later(claim.date))
      problems.error(
        "after-as-of",
        ["claims", id, "date"],
        `claim \`${id}\` is of ${claim.date}, after the case's date`,
        hint,
      );
    else if (claim.date === undefined && later(dateOfClaim(claim, document.sources))) {
      problems.error(
        "after-as-of",
        ["claims", id],
        `claim \`${id}\` is from a source of ${dateOfClaim(claim, document.sources)}, after the case's date`,
        hint,
        "key",
      );
    }
  }
  for (const [id, event] of Object.entries(document.events)) {
    if (later(event.date))
      problems.error(
        "after-as-of",
        ["events", id, "date"],
        `event \`${id}\` is of ${event.date}, after the case's date`,
        hint,
      );
  }
  const wanted = options?.asOf;
  if (wanted === undefined) return;
  if (!date.safeParse(wanted).success)
    problems.error("invalid-date", ["asOf"], `expected an as-of date such as 2026-02-06, found "${wanted}"`);
  else if (wanted > asOf)
    problems.error(
      "after-as-of",
      ["asOf"],
      `the case knows nothing after ${asOf}, and cannot be read as of ${wanted}`,
      "ask for an earlier day, or bring the case up to date",
    );
}
