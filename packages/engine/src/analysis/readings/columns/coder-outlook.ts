import type { Case } from "../../../model/case.ts";
import type { Failure } from "../../../model/schema/talks-schema.ts";

/** By scenario: entry of the coder's relative likelihood given a failure (-1: none); null where none are entered. */
export function coderOutlook(subject: Case, failure: Failure): readonly number[] | null {
  const places = new Map(subject.entries.map(({ path }, at) => [path, at]));
  const found = subject.scenarios.map(({ id }) => places.get(`outlook.likelihood.${failure}.${id}`) ?? -1);
  return found.some((entry) => entry >= 0) ? found : null;
}
