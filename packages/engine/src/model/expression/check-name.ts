import { didYouMean } from "../did-you-mean.ts";
import { type Placement, placements } from "../placement.ts";
import type { ExpressionScope } from "./scope.ts";
import type { TokenReader } from "./token-reader.ts";
import type { Token } from "./tokenize.ts";

export type NameKind = "issue" | "basket" | "issue or basket" | "provision" | "flag";

/** Reports a name that nothing of the kind expected here bears, and says what it may have been meant for. */
export function unknownName(
  reader: TokenReader,
  scope: ExpressionScope,
  token: Token,
  expected: NameKind,
): undefined {
  const name = token.text;
  const candidates = candidatesFor(scope, expected);
  const plain = expected === "flag" ? "name" : expected;
  return reader.report(token, "unknown-name", `there is no ${plain} \`${name}\`${elsewhere()}`, hint());

  function elsewhere(): string {
    if (expected !== "provision" && scope.provisions.has(name)) return "; it is a provision";
    if (scope.issues.has(name)) return "; it is an issue";
    if (scope.baskets.has(name)) return "; it is a basket";
    return "";
  }

  function hint(): string {
    if (expected !== "provision" && scope.provisions.has(name)) return `write \`with ${name}\``;
    const near = didYouMean(name, candidates);
    if (near !== undefined) return `did you mean \`${near}\`?`;
    if (expected !== "provision") {
      for (const [issue, { options }] of scope.issues) {
        if (options.some(({ id }) => id === name))
          return `\`${name}\` is an option of ${issue}: write \`${issue} = ${name}\``;
      }
      if ((placements as readonly string[]).includes(name))
        return `\`${name}\` is a placement: write \`basket is ${name}\``;
    }
    return candidates.length === 0 ? `none is defined here` : `defined here: ${someOf(candidates)}`;
  }
}

function candidatesFor(scope: ExpressionScope, expected: NameKind): readonly string[] {
  if (expected === "provision") return [...scope.provisions];
  if (expected === "basket") return [...scope.baskets.keys()];
  if (expected === "issue") return [...scope.issues.keys()];
  if (expected === "flag") return [...scope.flags, ...scope.issues.keys()];
  return [...scope.issues.keys(), ...scope.baskets.keys()];
}

/** The placement that a token names; reports another word. */
export function checkPlacement(reader: TokenReader, token: Token): Placement | undefined {
  const found = placements.find((placement) => placement === token.text);
  if (found !== undefined) return found;
  const near = didYouMean(token.text, placements);
  const hint = near === undefined ? `write one of ${placements.join(", ")}` : `did you mean \`${near}\`?`;
  return reader.report(token, "unknown-placement", `\`${token.text}\` is not a placement`, hint);
}

/** The first of many, for a hint. */
export function someOf(names: readonly string[]): string {
  return names.length <= 8
    ? names.join(", ")
    : `${names.slice(0, 8).join(", ")} and ${names.length - 8} more`;
}
