import type { FocalDeal } from "../analysis/deals-result.ts";
import type { Case, Issue } from "../model/case.ts";
import { optionLabel } from "./in-words.ts";

/** Terms of one deal: what it changes now, what later talks would change if they deliver, and what it leaves as it is. */
export interface Terms {
  readonly now: readonly string[];
  readonly later: readonly string[];
  readonly unchanged: readonly string[];
}

export function termsOf(kase: Case, onTable: readonly string[], deal: FocalDeal): Terms {
  const now: string[] = [];
  const later: string[] = [];
  const unchanged: string[] = [];
  for (const issue of kase.issues) {
    const standing = issue.statusQuo < 0 ? null : issue.options[issue.statusQuo].id;
    const agreed = deal.outcome[issue.id];
    const followed = deal.followOn?.[issue.id] ?? agreed;
    if (agreed !== standing) now.push(term(issue, agreed));
    else if (onTable.includes(issue.id)) unchanged.push(issue.label);
    if (followed !== agreed) later.push(term(issue, followed));
  }
  return { now, later, unchanged };
}

const term = (issue: Issue, option: string): string => `${issue.label}: ${optionLabel(issue, option)}`;

export function termsInWords(terms: Terms): string {
  const parts = [terms.now.length === 0 ? "nothing changes now" : terms.now.join("; ")];
  if (terms.later.length > 0) parts.push(`later, if those talks deliver: ${terms.later.join("; ")}`);
  if (terms.unchanged.length > 0) parts.push(`unchanged: ${terms.unchanged.join(", ")}`);
  return `${parts.join(". ").replace(/\. [a-z]/g, (s) => s.toUpperCase())}.`;
}
