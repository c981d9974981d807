import {
  type Case,
  csvTable,
  dealsMarkdown,
  dealsOf,
  dealsText,
  didYouMean,
  frontierTable,
} from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about:
    "Whoever sits down: their number, the efficient ones, those that each rule singles out. Terms are illustrative.",
  arguments: [caseArgument],
  options: [
    { syntax: "--framing <id>", about: "which framing; may be left out where the case has only one" },
    asOfOption,
  ],
  formats: ["json", "markdown", "csv"],
  exitCode: "when there is no deal",
  examples: [
    { line: "parley deals cases/muscat-2026 --framing nuclear_only", about: "the deals of one framing" },
    {
      line: "parley deals cases/muscat-2026 --framing nuclear_only --json",
      about: "with every efficient point",
    },
  ],
  async run(request) {
    const { kase } = loadCase(request.args[0], request);
    const framing = framingOf(kase, request.options.framing);
    const deals = dealsOf(kase, framing);
    return {
      json: () => deals,
      text: (layout) => dealsText(kase, framing, deals, layout),
      markdown: () => dealsMarkdown(kase, framing, deals),
      csv: () => csvTable(frontierTable(kase, deals)),
      found: deals.none !== undefined,
    };
  },
};

/** The framing asked for, or the only one there is. */
function framingOf(kase: Case, asked: string | boolean | undefined): string {
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
