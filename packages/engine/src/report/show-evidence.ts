import type { Case, Entry } from "../model/case.ts";
import { entryInWords } from "./given-in-words.ts";
import { dateInWords, labelOf, list } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import type { Shown, ShownClaim, ShownEntry } from "./shown.ts";

/** Claims, sources and events in words, and what an entry rests on. */

export function shownEntry(entry: Entry): ShownEntry {
  const { path, given, alternatives, basis, why, claims, isDefault } = entry;
  return { path, given, alternatives, words: entryInWords(entry), basis, why, claims, isDefault };
}

/** Each once, in the order of the case; ids that stand for no claim are left out. */
export function shownClaims(kase: Case, ids: Iterable<string>): ShownClaim[] {
  const wanted = new Set(ids);
  return Object.keys(kase.document.claims)
    .filter((id) => wanted.has(id))
    .map((id) => shownClaim(kase, id));
}

function shownClaim(kase: Case, id: string): ShownClaim {
  const claim = kase.document.claims[id];
  const source = kase.document.sources[claim.source];
  return {
    id,
    who: speaker(kase, id),
    voice: claim.voice,
    kind: claim.kind ?? null,
    paraphrase: claim.paraphrase,
    quote: claim.quote?.exact ?? null,
    condition: claim.condition ?? null,
    date: claim.date ?? null,
    source: {
      id: claim.source,
      title: source?.title ?? claim.source,
      isPreparedSummary: source?.kind === "prepared-summary",
    },
  };
}

function speaker(kase: Case, id: string): string {
  const { voice, party, speaker: named } = kase.document.claims[id];
  const whose = party === undefined ? "" : labelOf(kase.parties, party);
  switch (voice) {
    case "author":
      return "the account's own judgement";
    case "event":
      return whose === "" ? "what happened" : `what happened (${whose})`;
    case "official":
      return named ?? `${whose}, by an official who is not named`;
    case "party":
      return named === undefined ? whose : whose === "" ? named : `${named} (${whose})`;
  }
}

export function showClaim(kase: Case, id: string): Shown {
  const claim = kase.document.claims[id];
  const restOn = kase.entries.filter((entry) => entry.claims.includes(id));
  const about = claim.about.map((one) => nameOf(kase, one));
  const facts: Labelled[] = [
    { label: "Said by", text: speaker(kase, id) },
    ...(claim.kind === undefined ? [] : [{ label: "Kind", text: claim.kind }]),
    ...(about.length === 0 ? [] : [{ label: "About", text: list(about) }]),
    ...(claim.placement === undefined ? [] : [{ label: "Placement", text: claim.placement }]),
    ...(claim.grade === undefined
      ? []
      : [{ label: "Grade", text: `${claim.grade.source}${claim.grade.information}` }]),
    {
      label: "Supports",
      text: restOn.length === 0 ? "no entry" : restOn.map((entry) => entry.path).join(", "),
    },
  ];
  return {
    kind: "claim",
    path: `claims.${id}`,
    label: id,
    facts,
    entries: [],
    claims: [shownClaim(kase, id)],
  };
}

export function showSource(kase: Case, id: string): Shown {
  const source = kase.document.sources[id];
  const claims = Object.keys(kase.document.claims).filter((one) => kase.document.claims[one].source === id);
  const date =
    source.date === undefined ? "" : dateInWords(source.date) + (source.dateInferred ? " (inferred)" : "");
  const facts: Labelled[] = [
    { label: "Kind", text: source.kind === "prepared-summary" ? "prepared summary, not a source" : "source" },
    { label: "File", text: source.file },
    ...(source.publisher === undefined ? [] : [{ label: "Publisher", text: source.publisher }]),
    ...(date === "" ? [] : [{ label: "Date", text: date }]),
    ...(source.url === undefined ? [] : [{ label: "Address", text: source.url }]),
    { label: "Language", text: source.language },
  ];
  return {
    kind: "source",
    path: `sources.${id}`,
    label: source.title,
    facts,
    entries: [],
    claims: shownClaims(kase, claims),
  };
}

export function showEvent(kase: Case, id: string): Shown {
  const event = kase.document.events[id];
  const moved = event.effects.flatMap((effect) => {
    const paths = typeof effect.on === "string" ? [effect.on] : effect.on;
    return paths.map((path) => `${path} (odds × ${effect.odds})`);
  });
  const facts: Labelled[] = [
    { label: "Date", text: dateInWords(event.date) + (event.dateInferred ? " (inferred)" : "") },
    ...(event.actors.length === 0
      ? []
      : [{ label: "Actors", text: list(event.actors.map((party) => labelOf(kase.parties, party))) }]),
    { label: "Moved", text: moved.length === 0 ? "no entry" : moved.join(", ") },
  ];
  return {
    kind: "event",
    path: `events.${id}`,
    label: event.label,
    facts,
    entries: [],
    claims: shownClaims(kase, event.claims),
  };
}

/** The label of an issue or a basket. */
const nameOf = (kase: Case, id: string): string => labelOf([...kase.issues, ...kase.baskets], id);
