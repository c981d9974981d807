import type { Case } from "../model/case.ts";
import { dateInWords, list } from "./in-words.ts";

/** What stands above every page: whose view of what, when, and how it may be handled. */
export interface CaseHeading {
  readonly marking: string;
  readonly meeting: string;
  readonly asOf: string;
  /** Who takes part, who mediates, from where and what it is coded. */
  readonly who: string;
}

export function caseHeading(kase: Case): CaseHeading {
  const { meeting, marking, viewpoint } = kase.document;
  const at = meeting
    ? [meeting.place, meeting.date ? dateInWords(meeting.date) : ""].filter((part) => part !== "").join(", ")
    : kase.title;
  const inferred = meeting?.dateInferred ? " (year inferred)" : "";
  const principals = kase.principals.map((p) => kase.parties[p].label);
  const mediators = kase.parties.filter((p) => p.role === "mediator").map((p) => p.label);
  const mediates =
    mediators.length === 0 ? "" : `; ${list(mediators)} ${mediators.length === 1 ? "mediates" : "mediate"}`;
  return {
    marking: marking ?? "",
    meeting: at + inferred,
    asOf: `as of ${dateInWords(kase.asOf)}`,
    who: `${list(principals)}${mediates}. Coded from ${viewpoint.from}; ${viewpoint.basis}.`,
  };
}
