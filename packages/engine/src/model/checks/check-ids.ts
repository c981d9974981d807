import type { Compiling } from "../compile/compiling.ts";
import { reservedWords } from "../expression/expression-grammar.ts";
import { caseSchema } from "../schema/case-schema.ts";

const expressionWords: ReadonlySet<string> = new Set([...reservedWords, "true", "false", "null"]);
const sectionNames: ReadonlySet<string> = new Set(Object.keys(caseSchema.shape));

/** Words of the expression language and names of sections cannot be ids: an expression or a path could not tell them apart. */
export function checkIds({ names, problems }: Compiling): void {
  const check = (place: readonly string[], inPaths: boolean) => {
    for (const id of names.idsIn(...place)) {
      if (expressionWords.has(id.toLowerCase()))
        problems.error(
          "reserved-word",
          [...place, id],
          `\`${id}\` is a word of the expression language`,
          "choose another id; the label can be anything",
          "key",
        );
      else if (inPaths && sectionNames.has(id))
        problems.error(
          "reserved-word",
          [...place, id],
          `\`${id}\` is a section of the case`,
          "choose another id; the label can be anything",
          "key",
        );
    }
  };
  for (const section of ["parties", "issues", "baskets", "framings", "claims", "sources", "events", "coders"])
    check([section], true);
  for (const issue of names.idsIn("issues")) check(["issues", issue, "options"], false);
  for (const party of names.idsIn("parties")) check(["parties", party, "lines"], false);
  check(["followOn", "provisions"], false);
  check(["outlook", "scenarios"], false);
  for (const maker of names.idsIn("conflict", "decisionMakers"))
    check(["conflict", "decisionMakers", maker, "options"], false);
  if (names.idsIn("framings").includes("any")) {
    problems.error(
      "reserved-word",
      ["framings", "any"],
      "`any` stands for every framing, under success",
      "choose another id",
      "key",
    );
  }
}
