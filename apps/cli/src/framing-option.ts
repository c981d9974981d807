import { type Case, didYouMean } from "@parley/engine";
import { badInput } from "./bad-input.ts";
import type { OptionSpec } from "./command-module.ts";

export const framingOption: OptionSpec = {
  syntax: "--framing <id>",
  about: "which framing; may be left out where the case has only one",
};

/** The framing asked for, or the only one there is. */
export function framingOf(kase: Case, asked: string | boolean | undefined): string {
  const ids = kase.framings.map(({ id }) => id);
  const listed = ids.length === 0 ? "this case has no framings" : `this case has ${ids.join(", ")}`;
  if (typeof asked !== "string") {
    if (ids.length === 1) return ids[0];
    throw badInput("missing-framing", "say which framing, with --framing", { hint: listed });
  }
  if (ids.includes(asked)) return asked;
  const near = didYouMean(asked, ids);
  throw badInput("unknown-framing", `there is no framing ${asked}`, {
    path: "framings",
    hint: near === undefined ? listed : `did you mean \`${near}\`?`,
  });
}
