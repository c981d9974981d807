import { centralReading } from "../../analysis/central-reading.ts";
import type { Reading } from "../../analysis/reading.ts";
import type { Case } from "../../model/case.ts";
import type { Box, Domain, DomainIssue, Profile } from "./domain.ts";
import { fileNames, inNameOrder } from "./file-names.ts";
import { type FormatProblems, type Place, shown } from "./format-problems.ts";
import { readFileRemark } from "./remark.ts";
import { totalsAbove } from "./totals-above.ts";

/** A domain taken out of a case, with what its notes tell of the files it was once read from. */
export interface CaseDomain extends Domain {
  /** Name of the domain's file, where the notes give one. */
  readonly domainFile: string | null;
  readonly profileFiles: readonly (string | null)[];
  /** By issue. */
  readonly issueNotes: readonly (string | undefined)[];
  /** By profile. */
  readonly profileNotes: readonly (string | undefined)[];
  readonly issueIds: readonly string[];
  readonly profileIds: readonly string[];
}

const place: Place = { file: "case.yaml", line: 0, column: 0 };

/**
 * What the formats for domains can hold of a case: issues, options and the principals' values and no-deal values, ranges at
 * their modes. The rest is named in warnings.
 *
 * Null, and problems, where a principal has no values.
 */
export function caseToDomain(subject: Case, problems: FormatProblems): CaseDomain | null {
  warnOfTheRest(subject, problems);
  const { reading, notes } = centralReading(subject);
  for (const note of notes) problems.warn("estimated", place, note);
  const names = distinct(subject.issues.map(({ label, id }) => [label, id]));
  const issues = subject.issues.map(
    (issue, i): DomainIssue => ({
      name: names[i],
      options: distinct(issue.options.map(({ label, id }) => [label, id])).map((name, o) => ({
        name,
        number: issue.options[o].number,
      })),
      remarks: [],
    }),
  );
  const parties = subject.principals.map((p) => subject.parties[p]);
  const without = parties.filter(({ values }) => values === null);
  for (const party of without)
    problems.error(
      "no-values",
      { ...place, path: `parties.${party.id}` },
      `${party.label} has no values`,
      "give it weights and option values",
    );
  if (parties.length === 0) problems.error("no-profiles", place, "the case has no principals");
  if (issues.length === 0) problems.error("no-issues", place, "the case has no issues");
  if (problems.hasErrors) return null;
  const written = subject.document;
  const profiles = subject.principals.map((p) => profileOf(subject, p, reading));
  const found = /^\w+ files ("(?:[^"\\]|\\.)*")/.exec(written.viewpoint.basis);
  return {
    name: subject.title,
    format: "case",
    files: [],
    issues,
    profiles,
    domainFile: found === null ? null : unquoted(found[1]),
    profileFiles: parties.map(({ id }) => readFileRemark(written.parties[id].note)),
    issueNotes: subject.issues.map(({ id }) => written.issues[id].note),
    profileNotes: parties.map(({ id }) => written.parties[id].note),
    issueIds: subject.issues.map(({ id }) => id),
    profileIds: parties.map(({ id }) => id),
  };
}

/** Names of the profiles' files, those of the notes where these keep the order of the profiles. */
export function namesInOrder(domain: CaseDomain, extension: string, taken: Set<string>): string[] {
  const given = fileNames(domain.profileFiles, domain.profileIds, extension, new Set(taken));
  if (inNameOrder(given).join("\n") === given.join("\n")) return given;
  const width = String(domain.profiles.length).length;
  return domain.profileIds.map((id, p) => `${String(p + 1).padStart(width, "0")}_${id}.${extension}`);
}

function profileOf(subject: Case, p: number, reading: Reading): Profile {
  const party = subject.parties[p];
  const values = party.values!;
  const raw = subject.issues.map((_, i) => {
    const entry = values.weights.kind === "entries" ? values.weights.entries[i] : -1;
    return entry < 0 ? 0 : reading.entries[entry];
  });
  const sum = subject.document.scale === "source" ? 1 : raw.reduce((total, weight) => total + weight, 0);
  const direct = values.weights.kind === "entries" && sum > 0;
  const weights: number[] = [];
  const points = values.options.map((options, i) => {
    const worth = reading.worth[p][i];
    weights[i] = direct ? raw[i] / sum : 0;
    if (options === null || worth === null) return null;
    if (direct && options.kind === "entries") return options.entries.map((entry) => reading.entries[entry]);
    // Only their product is known where importances or options were ranked.
    weights[i] = worth.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 100;
    return Array.from(worth, (value) => (weights[i] === 0 ? 0 : value / weights[i]));
  });
  const boxes = reading.interactions[p].flatMap(({ issues, cells }) =>
    cells.map(
      ({ from, to, change }): Box => ({
        ranges: issues.map((issue, at) => ({ issue, from: from[at], to: to[at] })),
        change,
      }),
    ),
  );
  const { reasons } = subject.document.parties[party.id].values!;
  return {
    name: party.label,
    weights,
    values: points,
    boxes,
    reservation:
      reading.noDealFrom[p] === "status-quo" && subject.issues.some(({ statusQuo }) => statusQuo < 0)
        ? null
        : reading.noDeal[p],
    cap: null,
    remarks: [],
    reasons: subject.issues.map(({ id }) => {
      const reason = Object.hasOwn(reasons, id) ? reasons[id] : undefined;
      return typeof reason === "string" ? reason : (reason?.why ?? null);
    }),
  };
}

/**
 * The profile without the interactions that cut totals off at `cap`, where it has exactly those; a format that cuts off by
 * itself need not hold them. Undefined where some outcome lies above the cap and stays there.
 */
export function withoutCap(
  profile: Profile,
  issues: readonly DomainIssue[],
  cap: number,
): Profile | undefined {
  const bare: Profile = { ...profile, boxes: [] };
  if (profile.values.every((values) => values === null)) {
    const above = totalsAbove(profile, issues, cap);
    return above.kind === "unknown" || (above.kind === "cells" && above.cells.length === 0)
      ? profile
      : undefined;
  }
  const above = totalsAbove(bare, issues, cap);
  if (above.kind !== "cells") return undefined;
  if (above.cells.length === 0 && profile.boxes.length === 0) return profile;
  const full = issues.map((issue) => issue.options.length);
  const key = (ranges: Box["ranges"]) => {
    const narrow = ranges.filter(({ issue, from, to }) => from > 0 || to < full[issue] - 1);
    return narrow
      .toSorted((a, b) => a.issue - b.issue)
      .map(({ issue, from, to }) => `${issue}:${from}-${to}`)
      .join();
  };
  const wanted = new Map(
    above.cells.map(({ at, above: by }) => [
      key(at.map((o, k) => ({ issue: above.scope[k], from: o, to: o }))),
      by,
    ]),
  );
  const same =
    profile.boxes.length === wanted.size &&
    profile.boxes.every(
      ({ ranges, change }) => Math.abs((wanted.get(key(ranges)) ?? Infinity) + change) < 1e-9 * cap,
    );
  if (same) return bare;
  const left = totalsAbove(profile, issues, cap);
  return left.kind === "cells" && left.cells.length === 0 ? profile : undefined;
}

/** Names as they are where they differ; with the id where two are alike. */
function distinct(named: readonly (readonly [label: string, id: string])[]): string[] {
  const counts = new Map<string, number>();
  for (const [label] of named) counts.set(label, (counts.get(label) ?? 0) + 1);
  return named.map(([label, id]) => (counts.get(label) === 1 ? label : `${label} (${id})`));
}

function warnOfTheRest(subject: Case, problems: FormatProblems): void {
  const left: string[] = [];
  const others = subject.parties.filter((_, p) => !subject.principals.includes(p));
  if (others.length > 0)
    left.push(`parties that need not agree (${others.map(({ label }) => shown(label)).join(", ")})`);
  if (subject.parties.some(({ lines }) => lines.length > 0)) left.push("red lines");
  if (
    subject.parties.some(({ stances }) =>
      stances.some((byPlacement) => byPlacement.some((entry) => entry >= 0)),
    )
  )
    left.push("agenda stances");
  if (subject.parties.some(({ threshold }) => threshold !== null)) left.push("thresholds");
  if (subject.framings.length > 1) left.push("framings");
  if (subject.scenarios.length > 0) left.push("the outlook");
  if (subject.issues.some(({ statusQuo }) => statusQuo >= 0)) left.push("the status quo");
  if (subject.issues.some(({ options }) => options.some(({ obligations }) => obligations.length > 0)))
    left.push("obligations");
  if (Object.keys(subject.document.claims).length > 0) left.push("claims and sources");
  const ranges = subject.principals.some((p) =>
    subject.entries.some(
      ({ path, given }) => path.startsWith(`${subject.parties[p].id}.values`) && given.kind !== "number",
    ),
  );
  if (ranges) left.push("ranges of values (their modes are written)");
  for (const what of left) problems.warn("left-out", place, `not held by the format and left out: ${what}`);
}

function unquoted(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}
