import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { type Case, problemsText } from "@parley/engine";
import { BadInput, badInput } from "../bad-input.ts";
import type { CommandModule, Request } from "../command-module.ts";
import { type ReadFiles, readDomainFiles, readNamedFiles } from "../domain-files.ts";
import { CASE_FILE } from "../find-case.ts";
import { checkFiles } from "../load-case.ts";
import { type ReadDomain, readDomain } from "../load-domain.ts";
import { quotedPath } from "../quoted-path.ts";
import { schemaSeenFrom } from "../schema-seen-from.ts";
import { writeFolder } from "../write-folder.ts";

const MOST_REAL_VALUES = 10_000;

export const command: CommandModule = {
  about:
    "Reads GENIUS XML, GeniusWeb JSON or NegMAS YAML and writes a case that checks; nothing is written where something is wrong, and nothing is written over. Utilities are shown × 100. What the files do not say, such as the values at which a real-valued issue is read, is printed.",
  arguments: [
    {
      syntax: "<files...>",
      about: "the folder of a domain, or its files: the domain and a profile for each party",
      completes: "files",
    },
  ],
  options: [
    {
      syntax: "-o, --output <folder>",
      about: "where to; when left out, a new folder here with the domain's name",
    },
    { syntax: "--as-of <date>", about: "the case's day, YYYY-MM-DD; domains have none" },
    {
      syntax: "--real-values <n>",
      about: "how many evenly spaced values a real-valued issue is read at (21)",
    },
  ],
  formats: ["json"],
  exitCode: "when there are warnings",
  examples: [
    { line: "parley import cases/orchard -o orchard-case", about: "writes orchard-case/case.yaml" },
    {
      line: "parley import cases/orchard/orchard.xml cases/orchard/grower.xml cases/orchard/cidery.xml",
      about: "the same from its files, into a folder with the domain's name",
    },
  ],
  async run(request) {
    const { args, io, options } = request;
    const domain = await readDomain(await filesOf(args, io.cwd), importOptions(options));
    const { kase, warnings } = checkedCase(domain);
    const folder = resolve(io.cwd, outputFolder(options.output, kase, io.cwd));
    const schema = schemaSeenFrom(folder);
    const first = schema === undefined ? "" : `# yaml-language-server: $schema=${schema}\n`;
    const written = writeFolder(folder, { [CASE_FILE]: `${first}${domain.caseText}` }, io.cwd);
    const where = relative(io.cwd, folder);
    const next = ["check", "deals"].map(
      (name) => `parley ${name}${where === "" ? "" : ` ${quotedPath(where)}`}`,
    );
    const counts = countsOf(kase);
    const { format, notes } = domain;
    const { id, title, asOf, hash } = kase;
    return {
      json: () => ({
        format,
        case: { id, title, asOf, hash },
        counts,
        notes,
        issues: warnings,
        written,
        next,
      }),
      text: (layout) =>
        [
          `Read ${title}: ${counts.parties} parties, ${counts.issues} issues, ${counts.outcomes} outcomes.`,
          ...notes,
          ...(warnings.length === 0 ? [] : [problemsText(warnings, layout).trimEnd()]),
          `Wrote ${written.join(" and ")}. Next:`,
          ...next.map((line) => `  ${line}`),
          "",
        ].join("\n"),
      found: warnings.length > 0,
    };
  },
};

async function filesOf(args: readonly string[], cwd: string): Promise<ReadFiles> {
  const isFolder = (path: string) =>
    statSync(resolve(cwd, path), { throwIfNoEntry: false })?.isDirectory() === true;
  if (args.length > 1) {
    const folder = args.find(isFolder);
    if (folder === undefined) return readNamedFiles(args, cwd);
    throw badInput("several-folders", `${folder} is a folder, and not the only argument`, {
      file: folder,
      hint: "name one folder, or files",
    });
  }
  if (!isFolder(args[0])) return readNamedFiles(args, cwd);
  if (existsSync(resolve(cwd, args[0], CASE_FILE))) {
    throw badInput("is-a-case", `${args[0]} has a ${CASE_FILE}, and is a case already`, {
      file: args[0],
      hint: "name the files of the domain one by one",
    });
  }
  return readDomainFiles(args[0], cwd);
}

function importOptions(options: Request["options"]): { asOf?: string; realValues?: number } {
  const { asOf, realValues } = options;
  const problems = [];
  if (typeof asOf === "string" && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    problems.push(...badInput("not-a-date", `--as-of takes a day as YYYY-MM-DD; this is ${asOf}`).problems);
  const values = Number(realValues ?? 2);
  if (!Number.isInteger(values) || values < 2 || values > MOST_REAL_VALUES)
    problems.push(
      ...badInput(
        "not-a-count",
        `--real-values takes a whole number from 2 to ${MOST_REAL_VALUES}; this is ${realValues}`,
      ).problems,
    );
  if (problems.length > 0) throw new BadInput(problems);
  return {
    ...(typeof asOf === "string" ? { asOf } : {}),
    ...(realValues === undefined ? {} : { realValues: values }),
  };
}

/** Read once more as `parley check` would, before anything is written. */
function checkedCase({ caseText, warnings }: ReadDomain) {
  const checked = checkFiles({ path: CASE_FILE, caseText, sources: {} });
  return { kase: checked.kase, warnings: [...warnings, ...checked.warnings] };
}

/** A folder that the user named may hold other things; one that the user did not name has to be new. */
function outputFolder(asked: string | boolean | undefined, kase: Case, cwd: string): string {
  if (typeof asked === "string") return asked;
  if (!existsSync(resolve(cwd, kase.id))) return kase.id;
  throw badInput("exists", `${kase.id} is there already, and stays as it is`, {
    file: kase.id,
    hint: "name a folder with -o",
  });
}

function countsOf(kase: Case) {
  const outcomes = kase.issues.reduce((product, { options }) => product * BigInt(options.length), 1n);
  return { parties: kase.parties.length, issues: kase.issues.length, outcomes: outcomes.toString() };
}
