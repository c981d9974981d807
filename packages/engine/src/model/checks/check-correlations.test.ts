import { atEnd, itReports } from "../bad-starter.oracle.ts";

itReports([
  {
    why: "a correlation of nothing",
    edits: [atEnd("correlations: [{ between: [north.noDeal, west.noDeal], rho: 0.5 }]\n")],
    code: "unknown-path",
    path: "correlations.0.between.1",
    at: "west.noDeal",
  },
  {
    why: "a correlation above 1",
    edits: [atEnd("correlations: [{ between: [north.noDeal, south.noDeal], rho: 1.5 }]\n")],
    code: "out-of-bounds",
    path: "correlations.0.rho",
    at: "1.5 }",
  },
  {
    why: "a correlation with itself",
    edits: [atEnd("correlations: [{ between: [north.noDeal, parties.north.noDeal], rho: 0.5 }]\n")],
    code: "correlates-with-itself",
    path: "correlations.0.between",
    at: "[north.noDeal",
  },
  {
    why: "a correlation given twice",
    edits: [
      atEnd(
        "correlations: [{ between: [north.noDeal, south.noDeal], rho: 0.5 }, { between: [south.noDeal, north.noDeal], rho: 0.6 }]\n",
      ),
    ],
    code: "correlated-twice",
    path: "correlations.1.between",
    at: "[south.noDeal",
  },
  {
    why: "correlations that cannot all hold",
    edits: [
      atEnd(
        "correlations: [{ between: [north.noDeal, south.noDeal], rho: 0.9 }, { between: [south.noDeal, delta.threshold.value], rho: 0.9 }, { between: [north.noDeal, delta.threshold.value], rho: -0.9 }]\n",
      ),
    ],
    code: "impossible-correlations",
    path: "correlations",
    at: "correlations:",
  },
  {
    why: "a correlation of a plain number",
    edits: [atEnd("correlations: [{ between: [north.noDeal, north.values.weights.release], rho: 0.5 }]\n")],
    code: "nothing-to-correlate",
    path: "correlations",
    at: "correlations:",
    warning: true,
  },
]);
