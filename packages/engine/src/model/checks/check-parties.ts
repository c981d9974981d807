import type { Compiling } from "../compile/compiling.ts";

/** Roles, and what a role needs. */
export function checkParties({ document, names, problems }: Compiling): void {
  const parties = Object.entries(document.parties);
  const principals = parties.filter(([, { role }]) => role === "principal");
  if (principals.length < 2) {
    const found = principals.length === 0 ? "none" : `only \`${principals[0][0]}\``;
    problems.error(
      "too-few-principals",
      ["parties"],
      `expected at least two principals, found ${found}`,
      "a principal is a party that must agree: `role: principal`",
      "key",
    );
  }
  const isPrincipal = (id: string) =>
    Object.hasOwn(document.parties, id) && document.parties[id].role === "principal";
  for (const [id, party] of parties) {
    const at = ["parties", id];
    if (party.role === "ratifier" && party.inside === undefined) {
      problems.error(
        "no-inside",
        [...at, "role"],
        `ratifier \`${id}\` belongs to no principal`,
        "say which: `inside: …`",
      );
    }
    if (party.inside !== undefined && party.role !== "ratifier") {
      problems.error(
        "inside-without-ratifier",
        [...at, "inside"],
        `only a ratifier stands inside a principal, and \`${id}\` is a ${party.role}`,
        "leave out `inside`, or make it a ratifier",
        "key",
      );
    } else if (
      party.inside !== undefined &&
      Object.hasOwn(document.parties, party.inside) &&
      !isPrincipal(party.inside)
    ) {
      problems.error(
        "not-a-principal",
        [...at, "inside"],
        `\`${party.inside}\` is not a principal`,
        `principals: ${principals.map(([principal]) => principal).join(", ")}`,
      );
    }
    const { threshold } = party;
    if (threshold !== undefined && party.values === undefined) {
      problems.error(
        "no-values",
        [...at, "threshold"],
        `\`${id}\` has a threshold but no values to reach it with`,
        "give it `values`",
        "key",
      );
    }
    if (
      threshold?.on !== undefined &&
      Object.hasOwn(document.parties, threshold.on) &&
      !isPrincipal(threshold.on)
    ) {
      problems.error(
        "not-a-principal",
        [...at, "threshold", "on"],
        `\`${threshold.on}\` is not a principal`,
        "a party presses a principal",
      );
    }
    if (party.noDeal !== undefined && party.values === undefined) {
      problems.error(
        "no-values",
        [...at, "noDeal"],
        `\`${id}\` has a no-deal value but no values to compare it with`,
        "give it `values`",
        "key",
      );
    }
    if (
      party.noDeal !== undefined &&
      document.outlook !== undefined &&
      Object.hasOwn(document.outlook.values, id)
    ) {
      problems.error(
        "two-no-deal-values",
        [...at, "noDeal"],
        `the no-deal value of \`${id}\` is entered here, and also follows from outlook.values.${id}`,
        "keep one of the two",
        "key",
      );
    }
    if (Object.hasOwn(party.trust, id))
      problems.error(
        "trusts-itself",
        [...at, "trust", id],
        `\`${id}\` is listed among those that it trusts or not`,
        "leave it out",
        "key",
      );
  }
  const { host } = document.meeting ?? {};
  if (host !== undefined) names.find("party", host, ["meeting", "host"]);
  const { mediator } = document.bargaining;
  if (mediator !== undefined) names.find("party", mediator, ["bargaining", "mediator"]);
}
