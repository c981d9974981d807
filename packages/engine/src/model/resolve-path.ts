import { didYouMean } from "./did-you-mean.ts";
import type { DataPath } from "./reading/data-path.ts";
import { caseSchema } from "./schema/case-schema.ts";
import { couldStandAt, fieldsAt } from "./schema/schema-fields.ts";

/** Sections whose ids a path may begin with, leaving the section out. */
const sections = [
  "parties",
  "issues",
  "baskets",
  "framings",
  "events",
  "claims",
  "sources",
  "coders",
] as const;

export type ResolvedPath =
  | { readonly ok: true; readonly path: DataPath }
  | {
      readonly ok: false;
      readonly code: "unknown-path" | "ambiguous-path";
      readonly message: string;
      readonly hint: string;
    };

/**
 * The full path of what a user typed: `iran.stances.missiles.later` stands for `parties.iran.stances.missiles.later`.
 *
 * Says whether the format has such a place, not whether anything is entered there.
 *
 * @param idsIn ids of a section of the case
 */
export function resolvePath(text: string, idsIn: (section: string) => readonly string[]): ResolvedPath {
  const steps = text
    .trim()
    .split(".")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const [first] = steps;
  if (steps.some((step) => step === ""))
    return {
      ok: false,
      code: "unknown-path",
      message: `\`${text}\` is not a path`,
      hint: "write names with a dot between them",
    };
  const isSection = Object.hasOwn(caseSchema.shape, first);
  if (isSection && couldStandAt(caseSchema, steps)) return { ok: true, path: steps };
  const owners = sections.filter((section) => idsIn(section).includes(String(first)));
  const full = owners.map((section) => [section, ...steps]).filter((path) => couldStandAt(caseSchema, path));
  if (full.length === 1) return { ok: true, path: full[0] };
  if (full.length > 1) {
    const readings = full.map((path) => `\`${path.join(".")}\``).join(" or ");
    return {
      ok: false,
      code: "ambiguous-path",
      message: `\`${text}\` could be ${readings}`,
      hint: "write it with its section",
    };
  }
  if (owners.length === 0 && !isSection) {
    const near = didYouMean(String(first), [...Object.keys(caseSchema.shape), ...sections.flatMap(idsIn)]);
    return {
      ok: false,
      code: "unknown-path",
      message: `nothing is called \`${String(first)}\``,
      hint: near === undefined ? "" : `did you mean \`${near}\`?`,
    };
  }
  return {
    ok: false,
    code: "unknown-path",
    message: `the format has no place \`${text}\``,
    hint: hintWithin(isSection ? steps : [owners[0], ...steps]),
  };
}

/** Proposes a field where the path leaves the format. */
function hintWithin(path: DataPath): string {
  for (let length = 1; length < path.length; length++) {
    if (couldStandAt(caseSchema, path.slice(0, length + 1))) continue;
    const fields = fieldsAt(caseSchema, path.slice(0, length));
    const near = didYouMean(String(path[length]), fields);
    if (near !== undefined) return `did you mean \`${near}\`?`;
    return fields.length > 0
      ? `after \`${path.slice(0, length).join(".")}\` can stand: ${fields.join(", ")}`
      : "";
  }
  return "";
}
