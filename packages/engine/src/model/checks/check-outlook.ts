import type { Case } from "../case.ts";
import type { Compiling } from "../compile/compiling.ts";
import type { DataPath } from "../reading/data-path.ts";
import { failures } from "../schema/talks-schema.ts";

/** Scenarios, their likelihoods and their values. */
export function checkOutlook({ document, names, problems }: Compiling, compiled: Case): void {
  const { outlook } = document;
  if (outlook === undefined) return;
  const known = names.idsIn("outlook", "scenarios");
  if (known.length === 0)
    problems.error("empty", ["outlook", "scenarios"], "expected at least one scenario", "", "key");
  for (const [id, { goesOn, escalation }] of Object.entries(outlook.scenarios)) {
    if (goesOn && escalation) {
      problems.error(
        "goes-on-and-escalates",
        ["outlook", "scenarios", id],
        `scenario \`${id}\` is flagged both goesOn and escalation`,
        "keep one of the two, or split the scenario",
        "key",
      );
    }
  }
  const scenario = (id: string, path: DataPath) =>
    names.within("scenario", ["outlook", "scenarios"], id, path, "key");
  checkLikelihoods(["outlook", "likelihood"], outlook.likelihood);
  for (const [party, beliefs] of Object.entries(outlook.beliefs)) {
    names.find("party", party, ["outlook", "beliefs", party], "key");
    checkLikelihoods(["outlook", "beliefs", party], beliefs);
  }
  for (const [party, values] of Object.entries(outlook.values)) {
    const at = ["outlook", "values", party];
    names.find("party", party, at, "key");
    for (const id of Object.keys(values)) scenario(id, [...at, id]);
    const left = known.filter((id) => !Object.hasOwn(values, id));
    if (left.length > 0) {
      const which = left.map((id) => `\`${id}\``).join(", ");
      problems.error(
        "no-scenario-value",
        at,
        `\`${party}\` has values for some scenarios, but not for ${which}`,
        "give every scenario a value; `unknown` is one",
        "key",
      );
    }
    const hasBelief =
      Object.hasOwn(outlook.beliefs, party) && outlook.beliefs[party].atTheTable !== undefined;
    if (outlook.likelihood.atTheTable === undefined && !hasBelief) {
      problems.error(
        "no-likelihood",
        ["outlook", "likelihood"],
        `the no-deal value of \`${party}\` needs to know what follows a failure at the table`,
        "add atTheTable: the likelihood of each scenario then",
        "key",
      );
    }
  }

  function checkLikelihoods(at: DataPath, given: (typeof outlook & object)["likelihood"]): void {
    for (const failure of failures) {
      const likelihoods = given[failure];
      if (likelihoods === undefined) continue;
      const path = [...at, failure];
      for (const id of Object.keys(likelihoods)) scenario(id, [...path, id]);
      const entries = compiled.entries.filter((entry) => entry.path.startsWith(`${path.join(".")}.`));
      const isZero = entries.every(({ given: one }) => (one.kind === "number" ? one.value : one.high) === 0);
      if (isZero)
        problems.error(
          "all-zero",
          path,
          "all likelihoods are 0: something must follow",
          "give at least one scenario a likelihood",
          "key",
        );
    }
  }
}
