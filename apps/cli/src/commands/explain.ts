import { explain, explainMarkdown, explainReport, explainText } from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule, Request } from "../command-module.ts";
import { framingOf, framingOption } from "../framing-option.ts";
import { asOfOption, caseArgument, loadCase } from "../load-case.ts";

const DEFAULT_SECONDS = 60;

export const command: CommandModule = {
  about:
    "Demands that cannot all hold, what would open the framing if given up, the smallest moves of each party, and what each line costs. It recommends none of them.",
  arguments: [caseArgument],
  options: [
    framingOption,
    {
      syntax: "--sufficient",
      about: "only what a deal sufficient to those outside would take; otherwise any deal as well",
    },
    {
      syntax: "--limit <seconds>",
      about: `when to stop, with what was found (default: ${DEFAULT_SECONDS}); a partial answer says that it is partial`,
    },
    asOfOption,
  ],
  formats: ["json", "markdown"],
  exitCode: "when something stands in the way",
  examples: [
    {
      line: "parley explain cases/muscat-2026 --framing all_together",
      about: "what stands in the way of one package",
    },
    {
      line: "parley explain cases/muscat-2026 --framing nuclear_only --sufficient",
      about: "what those outside would have to be given, or give",
    },
  ],
  async run(request) {
    const { kase } = await loadCase(request.args[0], request);
    const framing = framingOf(kase, request.options.framing);
    const isOver = limitOf(request.options.limit);
    const { progress, done } = progressLine(request);
    const explanation = explain(kase, framing, { isOver, progress });
    done();
    const isSufficientOnly = request.options.sufficient === true;
    const report = () => explainReport(kase, explanation, isSufficientOnly ? "sufficient" : "both");
    return {
      json: () => explanation,
      text: (layout) => explainText(report(), layout),
      markdown: () => explainMarkdown(report()),
      found: !(isSufficientOnly ? explanation.sufficient.open : explanation.deal.open),
    };
  },
};

function limitOf(text: string | boolean | undefined): () => boolean {
  const seconds = text === undefined ? DEFAULT_SECONDS : Number(text);
  if (!(seconds > 0))
    throw badInput("invalid-limit", `--limit takes a number of seconds above 0; this is ${text}`);
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
}

/** One line on the terminal's error stream, written over and taken away in the end; nothing where that is no terminal. */
function progressLine({ io }: Request) {
  let last = performance.now();
  let shown = false;
  return {
    progress(found: { readonly conflicts: number; readonly openings: number }): void {
      if (!io.errIsTerminal || performance.now() - last < 500) return;
      last = performance.now();
      shown = true;
      io.err(`\r${found.conflicts} conflicts, ${found.openings} ways to open it so far `);
    },
    done(): void {
      if (shown) io.err(`\r${" ".repeat(60)}\r`);
    },
  };
}
