import type { CaseDocument } from "./schema/case-schema.ts";

type Claim = CaseDocument["claims"][string];

/** The day a claim was made known: its own, otherwise its source's; null when neither is dated. */
export function dateOfClaim(claim: Claim, sources: CaseDocument["sources"]): string | null {
  return claim.date ?? (Object.hasOwn(sources, claim.source) ? (sources[claim.source].date ?? null) : null);
}

/**
 * The document as it stood on an earlier day: without later claims and events, and without mention of those claims.
 *
 * Judgements stay as they are entered, since they are coded as before any event that acts on them. The summary and what
 * parties say they want carry no date, so that nobody knows whether they held then: they are left out.
 */
export function filterByDate(document: CaseDocument, asOf: string): CaseDocument {
  const keeps = (date: string | null) => date === null || date <= asOf;
  const claims = Object.fromEntries(
    Object.entries(document.claims).filter(([, claim]) => keeps(dateOfClaim(claim, document.sources))),
  );
  const events = Object.fromEntries(Object.entries(document.events).filter(([, event]) => keeps(event.date)));
  const parties = Object.fromEntries(
    Object.entries(document.parties).map(([id, { position: _, ...party }]) => [id, party]),
  );
  return {
    ...withoutClaims({ ...document, parties, claims: {}, events }, claims),
    asOf,
    claims,
    summary: [],
  };
}

/** Leaves out mentions of claims that are not kept: lists of ids under the key `claims`. */
function withoutClaims<T>(value: T, kept: Readonly<Record<string, unknown>>): T {
  if (Array.isArray(value)) return value.map((item) => withoutClaims(item, kept)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "claims" && Array.isArray(inner)
        ? inner.filter((id) => typeof id !== "string" || Object.hasOwn(kept, id))
        : withoutClaims(inner, kept),
    ]),
  ) as T;
}
