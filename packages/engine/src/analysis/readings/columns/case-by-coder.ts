import type { Case } from "../../../model/case.ts";

/** The case as one coder entered it: where two differ, that coder's entries stand. Null: the first of each. */
export function caseByCoder(subject: Case, coder: string | null): Case {
  if (coder === null) return subject;
  return {
    ...subject,
    entries: subject.entries.map((entry) =>
      Object.hasOwn(entry.alternatives, coder) ? { ...entry, given: entry.alternatives[coder] } : entry,
    ),
  };
}
