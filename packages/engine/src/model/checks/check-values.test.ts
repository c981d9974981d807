import { atEnd, itReports } from "../bad-starter.oracle.ts";

const outlook = (rest: string) =>
  atEnd(`outlook:\n  scenarios: { on: { label: on }, war: { label: war } }\n${rest}`);

itReports([
  {
    why: "an option without a value",
    edits: [["release: { none: 100, low: 80, high: 0 }", "release: { none: 100, high: 0 }"]],
    code: "no-value",
    path: "parties.north.values.options.release",
    at: "release: { none: 100, high",
    says: /no value for `low`/,
  },
  {
    why: "an option left out of a ranking",
    edits: [["filling: [slow, medium, fast]", "filling: [slow, fast]"]],
    code: "no-value",
    path: "parties.delta.values.options.filling",
    at: "[slow, fast]",
    says: /leaves out `medium`/,
  },
  {
    why: "an option ranked twice",
    edits: [["filling: [slow, medium, fast]", "filling: [slow, medium, [fast, slow]]"]],
    code: "ranked-twice",
    path: "parties.delta.values.options.filling.2.1",
    at: "slow]]",
  },
  {
    why: "an importance without option values",
    edits: [["        crossings: { closed: 100, market_days: 70, open: 0 }\n", ""]],
    code: "no-option-values",
    path: "parties.north.values.weights.crossings",
    at: "crossings: 10",
  },
  {
    why: "option values without an importance",
    edits: [[", crossings: 10 }", " }"]],
    code: "no-weight",
    path: "parties.north.values.options.crossings",
    at: "crossings: { closed: 100",
  },
  {
    why: "values that do not span the scale",
    edits: [["release: { none: 100, low: 80, high: 0 }", "release: { none: 90, low: 80, high: 0 }"]],
    code: "not-0-to-100",
    path: "parties.north.values.options.release",
    at: "release: { none: 90",
    says: /from 0 to 90/,
  },
  {
    why: "importances in words and numbers",
    edits: [["filling: [30, 40, 50], crossings: 10", "filling: high, crossings: 10"]],
    code: "mixed-weights",
    path: "parties.north.values.weights",
    at: "weights: { release: 50, filling: high",
  },
  {
    why: "importances twice",
    edits: [
      [
        "      ranking: [release, filling]",
        "      weights: { release: high, filling: low }\n      ranking: [release, filling]",
      ],
    ],
    code: "weights-twice",
    path: "parties.delta.values.ranking",
    at: "ranking: [release",
  },
  {
    why: "importances all 0",
    edits: [
      [
        "weights: { release: 60, filling: 20, crossings: 20 }",
        "weights: { release: 0, filling: 0, crossings: 0 }",
      ],
    ],
    code: "all-zero",
    path: "parties.south.values.weights",
    at: "weights: { release: 0",
  },
  {
    why: "a preference beside numbers",
    edits: [
      [
        "    lines:\n      no_high",
        "      prefers: [{ better: { release: low }, worse: { release: high } }]\n    lines:\n      no_high",
      ],
    ],
    code: "prefers-with-numbers",
    path: "parties.north.values.prefers.0",
    at: "{ better",
  },
  {
    why: "a preference between equals",
    edits: [
      [
        "      ranking: [release, filling]",
        "      ranking: [release, filling]\n      prefers: [{ better: { release: low }, worse: { release: low } }]",
      ],
    ],
    code: "same-outcome",
    path: "parties.delta.values.prefers.0",
    at: "{ better",
  },
  {
    why: "a box the wrong way round",
    edits: [
      [
        "      ranking: [release, filling]",
        "      ranking: [release, filling]\n      interactions: [{ box: { release: [high, low] }, change: 5 }]",
      ],
    ],
    code: "out-of-order",
    path: "parties.delta.values.interactions.0.box.release",
    at: "[high, low]",
  },
  {
    why: "a cell with too few options",
    edits: [
      [
        "      ranking: [release, filling]",
        "      ranking: [release, filling]\n      interactions: [{ table: [release, filling], cells: [{ at: [low], change: 5 }] }]",
      ],
    ],
    code: "wrong-size",
    path: "parties.delta.values.interactions.0.cells.0.at",
    at: "[low], change",
    says: /expected 2 options/,
  },
  {
    why: "a threshold without values",
    edits: [
      [
        "    values:\n      ranking: [release, filling]\n      options:\n        release: { none: 0, low: 70, high: 100 }\n        filling: [slow, medium, fast]\n",
        "",
      ],
    ],
    code: "no-values",
    path: "parties.delta.threshold",
    at: "threshold",
  },
  {
    why: "two no-deal values",
    edits: [outlook("  likelihood: { atTheTable: { on: 1 } }\n  values: { north: { on: 30, war: 10 } }\n")],
    code: "two-no-deal-values",
    path: "parties.north.noDeal",
    at: "noDeal: [25",
  },
]);
