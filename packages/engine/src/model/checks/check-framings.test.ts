import { type Edit, itReports } from "../bad-starter.oracle.ts";

const ambiguous = (rest: string): Edit => [
  "placements: { river: together, border: together } }",
  `placements: { river: together, border: together }, ${rest} }`,
];

itReports([
  {
    why: "a basket that is not placed",
    edits: [["placements: { river: together, border: none }", "placements: { river: together }"]],
    code: "no-placement",
    path: "framings.river_only.placements",
    at: "placements: { river: together } }",
    says: /does not place `border`/,
  },
  {
    why: "nothing on the table",
    edits: [
      ["placements: { river: together, border: none }", "placements: { river: discussed, border: none }"],
    ],
    code: "no-main-track",
    path: "framings.river_only.placements",
    at: "placements: { river: discussed",
  },
  {
    why: "an unknown placement",
    edits: [["border: later } }", "border: latter } }"]],
    code: "unknown-word",
    path: "framings.river_first.placements.border",
    at: "latter",
    says: /did you mean `later`/,
  },
  {
    why: "a single undertaking that is not together",
    edits: [["border: later } }", "border: later }, mustSettle: [border] }"]],
    code: "must-settle-not-together",
    path: "framings.river_first.mustSettle.0",
    at: "border] }\n  both",
  },
  {
    why: "a follow-on to nothing",
    edits: [ambiguous("followOn: { chance: 0.5 }")],
    code: "no-later-talks",
    path: "framings.both.followOn",
    at: "followOn: { chance: 0.5 }",
    warning: true,
  },
  {
    why: "a provision that is none",
    edits: [["border: later } }", "border: later }, followOn: { with: [date] } }"]],
    code: "unknown-id",
    path: "framings.river_first.followOn.with.0",
    at: "date] }",
    says: /no provision `date`/,
  },
  {
    why: "nothing that could unravel",
    edits: [ambiguous("unravels: 0.3")],
    code: "nothing-to-unravel",
    path: "framings.both.unravels",
    at: "unravels",
  },
  {
    why: "a description that does not differ",
    edits: [ambiguous("described: { north: { border: together } }")],
    code: "not-ambiguous",
    path: "framings.both.described",
    at: "described",
  },
  {
    why: "months of an unknown basket",
    edits: [["months: { river: [3, 6, 12]", "months: { rivers: [3, 6, 12]"]],
    code: "unknown-id",
    path: "time.months.rivers",
    at: "rivers: [3",
    says: /did you mean `river`/,
  },
]);
