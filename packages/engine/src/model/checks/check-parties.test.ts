import { itReports } from "../bad-starter.oracle.ts";

itReports([
  {
    why: "one principal",
    edits: [["label: Southland\n    role: principal", "label: Southland\n    role: concerned"]],
    code: "too-few-principals",
    path: "parties",
    at: "parties:",
    says: /only `north`/,
  },
  {
    why: "a ratifier of nobody",
    edits: [["role: concerned", "role: ratifier"]],
    code: "no-inside",
    path: "parties.delta.role",
    at: "ratifier",
  },
  {
    why: "a ratifier inside a party that is no principal",
    edits: [["role: concerned", "role: ratifier\n    inside: delta"]],
    code: "not-a-principal",
    path: "parties.delta.inside",
    at: "delta\n    interests",
  },
  {
    why: "a concerned party inside a principal",
    edits: [["role: concerned", "role: concerned\n    inside: north"]],
    code: "inside-without-ratifier",
    path: "parties.delta.inside",
    at: "inside",
  },
  {
    why: "a party that presses one that is no principal",
    edits: [["how: withholds", "how: presses\n      on: delta"]],
    code: "not-a-principal",
    path: "parties.delta.threshold.on",
    at: "delta\n\n",
  },
  {
    why: "trust in itself",
    edits: [["    noDeal: [25, 35, 45]", "    trust: { north: likely }\n    noDeal: [25, 35, 45]"]],
    code: "trusts-itself",
    path: "parties.north.trust.north",
    at: "north: likely",
  },
]);
