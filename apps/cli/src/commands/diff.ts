import {
  changesTable,
  changesText,
  compareCentral,
  csvTable,
  diffCases,
  diffTable,
  diffText,
  markdownTable,
  whatChanges,
} from "@parley/engine";
import type { CommandModule } from "../command-module.ts";
import { loadCase } from "../load-case.ts";

export const command: CommandModule = {
  about: "First what stands differently in the files, then what changes in the comparison.",
  arguments: [
    { syntax: "<before>", about: "a case", completes: "files" },
    { syntax: "<after>", about: "another, or a later version of it", completes: "files" },
  ],
  options: [],
  formats: ["json", "markdown", "csv"],
  exitCode: "when the cases differ",
  examples: [
    {
      line: "parley diff cases/muscat-2026 cases/muscat-2026/case.yaml",
      about: "a case and itself: no difference",
    },
  ],
  async run(request) {
    const load = async (argument: string) => {
      const { kase } = await loadCase(argument, request);
      return { kase, comparison: compareCentral(kase) };
    };
    const [before, after] = [await load(request.args[0]), await load(request.args[1])];
    const differences = diffCases(before.kase, after.kase);
    const consequences = whatChanges(before.comparison, after.comparison);
    const named = ({ kase: { id, title, asOf, hash } }: typeof before) => ({ id, title, asOf, hash });
    return {
      json: () => ({ before: named(before), after: named(after), differences, consequences }),
      text: (layout) => {
        if (differences.length === 0) return diffText(differences, layout);
        return [
          diffText(differences, layout),
          "",
          layout.style.strong("What changes in the central reading"),
          changesText(before, after, consequences, layout),
        ].join("\n");
      },
      markdown: () =>
        [diffTable(differences), changesTable(before, after, consequences)].map(markdownTable).join("\n\n"),
      csv: () => csvTable(diffTable(differences)),
      found: differences.length > 0,
    };
  },
};
