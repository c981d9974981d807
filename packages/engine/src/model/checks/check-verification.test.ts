import { itReports } from "../bad-starter.oracle.ts";

itReports([
  {
    why: "an enrichment without its unit",
    edits: [
      ["slow: { label: in nine years }", "slow: { label: in nine years, quantities: { level: '60' } }"],
    ],
    code: "invalid-quantity",
    path: "issues.filling.options.slow.quantities.level",
    at: "'60'",
    says: /such as `3.67 %`.*never guessed/,
  },
  {
    why: "a stock of nothing stated",
    edits: [
      [
        "slow: { label: in nine years }",
        "slow: { label: in nine years, quantities: { stock: [300 kg @ 3.67 %] } }",
      ],
    ],
    code: "invalid-quantity",
    path: "issues.filling.options.slow.quantities.stock.0",
    at: "300 kg",
    says: /kgU for uranium, kg UF6/,
  },
]);
