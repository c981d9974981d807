import { type Compiling, constantIn, readExpression } from "../compile/compiling.ts";
import { didYouMean } from "../did-you-mean.ts";
import { evaluateExpression } from "../expression/evaluate-expression.ts";
import type { Expression } from "../expression/expression.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { CaseDocument } from "../schema/case-schema.ts";

/** With more options than this the states cannot be listed. */
const maximumConflictOptions = 24;

type Conflict = NonNullable<CaseDocument["conflict"]>;

/** The graph model of what the parties can do. */
export function checkConflict(compiling: Compiling): void {
  const { conflict } = compiling.document;
  if (conflict === undefined) return;
  const options = checkOptions(compiling, conflict);
  const flags = new Set(options);
  const read = (text: string, path: DataPath): Expression | undefined => {
    const expression = readExpression(compiling, text, path, flags);
    if (expression !== undefined && constantIn(compiling, expression) !== undefined) {
      compiling.problems.error(
        "always-the-same",
        path,
        "this is the same in every state",
        "check the options",
      );
    }
    return expression;
  };
  const at = ["conflict"];
  for (const [party, maker] of Object.entries(conflict.decisionMakers)) {
    for (const [index, text] of (maker.prefers ?? []).entries())
      read(text, [...at, "decisionMakers", party, "prefers", index]);
  }
  const infeasible = conflict.infeasible.map((text, index) => read(text, [...at, "infeasible", index]));
  for (const [index, { when }] of conflict.merged.entries()) read(when, [...at, "merged", index, "when"]);
  checkStates(compiling, conflict, read);
  checkToday(compiling, conflict, options, infeasible);
}

function checkOptions({ names, problems, entries }: Compiling, conflict: Conflict): readonly string[] {
  const owner = new Map<string, string>();
  const makers = Object.entries(conflict.decisionMakers);
  if (makers.length < 2)
    problems.error(
      "too-few-decision-makers",
      ["conflict", "decisionMakers"],
      `expected at least two decision makers, found ${makers.length}`,
      "",
      "key",
    );
  for (const [party, maker] of makers) {
    const at = ["conflict", "decisionMakers", party];
    names.find("party", party, at, "key");
    entries.checkClaims(maker.claims, [...at, "claims"]);
    for (const option of Object.keys(maker.options)) {
      const before = owner.get(option);
      if (before !== undefined)
        problems.error(
          "option-owned-twice",
          [...at, "options", option],
          `option \`${option}\` belongs to \`${before}\` and to \`${party}\``,
          "rename one: statements name options without their owner",
          "key",
        );
      else owner.set(option, party);
    }
    if (maker.prefers !== undefined && maker.ranking !== undefined) {
      problems.error(
        "preferences-twice",
        [...at, "ranking"],
        `the preferences of \`${party}\` are given as statements and as a ranking`,
        "keep one of the two",
        "key",
      );
    }
    if (maker.prefers === undefined && maker.ranking === undefined) {
      problems.error(
        "no-preferences",
        at,
        `\`${party}\` has no preferences`,
        "add `prefers` (statements) or `ranking` (states)",
        "key",
      );
    }
  }
  const count = owner.size;
  if (count > maximumConflictOptions) {
    problems.error(
      "too-many-options",
      ["conflict", "decisionMakers"],
      `${count} options make ${2 ** count} states; at most ${maximumConflictOptions} options are read`,
      "leave out options that nobody would use",
      "key",
    );
  }
  for (const [party, maker] of makers)
    checkRanking({ problems }, maker.ranking ?? [], count, ["conflict", "decisionMakers", party, "ranking"]);
  return [...owner.keys()];
}

function checkRanking(
  { problems }: Pick<Compiling, "problems">,
  ranking: readonly (string | readonly string[])[],
  count: number,
  at: DataPath,
): void {
  const seen = new Set<string>();
  for (const [index, level] of ranking.entries()) {
    for (const [inner, pattern] of (typeof level === "string" ? [level] : level).entries()) {
      const path = typeof level === "string" ? [...at, index] : [...at, index, inner];
      if (!/^[YN]+$/.test(pattern))
        problems.error(
          "invalid-state",
          path,
          `expected a state such as ${"YN".repeat(count).slice(0, Math.min(count, 8))}, found "${pattern}"`,
          "one letter for each option, in order: Y taken, N not",
        );
      else if (pattern.length !== count)
        problems.error(
          "invalid-state",
          path,
          `expected ${count} letters, one for each option in order; found ${pattern.length}`,
        );
      else if (seen.has(pattern))
        problems.error("ranked-twice", path, `state ${pattern} is ranked twice`, "keep one of the two");
      seen.add(pattern);
    }
  }
}

function checkStates(
  { names, problems }: Compiling,
  conflict: Conflict,
  read: (text: string, path: DataPath) => unknown,
): void {
  for (const [id, state] of Object.entries(conflict.states)) {
    const at = ["conflict", "states", id];
    read(state.when, [...at, "when"]);
    for (const party of Object.keys(state.values))
      names.find("party", party, [...at, "values", party], "key");
    if (state.goesOn && state.escalation)
      problems.error(
        "goes-on-and-escalates",
        at,
        `state \`${id}\` is flagged both goesOn and escalation`,
        "keep one of the two",
        "key",
      );
  }
}

function checkToday(
  { problems }: Compiling,
  conflict: Conflict,
  options: readonly string[],
  infeasible: readonly (Expression | undefined)[],
): void {
  const optionIds = new Set(options);
  for (const [index, option] of conflict.today.entries()) {
    if (optionIds.has(option)) continue;
    const near = didYouMean(option, options);
    problems.error(
      "unknown-id",
      ["conflict", "today", index],
      `there is no option \`${option}\``,
      near === undefined ? `known here: ${options.join(", ")}` : `did you mean \`${near}\`?`,
    );
  }
  const world = {
    option: () => 0,
    placement: () => "none" as const,
    provision: () => false,
    flag: (id: string) => conflict.today.includes(id),
  };
  for (const [index, expression] of infeasible.entries()) {
    if (expression === undefined || !evaluateExpression(expression, world)) continue;
    problems.error(
      "today-infeasible",
      ["conflict", "today"],
      `what holds today is ruled out by infeasible.${index}`,
      "correct one of the two",
      "key",
    );
  }
}
