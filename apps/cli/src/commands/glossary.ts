import {
  csvTable,
  findInGlossary,
  glossary,
  glossaryTable,
  glossaryText,
  markdownTable,
} from "@parley/engine";
import { badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";

export const command: CommandModule = {
  about: "Without a word, all of them, in the order in which they build on one another.",
  arguments: [
    {
      syntax: "[word...]",
      about: "a word, such as zone or red line",
      completes: glossary.map(({ word }) => word),
    },
  ],
  options: [],
  formats: ["json", "markdown", "csv"],
  exitCode: null,
  examples: [
    { line: "parley glossary framing", about: "one word, where it is written, and what to see" },
    { line: "parley glossary --markdown", about: "all of them as a table" },
  ],
  async run({ args }) {
    const entries = args.length === 0 ? glossary : [lookUp(args.join(" "))];
    return {
      json: () => ({
        words: entries.map(({ word, meaning, written, see }) => ({ word, meaning, written, see })),
      }),
      text: (layout) => glossaryText(entries, layout),
      markdown: () => markdownTable(glossaryTable(entries)),
      csv: () => csvTable(glossaryTable(entries)),
    };
  },
};

function lookUp(word: string) {
  const result = findInGlossary(word);
  if (result.found) return result.entry;
  throw badInput("unknown-word", `the glossary has no “${word}”`, {
    hint:
      result.near === undefined ? "`parley glossary` lists every word" : `did you mean \`${result.near}\`?`,
  });
}
