import type { Line, Party, Threshold } from "../case.ts";
import { basketsNamed, issuesNamed, provisionsNamed } from "../expression/atoms-of.ts";
import { evaluateExpression } from "../expression/evaluate-expression.ts";
import type { Expression } from "../expression/expression.ts";
import { expressionInWords } from "../expression/expression-in-words.ts";
import { likelihoodWords } from "../likelihood-words.ts";
import { placements } from "../placement.ts";
import type { DataPath } from "../reading/data-path.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import { type ByFailure, compileCoderOutlook, compileOutlook } from "./compile-outlook.ts";
import { compileValues } from "./compile-values.ts";
import {
  type Compiling,
  constantIn,
  namesInSentence,
  readExpression,
  unreadExpression,
} from "./compiling.ts";
import { openSetting, type Setting, within } from "./entry-register.ts";

type PartyDocument = CaseDocument["parties"][string];

/** How settled a line is taken to be where the coder does not say. */
const defaultFirmness = "very likely";

export function compileParties(compiling: Compiling): readonly Party[] {
  const coder = compileCoderOutlook(compiling);
  return Object.entries(compiling.document.parties).map(([id, party], index) =>
    compileParty(compiling, id, party, index, coder),
  );
}

function compileParty(
  compiling: Compiling,
  id: string,
  party: PartyDocument,
  index: number,
  coder: ByFailure,
): Party {
  const { document, names, entries } = compiling;
  const at = ["parties", id];
  const setting: Setting = { ...within(openSetting, party), party: id };
  for (const other of Object.keys(party.names)) names.find("party", other, [...at, "names", other], "key");
  for (const basket of Object.keys(party.stances))
    names.find("basket", basket, [...at, "stances", basket], "key");
  const stances = Object.keys(document.baskets).map((basket) => {
    const stance = Object.hasOwn(party.stances, basket) ? party.stances[basket] : undefined;
    const inside = within(setting, stance ?? {});
    return placements.map((placement) =>
      entries.add([...at, "stances", basket, placement], "stance", stance?.[placement], inside),
    );
  });
  const trusted = Object.keys(party.trust).map((other) =>
    names.find("party", other, [...at, "trust", other], "key"),
  );
  return {
    id,
    label: party.label,
    role: party.role,
    inside: party.inside === undefined ? -1 : names.find("party", party.inside, [...at, "inside"]),
    stances,
    values:
      party.values === undefined ? null : compileValues(compiling, party.values, [...at, "values"], setting),
    lines: Object.entries(party.lines).map(([line, given]) =>
      compileLine(compiling, line, given, index, [...at, "lines", line], setting),
    ),
    threshold:
      party.threshold === undefined
        ? null
        : compileThreshold(compiling, party.threshold, [...at, "threshold"], setting),
    noDeal: entries.add([...at, "noDeal"], "points", party.noDeal, setting),
    outlook: compileOutlook(compiling, id, coder),
    success: compileSuccess(compiling, party, at),
    trust: Object.keys(document.parties).map((other, place) =>
      trusted.includes(place)
        ? entries.add([...at, "trust", other], "likelihood", party.trust[other], setting)
        : -1,
    ),
    recognition: entries.add([...at, "recognition"], "weight", party.recognition, setting),
  };
}

function compileLine(
  compiling: Compiling,
  id: string,
  given: PartyDocument["lines"][string],
  party: number,
  at: DataPath,
  outer: Setting,
): Line {
  const { document, names, entries, problems } = compiling;
  const setting = within(outer, given);
  entries.checkClaims(given.claims, [...at, "claims"]);
  const forbids = readExpression(compiling, given.forbids, [...at, "forbids"]) ?? unreadExpression;
  const issues = issuesNamed(forbids);
  if (forbids !== unreadExpression) checkLine(compiling, forbids, issues, [...at, "forbids"], id);
  const [low, high] = likelihoodWords[defaultFirmness];
  const firmness =
    given.firmness === undefined
      ? entries.addDefault([...at, "firmness"], "likelihood", {
          kind: "word",
          word: defaultFirmness,
          low,
          high,
        })
      : entries.add([...at, "firmness"], "likelihood", given.firmness, setting);
  return {
    id,
    party,
    label: given.label ?? (problems.hasErrors ? id : expressionInWords(forbids, namesInSentence(document))),
    forbids,
    issues: issues.map((issue) => names.at("issue", issue)),
    firmness,
    basis: entries.basisOf(setting),
    claims: setting.claims,
  };
}

function checkLine(
  compiling: Compiling,
  forbids: Expression,
  issues: readonly string[],
  at: DataPath,
  id: string,
): void {
  const { problems } = compiling;
  if (issues.length === 0) {
    problems.error(
      "names-no-issue",
      at,
      `line \`${id}\` names no issue, so that no outcome could break it`,
      "name the issue and the options that it forbids",
    );
    return;
  }
  const constant = constantIn(compiling, forbids);
  if (constant === true)
    problems.error(
      "forbids-everything",
      at,
      `line \`${id}\` forbids every outcome`,
      "a party that will not discuss an issue has a stance, not a line: see stances",
    );
  if (constant === false)
    problems.error(
      "forbids-nothing",
      at,
      `line \`${id}\` forbids nothing: no outcome is like that`,
      "check the options and the direction of the comparison",
    );
  if (constant !== undefined) return;
  const placeOfStatusQuo = (issue: string) => compiling.scope.issues.get(issue)!.statusQuo;
  const dependsOnFraming = basketsNamed(forbids).length > 0 || provisionsNamed(forbids).length > 0;
  if (dependsOnFraming || issues.some((issue) => placeOfStatusQuo(issue) < 0)) return;
  const atStatusQuo = {
    option: placeOfStatusQuo,
    placement: () => "none" as const,
    provision: () => false,
    flag: () => false,
  };
  if (evaluateExpression(forbids, atStatusQuo)) {
    problems.warn(
      "forbids-status-quo",
      at,
      `line \`${id}\` forbids what holds today`,
      "a deal that leaves these issues as they are would break it; is that meant?",
    );
  }
}

function compileThreshold(
  compiling: Compiling,
  given: NonNullable<PartyDocument["threshold"]>,
  at: DataPath,
  outer: Setting,
): Threshold {
  const { names, entries, problems } = compiling;
  const setting = within(outer, given);
  entries.checkClaims(given.claims, [...at, "claims"]);
  if (given.on !== undefined) names.find("party", given.on, [...at, "on"]);
  const value = entries.add([...at, "value"], "points", given.value, setting);
  const when = given.when.map((one, index) => {
    const path = [...at, "when", index];
    entries.checkClaims(one.claims, [...path, "claims"]);
    const condition = readExpression(compiling, one.if, [...path, "if"]) ?? unreadExpression;
    if (condition !== unreadExpression && constantIn(compiling, condition) !== undefined) {
      problems.error(
        "always-the-same",
        [...path, "if"],
        "this condition is the same whatever happens",
        "check the options and the direction of the comparison",
      );
    }
    return {
      if: condition,
      value: entries.add([...path, "value"], "points", one.value, within(setting, one)),
    };
  });
  const influence = entries.add([...at, "influence"], "likelihood", given.influence, setting);
  return { value, when, influence, how: given.how ?? null };
}

/** `any` holds for the framings that have none of their own. */
function compileSuccess(
  compiling: Compiling,
  party: PartyDocument,
  at: DataPath,
): readonly (Expression | null)[] {
  const { document, names, problems } = compiling;
  const read = new Map<string, Expression>();
  for (const [framing, text] of Object.entries(party.success)) {
    const path = [...at, "success", framing];
    if (framing !== "any") names.find("framing", framing, path, "key");
    const expression = readExpression(compiling, text, path);
    if (expression === undefined) continue;
    if (issuesNamed(expression).length === 0)
      problems.error(
        "names-no-issue",
        path,
        "this names no issue, so that no outcome could be a success or not",
        "name the issues and the options it would call success",
      );
    else if (constantIn(compiling, expression) !== undefined)
      problems.error(
        "always-the-same",
        path,
        "this is the same for every outcome",
        "check the options and the direction of the comparison",
      );
    read.set(framing, expression);
  }
  return Object.keys(document.framings).map((framing) => read.get(framing) ?? read.get("any") ?? null);
}
