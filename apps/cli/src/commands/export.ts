import { relative, resolve } from "node:path";
import { type Case, type Checked, didYouMean, type Problem, problemsText } from "@parley/engine";
import type { DomainFormat } from "@parley/engine/formats/domain-folder";
import { BadInput, badInput } from "../bad-input.ts";
import type { CommandModule } from "../command-module.ts";
import { caseArgument, loadCase } from "../load-case.ts";
import { writeFolder } from "../write-folder.ts";

type Write = (subject: Case) => Checked<Record<string, string>>;

const writers: Readonly<Record<DomainFormat, () => Promise<Write>>> = {
  genius: async () => (await import("@parley/engine/formats/genius")).writeGenius,
  geniusweb: async () => (await import("@parley/engine/formats/geniusweb")).writeGeniusWeb,
  negmas: async () => (await import("@parley/engine/formats/negmas")).writeNegmas,
};
const formats = Object.keys(writers) as DomainFormat[];

export const command: CommandModule = {
  about:
    "Issues, options, the principals' values and their no-deal values. Refuses, with a list, where the format cannot hold the rest of a case, unless --leave-out says to write what it can. Nothing is written over.",
  arguments: [caseArgument],
  options: [
    {
      syntax: "--format <name>",
      about: "genius (XML), geniusweb (JSON) or negmas (YAML)",
      completes: formats,
    },
    { syntax: "-o, --output <folder>", about: "where to" },
    { syntax: "--leave-out", about: "write it all the same, without what the format cannot hold" },
  ],
  formats: ["json"],
  exitCode: "when something was left out",
  examples: [
    {
      line: "parley export cases/orchard --format negmas -o orchard-negmas",
      about: "a domain in another format",
    },
    {
      line: "parley export cases/orchard --format geniusweb -o orchard-geniusweb --leave-out",
      about: "in one that cannot hold all of it: reservation values become bids",
    },
  ],
  async run(request) {
    const { args, options, io } = request;
    const format = formatOf(options.format);
    if (typeof options.output !== "string") {
      throw badInput("missing-output", "say where to, with -o", { hint: "a folder: -o my-domain" });
    }
    const { kase, files } = await loadCase(args[0], request);
    const write = await writers[format]();
    const result = write(kase);
    const problems = result.problems.map((problem) => ({ ...problem, file: files.path }));
    if (!result.ok) throw new BadInput(asErrors(problems));
    if (problems.length > 0 && options.leaveOut !== true) throw refusal(problems);
    const folder = resolve(io.cwd, options.output);
    const written = writeFolder(folder, result.value, io.cwd);
    return {
      json: () => ({ format, written, issues: problems }),
      text: (layout) =>
        [
          ...(problems.length === 0 ? [] : [problemsText(problems, layout).trimEnd()]),
          `Wrote ${written.length} files to ${relative(io.cwd, folder) || "."}: ${written
            .map((path) => relative(folder, resolve(io.cwd, path)))
            .join(", ")}.`,
          "",
        ].join("\n"),
      found: problems.length > 0,
    };
  },
};

function formatOf(asked: string | boolean | undefined): DomainFormat {
  const listed = `it can be ${formats.join(", ")}`;
  if (typeof asked !== "string")
    throw badInput("missing-format", "say which format, with --format", { hint: listed });
  const found = formats.find((format) => format === asked.toLowerCase());
  if (found !== undefined) return found;
  const near = didYouMean(asked, formats);
  throw badInput("unknown-format", `there is no format ${asked}`, {
    hint: near === undefined ? listed : `did you mean \`${near}\`?`,
  });
}

/** What a format would lose is refused like what it cannot write at all. */
function refusal(problems: readonly Problem[]): BadInput {
  const errors = asErrors(problems);
  const last = errors.length - 1;
  const hint = "--leave-out writes the rest without it";
  return new BadInput(errors.map((problem, at) => (at === last ? { ...problem, hint } : problem)));
}

function asErrors(problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, severity: "error" }));
}
