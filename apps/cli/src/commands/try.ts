import {
  type Change,
  changeCase,
  changesTable,
  changesText,
  compareCentral,
  csvTable,
  decodeText,
  diffCases,
  diffTable,
  diffText,
  markdownTable,
  maximumCaseBytes,
  type Problem,
  parseChange,
  whatChanges,
} from "@parley/engine";
import { BadInput, badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { caseArgument, checkFiles, loadCase } from "../load-case.ts";
import { splitCase } from "../split-case.ts";

export const command: CommandModule = {
  about:
    "A change is a path, a colon and a value, as in the case; without a value it takes away what stands there. What is tried rests on nobody's words any more, and is marked so.",
  arguments: [
    caseArgument,
    { syntax: "[changes...]", about: 'such as "iran.stances.missiles.later: accepts"', completes: "nothing" },
  ],
  options: [],
  formats: ["json", "markdown", "csv"],
  exitCode: "when something changes",
  examples: [
    {
      line: 'parley try cases/muscat-2026 "iran.stances.missiles.later: refuses"',
      about: "one change, and what follows from it",
    },
    {
      line: 'parley try cases/muscat-2026 "united_states.stances.missiles.none: accepts" "israel.threshold.value: 50"',
      about: "several at once",
    },
  ],
  async run(request) {
    const { caseArgument, rest } = splitCase(request.args, request.io.cwd, (word) =>
      /^[^\s:]+:(\s|$)/.test(word),
    );
    if (rest.length === 0) {
      throw badInput("missing-change", "say what to change", {
        hint: 'a path, a colon and a value: "iran.stances.missiles.later: accepts"',
      });
    }
    const { kase, files } = await loadCase(caseArgument, request);
    const asked = parseAll(rest);
    const caseText = change(textOf(files.caseText), asked);
    const changed = checkFiles({ ...files, path: `${files.path} (changed)`, caseText }).kase;
    const before = { kase, comparison: compareCentral(kase) };
    const after = { kase: changed, comparison: compareCentral(changed) };
    const differences = diffCases(kase, changed);
    const consequences = whatChanges(before.comparison, after.comparison);
    const table = () => changesTable(before, after, consequences);
    return {
      json: () => ({ changes: asked, differences, consequences }),
      text: (layout) =>
        [
          layout.style.strong("Tried (the file stays as it is)"),
          diffText(differences, layout),
          "",
          layout.style.strong("What changes in the central reading"),
          changesText(before, after, consequences, layout),
        ].join("\n"),
      markdown: () => [diffTable(differences), table()].map(markdownTable).join("\n\n"),
      csv: () => csvTable(table()),
      found: consequences.length > 0,
    };
  },
};

/** All that cannot be read is reported at once. */
function parseAll(texts: readonly string[]): readonly Change[] {
  const problems: Problem[] = [];
  const changes = texts.flatMap((text) => {
    const parsed = parseChange(text);
    if (parsed.ok) return [parsed.value];
    problems.push(...parsed.problems);
    return [];
  });
  if (problems.length > 0) throw new BadInput(problems);
  return changes;
}

function change(text: string, changes: readonly Change[]): string {
  const changed = changeCase(text, changes);
  if (!changed.ok) throw new BadInput(changed.problems);
  return changed.value;
}

/** The case has been read already, so that its bytes are text. */
function textOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, maximumCaseBytes);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.text;
}
