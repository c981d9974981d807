import { itReports } from "../bad-starter.oracle.ts";

itReports([
  {
    why: "an unknown name in a line",
    edits: [["forbids: release = high", "forbids: relese = high"]],
    code: "unknown-id",
    path: "parties.north.lines.no_high_release.forbids",
    at: "relese",
    says: /did you mean `release`/,
  },
  {
    why: "an unknown option in a folded text",
    edits: [
      ["forbids: release = high", "forbids: >-\n          filling = slow or\n          release = hihg"],
    ],
    code: "unknown-id",
    path: "parties.north.lines.no_high_release.forbids",
    at: "hihg",
    says: /did you mean `high`/,
  },
  {
    why: "a mistake in quoted text",
    edits: [["forbids: release = high", 'forbids: "release == high"']],
    code: "expression-foreign-operator",
    path: "parties.north.lines.no_high_release.forbids",
    at: "== high",
    says: /use `=`/,
  },
  {
    why: "a line that names no issue",
    edits: [["forbids: release = high", "forbids: border is later"]],
    code: "names-no-issue",
    path: "parties.north.lines.no_high_release.forbids",
    at: "border is later",
  },
  {
    why: "a line that forbids everything",
    edits: [["forbids: release = high", "forbids: release >= none"]],
    code: "forbids-everything",
    path: "parties.north.lines.no_high_release.forbids",
    at: "release >= none",
  },
  {
    why: "a line that forbids nothing",
    edits: [["forbids: release = high", "forbids: release > high"]],
    code: "forbids-nothing",
    path: "parties.north.lines.no_high_release.forbids",
    at: "release > high",
  },
  {
    why: "a line that forbids what holds today",
    edits: [["forbids: release = high", "forbids: release = none"]],
    code: "forbids-status-quo",
    path: "parties.north.lines.no_high_release.forbids",
    at: "release = none",
    warning: true,
  },
  {
    why: "a success that is the same for all",
    edits: [["any: release >= low", "any: release >= none"]],
    code: "always-the-same",
    path: "parties.south.success.any",
    at: "release >= none",
  },
  {
    why: "a success in an unknown framing",
    edits: [["any: release >= low", "bothe: release >= low"]],
    code: "unknown-id",
    path: "parties.south.success.bothe",
    at: "bothe",
    says: /did you mean `both`/,
  },
  {
    why: "a condition with an unknown provision",
    edits: [
      ["      influence: unlikely", "      when: [{ if: with date, value: 30 }]\n      influence: unlikely"],
    ],
    code: "unknown-id",
    path: "parties.delta.threshold.when.0.if",
    at: "date, value: 30",
  },
]);
