import { atEnd, type Edit, itReports } from "../bad-starter.oracle.ts";

const noDeals: readonly Edit[] = [
  ["    noDeal: [25, 35, 45]\n", ""],
  ["    noDeal: [20, 30, 40]\n", ""],
];
const outlook = (rest: string) =>
  atEnd(`outlook:\n  scenarios: { on: { label: on }, war: { label: war } }\n${rest}`);

itReports([
  {
    why: "likelihoods all 0",
    edits: [outlook("  likelihood: { atTheTable: { on: 0 } }\n")],
    code: "all-zero",
    path: "outlook.likelihood.atTheTable",
    at: "atTheTable: { on: 0 }",
  },
  {
    why: "an unknown scenario",
    edits: [outlook("  likelihood: { atTheTable: { wra: 1 } }\n")],
    code: "unknown-id",
    path: "outlook.likelihood.atTheTable.wra",
    at: "wra",
    says: /did you mean `war`/,
    with: ["all-zero"],
  },
  {
    why: "a scenario that goes on and escalates",
    edits: [
      atEnd(
        "outlook:\n  scenarios: { on: { label: on, goesOn: true, escalation: true } }\n  likelihood: { atTheTable: { on: 1 } }\n",
      ),
    ],
    code: "goes-on-and-escalates",
    path: "outlook.scenarios.on",
    at: "on: { label: on, goesOn",
  },
  {
    why: "a scenario without a value",
    edits: [
      ...noDeals,
      outlook("  likelihood: { atTheTable: { on: 1 } }\n  values: { north: { on: 30 } }\n"),
    ],
    code: "no-scenario-value",
    path: "outlook.values.north",
    at: "north: { on: 30 }",
    says: /not for `war`/,
  },
  {
    why: "values without a likelihood at the table",
    edits: [
      ...noDeals,
      outlook("  likelihood: { overtaken: { on: 1 } }\n  values: { north: { on: 30, war: 0 } }\n"),
    ],
    code: "no-likelihood",
    path: "outlook.likelihood",
    at: "likelihood: { overtaken",
  },
]);
