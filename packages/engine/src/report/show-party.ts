import type { Case, Line, Party } from "../model/case.ts";
import { entryInWords } from "./given-in-words.ts";
import { labelOf, list, plural } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { shownClaims, shownEntry } from "./show-evidence.ts";
import type { Shown } from "./shown.ts";

/** A party: what it says and wants, its lines, its threshold, and its entries save those of its values, which are many. */
export function showParty(kase: Case, party: Party): Shown {
  const document = kase.document.parties[party.id];
  const inside = party.inside < 0 ? "" : `, inside ${kase.parties[party.inside].label}`;
  const own = kase.entries.filter((entry) => entry.path.startsWith(`${party.id}.`));
  const entries = own.filter((entry) => !entry.path.startsWith(`${party.id}.values.`));
  const hidden = own.length - entries.length;
  const facts: Labelled[] = [
    { label: "Role", text: roleWords[party.role] + inside },
    ...(document.position === undefined ? [] : [{ label: "Says it wants", text: document.position }]),
    ...document.interests.map((interest, i) => ({ label: i === 0 ? "Why, as judged" : "", text: interest })),
    ...party.lines.map((line, i) => ({
      label: i === 0 ? "Red lines" : "",
      text: `${line.label} (${line.id})`,
    })),
    ...(party.threshold === null ? [] : [{ label: "Stands by", text: thresholdWords(kase, party) }]),
    ...successFacts(kase, party),
    ...(hidden === 0
      ? []
      : [{ label: "Values", text: `${plural(hidden, "entry", "entries")}: parley show ${party.id}.values` }]),
  ];
  const claims = Object.keys(kase.document.claims).filter(
    (id) => kase.document.claims[id].party === party.id,
  );
  return {
    kind: "party",
    path: party.id,
    label: party.label,
    facts,
    entries: entries.map(shownEntry),
    claims: shownClaims(kase, [...claims, ...own.flatMap((entry) => entry.claims)]),
  };
}

export function showLine(kase: Case, line: Line): Shown {
  const party = kase.parties[line.party];
  const firmness = kase.entries[line.firmness];
  const on = line.issues.map((issue) => kase.issues[issue].label);
  return {
    kind: "line",
    path: `${party.id}.lines.${line.id}`,
    label: line.label,
    facts: [
      { label: "Of", text: party.label },
      { label: "Forbids", text: kase.document.parties[party.id].lines[line.id].forbids },
      ...(on.length === 0 ? [] : [{ label: "On", text: list(on) }]),
    ],
    entries: firmness === undefined ? [] : [shownEntry(firmness)],
    claims: shownClaims(kase, [...line.claims, ...(firmness?.claims ?? [])]),
  };
}

const roleWords: Readonly<Record<Party["role"], string>> = {
  principal: "principal: there is no deal without it",
  ratifier: "ratifier: has to approve formally",
  concerned: "concerned party: not at the table",
  mediator: "mediator",
  verifier: "verifier",
};

function thresholdWords(kase: Case, { id, threshold }: Party): string {
  if (threshold === null) throw new Error(`${id} has no threshold`);
  const written = kase.document.parties[id].threshold?.when ?? [];
  const points = (entry: number) => entryInWords(kase.entries[entry]);
  const otherwise = threshold.when.map(
    ({ value }, i) => `if ${written[i]?.if ?? "its condition holds"}: ${points(value)}`,
  );
  return [`${points(threshold.value)} of its own points`, ...otherwise].join("; ");
}

function successFacts(kase: Case, party: Party): Labelled[] {
  const written = Object.entries(kase.document.parties[party.id].success);
  return written.map(([framing, test], i) => ({
    label: i === 0 ? "Calls success" : "",
    text: `${framing === "any" ? "any framing" : labelOf(kase.framings, framing)}: ${test}`,
  }));
}
