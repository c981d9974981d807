import type { Basket, Issue, Obligation } from "../case.ts";
import type { CaseDocument } from "../schema/case-schema.ts";
import type { Compiling } from "./compiling.ts";
import { openSetting, within } from "./entry-register.ts";

type ObligationDocument = CaseDocument["issues"][string]["options"][string]["obligations"][number];

export function compileBaskets({ document, names, problems }: Compiling): readonly Basket[] {
  const owner = new Map<string, string>();
  const baskets = Object.entries(document.baskets).map(([id, basket]): Basket => {
    const at = ["baskets", id];
    checkNames({ names }, basket.names, at);
    if (basket.issues.length === 0 && Object.keys(document.issues).length > 0) {
      problems.error(
        "empty",
        [...at, "issues"],
        `basket \`${id}\` has no issues, so that a track on it would settle nothing`,
        "list its issues; only in a case without any issue may baskets have none",
      );
    }
    const issues = basket.issues.map((issue, index) => {
      const path = [...at, "issues", index];
      const before = owner.get(issue);
      if (before === undefined) owner.set(issue, id);
      else if (before === id)
        problems.error(
          "in-two-baskets",
          path,
          `issue \`${issue}\` is listed twice in basket \`${id}\``,
          "list it once",
        );
      else
        problems.error(
          "in-two-baskets",
          path,
          `issue \`${issue}\` is in two baskets, \`${before}\` and \`${id}\``,
          "leave it out of one of them",
        );
      return names.find("issue", issue, path);
    });
    return { id, label: basket.label, issues };
  });
  for (const issue of Object.keys(document.issues)) {
    if (!owner.has(issue))
      problems.error(
        "in-no-basket",
        ["issues", issue],
        `issue \`${issue}\` is in no basket`,
        "list it in the issues of one basket",
        "key",
      );
  }
  return baskets;
}

export function compileIssues(compiling: Compiling, baskets: readonly Basket[]): readonly Issue[] {
  const { document, names } = compiling;
  return Object.entries(document.issues).map(([id, issue], index): Issue => {
    const at = ["issues", id];
    checkNames(compiling, issue.names, at);
    const options = Object.entries(issue.options).map(([optionId, option]) => ({
      id: optionId,
      label: option.label,
      number: option.number ?? null,
      obligations: option.obligations.map((obligation, place) =>
        compileObligation(compiling, obligation, [...at, "options", optionId, "obligations", place]),
      ),
    }));
    const statusQuo =
      issue.statusQuo === undefined ? -1 : names.option(id, issue.statusQuo, [...at, "statusQuo"]);
    if (issue.statusQuo === undefined && document.scale === "coded") {
      const hint =
        "add `statusQuo: …`, the option that stands if nothing is agreed; only imported domains (`scale: source`) may have none";
      compiling.problems.error("no-status-quo", at, `issue \`${id}\` has no status quo`, hint, "key");
    }
    const basket = baskets.findIndex(({ issues }) => issues.includes(index));
    return { id, label: issue.label, unit: issue.unit ?? null, options, statusQuo, basket };
  });
}

function compileObligation(
  { names, entries }: Compiling,
  obligation: ObligationDocument,
  at: readonly (string | number)[],
): Obligation {
  const { check } = obligation;
  const setting = within(openSetting, check ?? {});
  if (check?.by !== undefined) names.find("party", check.by, [...at, "check", "by"]);
  const checked = check?.defined === true && check.means.some((means) => means !== "none");
  const notice = entries.add([...at, "check", "notice"], "likelihood", check?.notice, setting);
  entries.add([...at, "check", "effort"], "amount", check?.effort, setting);
  return {
    by: names.find("party", obligation.by, [...at, "by"]),
    text: obligation.text,
    improvesFor: obligation.improvesFor.map((party, index) =>
      names.find("party", party, [...at, "improvesFor", index]),
    ),
    checked,
    notice,
  };
}

function checkNames(
  { names }: Pick<Compiling, "names">,
  given: Readonly<Record<string, string>>,
  at: readonly string[],
): void {
  for (const party of Object.keys(given)) names.find("party", party, [...at, "names", party], "key");
}
