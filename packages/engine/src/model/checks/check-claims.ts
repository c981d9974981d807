import type { Compiling } from "../compile/compiling.ts";
import type { CaseDocument } from "../schema/case-schema.ts";

/** Claims and events: whose, about what, and whether anything rests on them. */
export function checkClaims(compiling: Compiling): void {
  const { document, names, problems, entries } = compiling;
  for (const [id, claim] of Object.entries(document.claims)) {
    const at = ["claims", id];
    names.find("source", claim.source, [...at, "source"]);
    if (claim.party !== undefined) names.find("party", claim.party, [...at, "party"]);
    for (const [index, about] of claim.about.entries()) {
      if (!names.idsIn("baskets").includes(about)) names.find("issue", about, [...at, "about", index]);
    }
    if (claim.party === undefined && (claim.voice === "party" || claim.voice === "official")) {
      problems.error(
        "no-party",
        [...at, "voice"],
        `claim \`${id}\` is the words of ${claim.voice === "party" ? "a party" : "an official"}, but does not say of which party`,
        "add `party: …`",
      );
    }
    if (claim.party !== undefined && claim.voice === "author") {
      problems.error(
        "author-with-party",
        [...at, "party"],
        `claim \`${id}\` is the account's own judgement, and must not be put in a party's mouth`,
        "leave out `party`, or correct `voice`",
        "key",
      );
    }
    checkSummaryClaim(compiling, id, claim);
  }
  for (const [id, event] of Object.entries(document.events)) {
    const at = ["events", id];
    for (const [index, actor] of event.actors.entries()) names.find("party", actor, [...at, "actors", index]);
    entries.checkClaims(event.claims, [...at, "claims"]);
    if (event.class !== undefined)
      names.within("class of event under time.hazard", ["time", "hazard"], event.class, [...at, "class"]);
  }
  reportUnused(compiling);
}

function checkSummaryClaim(
  { document, problems }: Compiling,
  id: string,
  claim: CaseDocument["claims"][string],
): void {
  const source = Object.hasOwn(document.sources, claim.source) ? document.sources[claim.source] : undefined;
  if (source?.kind !== "prepared-summary") return;
  if (claim.grade !== undefined) {
    problems.error(
      "grade-on-summary",
      ["claims", id, "grade"],
      "a claim from a prepared summary carries no grade: it is not a report",
      "leave the grade out",
      "key",
    );
  }
  for (const marked of claim.paraphrase.matchAll(/[“"«„]([^”"»“]*)[”"»“]/gu)) {
    if (claim.quote?.exact.includes(marked[1]) === true) continue;
    problems.inText(
      "error",
      "quotation-marks",
      ["claims", id, "paraphrase"],
      marked.index,
      "a paraphrase carries no quotation marks, save round words really reported",
      "put reported words under `quote`, and take the marks away here",
    );
  }
}

/** A claim is used when something cites it, or when it speaks of a placement, which the agenda shows. */
function reportUnused({ document, problems }: Compiling): void {
  const cited = new Set<string>();
  collectClaims({ ...document, claims: {} }, cited);
  for (const [id, claim] of Object.entries(document.claims)) {
    if (cited.has(id) || (claim.placement !== undefined && claim.about.length > 0)) continue;
    problems.warn(
      "unused-claim",
      ["claims", id],
      `nothing rests on claim \`${id}\``,
      "cite it under `claims:` of an entry or an event, or leave it out",
      "key",
    );
  }
}

/** Adds what stands in lists under the key `claims`, anywhere. */
function collectClaims(value: unknown, into: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "claims" && Array.isArray(inner))
      for (const id of inner) if (typeof id === "string") into.add(id);
    collectClaims(inner, into);
  }
}
