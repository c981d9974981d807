import { stringify } from "yaml";
import { maximumCaseBytes } from "../../model/reading/decode-text.ts";
import { entryBounds } from "../../model/schema/entry-schema.ts";
import type { Domain, ImportedCase, ImportOptions, Profile } from "./domain.ts";
import { domainLimits } from "./domain-limits.ts";
import { type FormatProblems, type Place, shown } from "./format-problems.ts";
import { makeIds } from "./make-ids.ts";
import { type Above, totalsAbove } from "./totals-above.ts";

const PLACEHOLDER_DATE = "2000-01-01";
/** Combinations over which a correction is still written out; above, elimination over it would be slow. */
const MOST_COMBINATIONS = 1_000_000;
/** Points above the cap that are let pass with a warning where they cannot be written out. */
const SMALL_EXCESS = 0.1;

/** Text of the case that holds a domain: one framing, all issues placed together, principals the profiles, values on their own scale. */
export function domainToCase(
  domain: Domain,
  problems: FormatProblems,
  notes: readonly string[],
  options: ImportOptions = {},
): ImportedCase | null {
  const place: Place = { file: domain.files[0] ?? "", line: 0, column: 0 };
  if (!withinLimits(domain, problems, place)) return null;
  const taken = new Set(["package", "all_issues"]);
  const issueIds = makeIds(
    domain.issues.map(({ name }) => name),
    taken,
  );
  const optionIds = domain.issues.map((issue) => makeIds(issue.options.map(({ name }) => name)));
  const partyIds = makeIds(
    domain.profiles.map(({ name }) => name),
    taken,
  );
  const allNotes = [...notes];
  const parties = domain.profiles.map((profile, p) => {
    const above = profile.cap === null ? null : totalsAbove(profile, domain.issues, profile.cap);
    const corrections =
      above === null ? [] : capped(above, profile, domain, issueIds, optionIds, problems, place, allNotes);
    return [partyIds[p], partyOf(profile, issueIds, optionIds, corrections)];
  });
  const asOf = options.asOf ?? PLACEHOLDER_DATE;
  const files = domain.files.map((file) => JSON.stringify(file)).join(", ");
  const written = {
    parley: 1,
    id: makeIds([domain.name])[0],
    title: domain.name,
    asOf,
    ...(options.asOf === undefined ? { asOfNote: "A placeholder: an imported domain has no date." } : {}),
    viewpoint: {
      coder: `Imported from ${domain.format} files`,
      from: "Not stated in the files",
      basis: clipped(`${domain.format} files ${files}`),
    },
    scale: "source",
    parties: Object.fromEntries(parties),
    issues: Object.fromEntries(domain.issues.map((issue, i) => [issueIds[i], issueOf(issue, optionIds[i])])),
    baskets: { all_issues: { label: "All issues", issues: issueIds } },
    framings: { package: { label: "Package", placements: { all_issues: "together" } } },
  };
  const caseText = stringify(written, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    version: "1.2",
    schema: "core",
  });
  if (new TextEncoder().encode(caseText).length > maximumCaseBytes) {
    problems.error(
      "too-large",
      place,
      `the case would have more than ${maximumCaseBytes} bytes`,
      "split the domain",
    );
    return null;
  }
  if (options.asOf === undefined)
    allNotes.push(`A domain has no date: the as-of date ${PLACEHOLDER_DATE} is a placeholder.`);
  return { caseText, notes: allNotes };
}

function issueOf(issue: Domain["issues"][number], optionIds: readonly string[]) {
  const options = issue.options.map(({ name, number }, o) => [
    optionIds[o],
    number === null ? { label: name } : { label: name, number },
  ]);
  const note = issue.remarks.join("\n");
  return { label: issue.name, options: Object.fromEntries(options), ...(note === "" ? {} : { note }) };
}

function partyOf(
  profile: Profile,
  issueIds: readonly string[],
  optionIds: readonly (readonly string[])[],
  corrections: readonly object[],
) {
  const valued = issueIds.flatMap((_, i) => (profile.values[i] === null ? [] : [i]));
  const weights = Object.fromEntries(valued.map((i) => [issueIds[i], profile.weights[i]]));
  const options = valued.map((i) => [
    issueIds[i],
    Object.fromEntries(profile.values[i]!.map((value, o) => [optionIds[i][o], value])),
  ]);
  const boxes = profile.boxes.map(({ ranges, change }) => ({
    box: Object.fromEntries(
      (ranges.length > 0 ? ranges : [{ issue: 0, from: 0, to: optionIds[0].length - 1 }]).map(
        ({ issue, from, to }) => [issueIds[issue], [optionIds[issue][from], optionIds[issue][to]]],
      ),
    ),
    change,
  }));
  const interactions = [...boxes, ...corrections];
  const reasons = profile.reasons.flatMap((reason, i) => (reason === null ? [] : [[issueIds[i], reason]]));
  const note = profile.remarks.join("\n");
  return {
    label: profile.name,
    role: "principal",
    values: {
      weights,
      options: Object.fromEntries(options),
      ...(interactions.length > 0 ? { interactions } : {}),
      ...(reasons.length > 0 ? { reasons: Object.fromEntries(reasons) } : {}),
      why: "As in the file.",
    },
    ...(profile.reservation === null ? {} : { noDeal: profile.reservation }),
    why: "As in the file.",
    ...(note === "" ? {} : { note: clipped(note) }),
  };
}

/** What takes the outcomes above the cap down to it, as an interaction. */
function capped(
  above: Above,
  profile: Profile,
  domain: Domain,
  issueIds: readonly string[],
  optionIds: readonly (readonly string[])[],
  problems: FormatProblems,
  place: Place,
  notes: string[],
): object[] {
  if (above.kind === "cells" && above.cells.length === 0) return [];
  const what = `${domain.format} cuts utilities off at 1`;
  if (above.kind === "unknown") {
    const message = `${what}; whether outcomes of ${shown(profile.name)} lie above could not be found out, and none is cut off`;
    problems.warn("above-one", place, message);
    return [];
  }
  if (above.kind === "boxed") {
    const message = `${what}; with hyper-rectangles, outcomes of ${shown(profile.name)} lie above`;
    problems.error("above-one", place, message, "set maxutility to the largest sum that an outcome has");
    return [];
  }
  const combinations =
    above.kind === "cells"
      ? above.scope.reduce((product, i) => product * domain.issues[i].options.length, 1)
      : Infinity;
  if (above.kind === "too-many" || combinations > MOST_COMBINATIONS) {
    const most =
      above.kind === "too-many"
        ? above.most
        : above.cells.reduce((largest, cell) => Math.max(largest, cell.above), 0);
    const message = `${what}; outcomes of ${shown(profile.name)} lie up to ${(most / 100).toPrecision(3)} above, and are too many to write out`;
    const hint = "divide the weights by their sum";
    if (most > SMALL_EXCESS) problems.error("above-one", place, message, hint);
    else problems.warn("above-one", place, `${message}; they are left as they are`, hint);
    return [];
  }
  const { scope, cells } = above;
  const outcomes = cells.length === 1 ? "1 outcome" : `${cells.length} outcomes`;
  notes.push(
    `${profile.name}: ${outcomes} above 1 (weights that sum to more) cut off at 1, as ${domain.format} does, by an interaction.`,
  );
  const why = `${what}.`;
  const all = { [issueIds[0]]: [optionIds[0][0], optionIds[0].at(-1)] };
  if (scope.length === 0) return [{ box: all, change: -cells[0].above, why }];
  if (scope.length === 1) {
    const [i] = scope;
    return cells.map(({ at, above: by }) => ({
      box: { [issueIds[i]]: [optionIds[i][at[0]], optionIds[i][at[0]]] },
      change: -by,
      why,
    }));
  }
  const table = {
    table: scope.map((i) => issueIds[i]),
    cells: cells.map(({ at, above: by }) => ({ at: at.map((o, k) => optionIds[scope[k]][o]), change: -by })),
  };
  return [{ ...table, why }];
}

function withinLimits(domain: Domain, problems: FormatProblems, place: Place): boolean {
  const [low, high] = entryBounds("points");
  const [, heaviest] = entryBounds("weight");
  let fits = true;
  const refuse = (message: string, hint = "") => {
    fits = false;
    problems.error("out-of-bounds", place, message, hint);
  };
  const options = domain.issues.reduce((sum, issue) => sum + issue.options.length, 0);
  if (domain.issues.length === 0) refuse("the domain has no issues");
  if (options * domain.profiles.length > domainLimits.values)
    refuse(
      `${options} options for ${domain.profiles.length} profiles; at most ${domainLimits.values} values are read`,
    );
  for (const profile of domain.profiles) {
    const points = [
      ...profile.values.flatMap((values) => values ?? []),
      ...profile.boxes.map(({ change }) => change),
      profile.reservation ?? 0,
    ];
    const outside = points.find((value) => !(value >= low && value <= high));
    if (outside !== undefined)
      refuse(
        `${shown(profile.name)}: utility ${outside / 100} is more than a case can hold (${low / 100} to ${high / 100})`,
        "divide the utilities by a common factor",
      );
    const weight = profile.weights.find((value) => !(value >= 0 && value <= heaviest));
    if (weight !== undefined) refuse(`${shown(profile.name)}: weight ${weight} is not from 0 to ${heaviest}`);
  }
  return fits;
}

/** A text field of a case holds 4,000 characters. */
function clipped(text: string): string {
  return text.length <= 4_000 ? text : `${text.slice(0, 3_999)}…`;
}
