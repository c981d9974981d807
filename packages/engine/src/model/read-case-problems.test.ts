import { describe, expect, it } from "vitest";
import type { Problem } from "./problem.ts";
import { readCase } from "./read-case.ts";
import { starterCase, starterSources } from "./starter-case.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const sources = Object.fromEntries(Object.entries(starterSources).map(([name, text]) => [name, bytes(text)]));

type Edit = readonly [from: string, to: string];

/** The starter with pieces replaced; each must be there. */
function broken(...edits: readonly Edit[]): string {
  let text = starterCase();
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`not in the starter: ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

const problemsOf = (caseText: string | Uint8Array, more: Parameters<typeof readCase>[0]["options"] = {}) =>
  readCase({ path: "cases/x/case.yaml", caseText, sources, options: more }).problems;

/** Line and column of a piece of text. */
function placeOf(text: string, piece: string): string {
  const before = text.slice(0, text.indexOf(piece)).split("\n");
  return `${before.length}:${before[before.length - 1].length + 1}`;
}

interface Row {
  readonly why: string;
  readonly edits: readonly Edit[];
  readonly code: string;
  readonly path: string;
  /** The text at whose first character the problem must be shown. */
  readonly at: string;
  readonly says?: RegExp;
  readonly warning?: true;
  /** Other problems that come with it. */
  readonly with?: readonly string[];
}

const atEnd = (text: string): Edit => ["    date: 2026-02-20\n", `    date: 2026-02-20\n${text}`];
const border = "border: { label: Border, issues: [crossings] }";
const ambiguous = (rest: string): Edit => ["placements: { river: together, border: together } }", `placements: { river: together, border: together }, ${rest} }`];
const outlook = (rest: string) => atEnd(`outlook:\n  scenarios: { on: { label: on }, war: { label: war } }\n${rest}`);
const conflict = (makers: string, rest = "") => atEnd(`conflict:\n  decisionMakers:\n${makers}${rest}`);
const twoMakers = "    north: { options: { fill: { label: fill } }, prefers: [fill] }\n    south: { options: { sue: { label: sue } }, prefers: [not fill] }\n";
const noDeals: readonly Edit[] = [["    noDeal: [25, 35, 45]\n", ""], ["    noDeal: [20, 30, 40]\n", ""]];

const rows: readonly Row[] = [
  // Form
  { why: "a field that means nothing", edits: [["position: Fill", "positon: Fill"]], code: "unknown-field", path: "parties.north.positon", at: "positon", says: /did you mean `position`/ },
  { why: "a missing field", edits: [["title: Sharing the River Aller\n", ""]], code: "missing", path: "title", at: "parley: 1", says: /`title` is missing/ },
  { why: "another version", edits: [["parley: 1", "parley: 2"]], code: "unknown-word", path: "parley", at: "2\n", says: /expected `1`, found 2/ },
  { why: "a role that is none", edits: [["role: concerned", "role: spoiler"]], code: "unknown-word", path: "parties.delta.role", at: "spoiler", says: /principal, ratifier, concerned/ },
  { why: "an id with a hyphen", edits: [["  delta:", "  delta-cities:"]], code: "invalid-id", path: "parties.delta-cities", at: "delta-cities", says: /a letter followed by/ },
  { why: "text for a mapping", edits: [["baskets:\n  river: { label: River, issues: [release, filling] }", "baskets:\n  river: River"]], code: "wrong-type", path: "baskets.river", at: "River\n  border: {", says: /expected a mapping/ },
  { why: "a date that is none", edits: [["asOf: 2026-03-01", "asOf: 1 March 2026"]], code: "invalid-date", path: "asOf", at: "1 March", says: /such as 2026-02-06/ },
  { why: "a range out of order", edits: [["[25, 35, 45]", "[25, 55, 45]"]], code: "out-of-order", path: "parties.north.noDeal", at: "[25, 55", says: /low ≤ mode ≤ high; found \[25, 55, 45\]/ },
  { why: "a range of two", edits: [["[25, 35, 45]", "[25, 45]"]], code: "wrong-type", path: "parties.north.noDeal", at: "[25, 45", says: /a number from .* a range \[low, mode, high\], or one of: unknown; found \[25, 45\]/ },
  { why: "a likelihood above 1", edits: [["firmness: likely", "firmness: 70"]], code: "out-of-bounds", path: "parties.north.lines.no_high_release.firmness", at: "70\n", says: /from 0 to 1; found 70/ },
  { why: "a word of stance that is none", edits: [["later: tolerates", "later: acepts"]], code: "unknown-word", path: "parties.north.stances.border.later", at: "acepts", says: /one of: refuses, resists, .*did you mean `accepts`/ },
  { why: "a mistyped long form", edits: [["{ value: refuses, claims", "{ valeu: refuses, claims"]], code: "unknown-field", path: "parties.north.stances.border.together.valeu", at: "valeu", says: /did you mean `value`/, with: ["missing"] },
  { why: "not a number", edits: [["chance: [0.3, 0.5, 0.7]", "chance: .nan"]], code: "not-finite", path: "followOn.chance", at: ".nan", says: /finite number, found NaN/ },
  { why: "infinity in a range", edits: [["[25, 35, 45]", "[25, 35, .inf]"]], code: "not-finite", path: "parties.north.noDeal.2", at: ".inf", says: /found Infinity/ },
  { why: "a key given twice", edits: [["  both: { label: Both together,", "  both: { label: Both, placements: { river: together, border: none } }\n  both: { label: Both together,"]], code: "duplicate-id", path: "framings.both", at: "both: { label: Both together", says: /in line \d+ and again here/ },
  { why: "a source outside its folder", edits: [["sources/news.txt", "../secret.txt"]], code: "wrong-form", path: "sources.news.file", at: "../secret", says: /folder sources/ },
  // Ids
  { why: "an unknown basket under stances", edits: [["      border: { together: accepts", "      boarder: { together: accepts"]], code: "unknown-id", path: "parties.south.stances.boarder", at: "boarder", says: /there is no basket `boarder`.*did you mean `border`/ },
  { why: "an unknown issue in a basket", edits: [["issues: [release, filling]", "issues: [releese, filling]"]], code: "unknown-id", path: "baskets.river.issues.0", at: "releese", says: /did you mean `release`/, with: ["in-no-basket"] },
  { why: "an unknown option", edits: [["statusQuo: fast", "statusQuo: quick"]], code: "unknown-id", path: "issues.filling.statusQuo", at: "quick", says: /no option `quick` of filling.*slow, medium, fast/ },
  { why: "an unknown claim", edits: [["claims: [north_border]", "claims: [north_boarder]"]], code: "unknown-id", path: "parties.north.stances.border.together.claims.0", at: "north_boarder", says: /did you mean `north_border`/ },
  { why: "an id of another kind", edits: [["by: south", "by: river"]], code: "unknown-id", path: "issues.crossings.options.market_days.obligations.0.by", at: "river, text: police", says: /one of the baskets/ },
  { why: "a word of the expression language as id", edits: [["  delta:", "  with:"]], code: "reserved-word", path: "parties.with", at: "with:", says: /expression language/ },
  { why: "a section's name as id", edits: [["  delta:", "  outlook:"]], code: "reserved-word", path: "parties.outlook", at: "outlook:", says: /section/ },
  // Issues and baskets
  { why: "an issue in two baskets", edits: [[border, "border: { label: Border, issues: [crossings, filling] }"]], code: "in-two-baskets", path: "baskets.border.issues.1", at: "filling] }\n\n", says: /`river` and `border`/ },
  { why: "an issue in no basket", edits: [["issues: [release, filling]", "issues: [release]"]], code: "in-no-basket", path: "issues.filling", at: "filling:\n    label" },
  { why: "an issue without a status quo", edits: [["    statusQuo: fast\n", ""]], code: "no-status-quo", path: "issues.filling", at: "filling:\n    label" },
  { why: "an empty basket", edits: [[border, "border: { label: Border, issues: [] }"]], code: "empty", path: "baskets.border.issues", at: "[] }" },
  // Parties
  { why: "one principal", edits: [["label: Southland\n    role: principal", "label: Southland\n    role: concerned"]], code: "too-few-principals", path: "parties", at: "parties:", says: /only `north`/ },
  { why: "a ratifier of nobody", edits: [["role: concerned", "role: ratifier"]], code: "no-inside", path: "parties.delta.role", at: "ratifier" },
  { why: "a ratifier inside a party that is no principal", edits: [["role: concerned", "role: ratifier\n    inside: delta"]], code: "not-a-principal", path: "parties.delta.inside", at: "delta\n    interests" },
  { why: "a concerned party inside a principal", edits: [["role: concerned", "role: concerned\n    inside: north"]], code: "inside-without-ratifier", path: "parties.delta.inside", at: "inside" },
  { why: "a party that presses one that is no principal", edits: [["how: withholds", "how: presses\n      on: delta"]], code: "not-a-principal", path: "parties.delta.threshold.on", at: "delta\n\n" },
  { why: "trust in itself", edits: [["    noDeal: [25, 35, 45]", "    trust: { north: likely }\n    noDeal: [25, 35, 45]"]], code: "trusts-itself", path: "parties.north.trust.north", at: "north: likely" },
  // Values
  { why: "an option without a value", edits: [["release: { none: 100, low: 80, high: 0 }", "release: { none: 100, high: 0 }"]], code: "no-value", path: "parties.north.values.options.release", at: "release: { none: 100, high", says: /no value for `low`/ },
  { why: "an option left out of a ranking", edits: [["filling: [slow, medium, fast]", "filling: [slow, fast]"]], code: "no-value", path: "parties.delta.values.options.filling", at: "[slow, fast]", says: /leaves out `medium`/ },
  { why: "an option ranked twice", edits: [["filling: [slow, medium, fast]", "filling: [slow, medium, [fast, slow]]"]], code: "ranked-twice", path: "parties.delta.values.options.filling.2.1", at: "slow]]" },
  { why: "an importance without option values", edits: [["        crossings: { closed: 100, market_days: 70, open: 0 }\n", ""]], code: "no-option-values", path: "parties.north.values.weights.crossings", at: "crossings: 10" },
  { why: "option values without an importance", edits: [[", crossings: 10 }", " }"]], code: "no-weight", path: "parties.north.values.options.crossings", at: "crossings: { closed: 100" },
  { why: "values that do not span the scale", edits: [["release: { none: 100, low: 80, high: 0 }", "release: { none: 90, low: 80, high: 0 }"]], code: "not-0-to-100", path: "parties.north.values.options.release", at: "release: { none: 90", says: /from 0 to 90/ },
  { why: "importances in words and numbers", edits: [["filling: [30, 40, 50], crossings: 10", "filling: high, crossings: 10"]], code: "mixed-weights", path: "parties.north.values.weights", at: "weights: { release: 50, filling: high" },
  { why: "importances twice", edits: [["      ranking: [release, filling]", "      weights: { release: high, filling: low }\n      ranking: [release, filling]"]], code: "weights-twice", path: "parties.delta.values.ranking", at: "ranking: [release" },
  { why: "importances all 0", edits: [["weights: { release: 60, filling: 20, crossings: 20 }", "weights: { release: 0, filling: 0, crossings: 0 }"]], code: "all-zero", path: "parties.south.values.weights", at: "weights: { release: 0" },
  { why: "a preference beside numbers", edits: [["    lines:\n      no_high", "      prefers: [{ better: { release: low }, worse: { release: high } }]\n    lines:\n      no_high"]], code: "prefers-with-numbers", path: "parties.north.values.prefers.0", at: "{ better" },
  { why: "a preference between equals", edits: [["      ranking: [release, filling]", "      ranking: [release, filling]\n      prefers: [{ better: { release: low }, worse: { release: low } }]"]], code: "same-outcome", path: "parties.delta.values.prefers.0", at: "{ better" },
  { why: "a box the wrong way round", edits: [["      ranking: [release, filling]", "      ranking: [release, filling]\n      interactions: [{ box: { release: [high, low] }, change: 5 }]"]], code: "out-of-order", path: "parties.delta.values.interactions.0.box.release", at: "[high, low]" },
  { why: "a cell with too few options", edits: [["      ranking: [release, filling]", "      ranking: [release, filling]\n      interactions: [{ table: [release, filling], cells: [{ at: [low], change: 5 }] }]"]], code: "wrong-size", path: "parties.delta.values.interactions.0.cells.0.at", at: "[low], change", says: /expected 2 options/ },
  { why: "a threshold without values", edits: [["    values:\n      ranking: [release, filling]\n      options:\n        release: { none: 0, low: 70, high: 100 }\n        filling: [slow, medium, fast]\n", ""]], code: "no-values", path: "parties.delta.threshold", at: "threshold" },
  { why: "two no-deal values", edits: [outlook("  likelihood: { atTheTable: { on: 1 } }\n  values: { north: { on: 30, war: 10 } }\n")], code: "two-no-deal-values", path: "parties.north.noDeal", at: "noDeal: [25" },
  // Expressions
  { why: "an unknown name in a line", edits: [["forbids: release = high", "forbids: relese = high"]], code: "unknown-id", path: "parties.north.lines.no_high_release.forbids", at: "relese", says: /did you mean `release`/ },
  { why: "an unknown option in a folded text", edits: [["forbids: release = high", "forbids: >-\n          filling = slow or\n          release = hihg"]], code: "unknown-id", path: "parties.north.lines.no_high_release.forbids", at: "hihg", says: /did you mean `high`/ },
  { why: "a mistake in quoted text", edits: [["forbids: release = high", 'forbids: "release == high"']], code: "expression-foreign-operator", path: "parties.north.lines.no_high_release.forbids", at: "== high", says: /use `=`/ },
  { why: "a line that names no issue", edits: [["forbids: release = high", "forbids: border is later"]], code: "names-no-issue", path: "parties.north.lines.no_high_release.forbids", at: "border is later" },
  { why: "a line that forbids everything", edits: [["forbids: release = high", "forbids: release >= none"]], code: "forbids-everything", path: "parties.north.lines.no_high_release.forbids", at: "release >= none" },
  { why: "a line that forbids nothing", edits: [["forbids: release = high", "forbids: release > high"]], code: "forbids-nothing", path: "parties.north.lines.no_high_release.forbids", at: "release > high" },
  { why: "a line that forbids what holds today", edits: [["forbids: release = high", "forbids: release = none"]], code: "forbids-status-quo", path: "parties.north.lines.no_high_release.forbids", at: "release = none", warning: true },
  { why: "a success that is the same for all", edits: [["any: release >= low", "any: release >= none"]], code: "always-the-same", path: "parties.south.success.any", at: "release >= none" },
  { why: "a success in an unknown framing", edits: [["any: release >= low", "bothe: release >= low"]], code: "unknown-id", path: "parties.south.success.bothe", at: "bothe", says: /did you mean `both`/ },
  { why: "a condition with an unknown provision", edits: [["      influence: unlikely", "      when: [{ if: with date, value: 30 }]\n      influence: unlikely"]], code: "unknown-id", path: "parties.delta.threshold.when.0.if", at: "date, value: 30" },
  // Framings
  { why: "a basket that is not placed", edits: [["placements: { river: together, border: none }", "placements: { river: together }"]], code: "no-placement", path: "framings.river_only.placements", at: "placements: { river: together } }", says: /does not place `border`/ },
  { why: "nothing on the table", edits: [["placements: { river: together, border: none }", "placements: { river: discussed, border: none }"]], code: "no-main-track", path: "framings.river_only.placements", at: "placements: { river: discussed" },
  { why: "an unknown placement", edits: [["border: later } }", "border: latter } }"]], code: "unknown-word", path: "framings.river_first.placements.border", at: "latter", says: /did you mean `later`/ },
  { why: "a single undertaking that is not together", edits: [["border: later } }", "border: later }, mustSettle: [border] }"]], code: "must-settle-not-together", path: "framings.river_first.mustSettle.0", at: "border] }\n  both" },
  { why: "a follow-on to nothing", edits: [ambiguous("followOn: { chance: 0.5 }")], code: "no-later-talks", path: "framings.both.followOn", at: "followOn: { chance: 0.5 }", warning: true },
  { why: "a provision that is none", edits: [["border: later } }", "border: later }, followOn: { with: [date] } }"]], code: "unknown-id", path: "framings.river_first.followOn.with.0", at: "date] }", says: /no provision `date`/ },
  { why: "nothing that could unravel", edits: [ambiguous("unravels: 0.3")], code: "nothing-to-unravel", path: "framings.both.unravels", at: "unravels" },
  { why: "a description that does not differ", edits: [ambiguous("described: { north: { border: together } }")], code: "not-ambiguous", path: "framings.both.described", at: "described" },
  { why: "months of an unknown basket", edits: [["months: { river: [3, 6, 12]", "months: { rivers: [3, 6, 12]"]], code: "unknown-id", path: "time.months.rivers", at: "rivers: [3", says: /did you mean `river`/ },
  // Outlook
  { why: "likelihoods all 0", edits: [outlook("  likelihood: { atTheTable: { on: 0 } }\n")], code: "all-zero", path: "outlook.likelihood.atTheTable", at: "atTheTable: { on: 0 }" },
  { why: "an unknown scenario", edits: [outlook("  likelihood: { atTheTable: { wra: 1 } }\n")], code: "unknown-id", path: "outlook.likelihood.atTheTable.wra", at: "wra", says: /did you mean `war`/, with: ["all-zero"] },
  { why: "a scenario that goes on and escalates", edits: [atEnd("outlook:\n  scenarios: { on: { label: on, goesOn: true, escalation: true } }\n  likelihood: { atTheTable: { on: 1 } }\n")], code: "goes-on-and-escalates", path: "outlook.scenarios.on", at: "on: { label: on, goesOn" },
  { why: "a scenario without a value", edits: [...noDeals, outlook("  likelihood: { atTheTable: { on: 1 } }\n  values: { north: { on: 30 } }\n")], code: "no-scenario-value", path: "outlook.values.north", at: "north: { on: 30 }", says: /not for `war`/ },
  { why: "values without a likelihood at the table", edits: [...noDeals, outlook("  likelihood: { overtaken: { on: 1 } }\n  values: { north: { on: 30, war: 0 } }\n")], code: "no-likelihood", path: "outlook.likelihood", at: "likelihood: { overtaken" },
  // Evidence
  { why: "words that are not in the source", edits: [["exact: not for this table", "exact: never at this table"]], code: "not-in-source", path: "claims.north_border.quote.exact", at: "never at", says: /not verbatim is a paraphrase/ },
  { why: "words that differ in white space only", edits: [["exact: not for this table", 'exact: "not for  this table"']], code: "not-in-source", path: "claims.north_border.quote.exact", at: '"not for  this', says: /only white space differs.*not for this table/ },
  { why: "words in other letters", edits: [["exact: not for this table", "exact: Not for this table"]], code: "not-in-source", path: "claims.north_border.quote.exact", at: "Not for", says: /only letter case differs/ },
  { why: "words in another context", edits: [["exact: not for this table }", "exact: not for this table, prefix: is }"]], code: "not-in-source", path: "claims.north_border.quote.exact", at: "not for this table, prefix", says: /not between this prefix and suffix/ },
  { why: "words at another place", edits: [["exact: not for this table }", "exact: not for this table, start: 5 }"]], code: "wrong-offset", path: "claims.north_border.quote.start", at: "5 }\n", says: /stand at 143 to 161/ },
  { why: "the summary's own words as a quotation", edits: [["exact: not for this table", "exact: Southland has asked for a guaranteed flow"]], code: "not-quoted-in-summary", path: "claims.north_border.quote.exact", at: "Southland has asked" },
  { why: "quotation marks in a paraphrase", edits: [["paraphrase: The border is a separate", "paraphrase: The border is a “separate”"]], code: "quotation-marks", path: "claims.north_border.paraphrase", at: "“separate”" },
  { why: "a grade on a summary's claim", edits: [["    voice: party\n", "    voice: party\n    grade: { source: A, information: '1' }\n"]], code: "grade-on-summary", path: "claims.north_border.grade", at: "grade:" },
  { why: "a grade on a summary", edits: [["title: Invented news item,", "title: Invented news item, grade: { source: A, information: '1' },"]], code: "grade-on-summary", path: "sources.news.grade", at: "grade:" },
  { why: "words of a party without the party", edits: [["    voice: party\n    party: north\n", "    voice: party\n"]], code: "no-party", path: "claims.north_border.voice", at: "party\n    kind" },
  { why: "the author's judgement in a party's mouth", edits: [["    voice: party\n", "    voice: author\n"]], code: "author-with-party", path: "claims.north_border.party", at: "party: north\n    kind" },
  { why: "a later claim", edits: [["    date: 2026-02-20\n", "    date: 2026-03-02\n"]], code: "after-as-of", path: "claims.north_border.date", at: "2026-03-02" },
  { why: "a later event", edits: [atEnd("events: { flood: { label: Flood, date: 2026-03-05 } }\n")], code: "after-as-of", path: "events.flood.date", at: "2026-03-05" },
  { why: "another source than was coded", edits: [["title: Invented news item,", `title: Invented news item, sha256: ${"a".repeat(64)},`]], code: "changed-source", path: "sources.news.sha256", at: "aaaa" },
  { why: "a source that is not stored", edits: [["sources/news.txt", "sources/old.txt"]], code: "missing-source", path: "sources.news.file", at: "sources/old.txt" },
  { why: "a claim that nothing rests on", edits: [[", claims: [north_border] }", " }"], ["    placement: together\n", ""]], code: "unused-claim", path: "claims.north_border", at: "north_border:", warning: true },
  { why: "an effect on nothing", edits: [atEnd("events: { flood: { label: Flood, date: 2026-02-05, effects: [{ on: north.stances.border.latter, odds: 2 }] } }\n")], code: "unknown-path", path: "events.flood.effects.0.on", at: "north.stances.border.latter", says: /did you mean `north.stances.border.later`/ },
  { why: "an effect on a value", edits: [atEnd("events: { flood: { label: Flood, date: 2026-02-05, effects: [{ on: north.noDeal, odds: 2 }] } }\n")], code: "not-a-likelihood", path: "events.flood.effects.0.on", at: "north.noDeal" },
  { why: "an event of an unknown class", edits: [atEnd("events: { flood: { label: Flood, date: 2026-02-05, class: storm } }\n")], code: "unknown-id", path: "events.flood.class", at: "storm" },
  { why: "a loaded word", edits: [["position: Fill the dam", "position: Fill, by aggression, the dam"]], code: "loaded-word", path: "parties.north.position", at: "aggression", warning: true },
  // Correlations
  { why: "a correlation of nothing", edits: [atEnd("correlations: [{ between: [north.noDeal, west.noDeal], rho: 0.5 }]\n")], code: "unknown-path", path: "correlations.0.between.1", at: "west.noDeal" },
  { why: "a correlation above 1", edits: [atEnd("correlations: [{ between: [north.noDeal, south.noDeal], rho: 1.5 }]\n")], code: "out-of-bounds", path: "correlations.0.rho", at: "1.5 }" },
  { why: "a correlation with itself", edits: [atEnd("correlations: [{ between: [north.noDeal, parties.north.noDeal], rho: 0.5 }]\n")], code: "correlates-with-itself", path: "correlations.0.between", at: "[north.noDeal" },
  { why: "a correlation given twice", edits: [atEnd("correlations: [{ between: [north.noDeal, south.noDeal], rho: 0.5 }, { between: [south.noDeal, north.noDeal], rho: 0.6 }]\n")], code: "correlated-twice", path: "correlations.1.between", at: "[south.noDeal" },
  { why: "correlations that cannot all hold", edits: [atEnd("correlations: [{ between: [north.noDeal, south.noDeal], rho: 0.9 }, { between: [south.noDeal, delta.threshold.value], rho: 0.9 }, { between: [north.noDeal, delta.threshold.value], rho: -0.9 }]\n")], code: "impossible-correlations", path: "correlations", at: "correlations:" },
  { why: "a correlation of a plain number", edits: [atEnd("correlations: [{ between: [north.noDeal, north.values.weights.release], rho: 0.5 }]\n")], code: "nothing-to-correlate", path: "correlations", at: "correlations:", warning: true },
  // Verification
  { why: "an enrichment without its unit", edits: [["slow: { label: in nine years }", "slow: { label: in nine years, quantities: { level: '60' } }"]], code: "invalid-quantity", path: "issues.filling.options.slow.quantities.level", at: "'60'", says: /such as `3.67 %`.*never guessed/ },
  { why: "a stock of nothing stated", edits: [["slow: { label: in nine years }", "slow: { label: in nine years, quantities: { stock: [300 kg @ 3.67 %] } }"]], code: "invalid-quantity", path: "issues.filling.options.slow.quantities.stock.0", at: "300 kg", says: /kgU for uranium, kg UF6/ },
  // Conflict
  { why: "an option owned twice", edits: [conflict(twoMakers.replace("sue: { label: sue }", "fill: { label: fill }"))], code: "option-owned-twice", path: "conflict.decisionMakers.south.options.fill", at: "fill: { label: fill } }, prefers: [not" },
  { why: "an unknown option in a statement", edits: [conflict(twoMakers.replace("[not fill]", "[not fil]"))], code: "unknown-id", path: "conflict.decisionMakers.south.prefers.0", at: "fil]", says: /did you mean `fill`/ },
  { why: "an unknown option today", edits: [conflict(twoMakers, "  today: [fil]\n")], code: "unknown-id", path: "conflict.today.0", at: "fil]", says: /did you mean `fill`/ },
  { why: "a state that is not one", edits: [conflict(twoMakers.replace("prefers: [not fill]", "ranking: [YN, N]"))], code: "invalid-state", path: "conflict.decisionMakers.south.ranking.1", at: "N]", says: /expected 2 letters/ },
  { why: "preferences twice", edits: [conflict(twoMakers.replace("prefers: [not fill]", "prefers: [not fill], ranking: [YN]"))], code: "preferences-twice", path: "conflict.decisionMakers.south.ranking", at: "ranking: [YN]" },
  { why: "no preferences", edits: [conflict(twoMakers.replace(", prefers: [not fill]", ""))], code: "no-preferences", path: "conflict.decisionMakers.south", at: "south: { options" },
  { why: "one decision maker", edits: [conflict("    north: { options: { fill: { label: fill } }, prefers: [fill] }\n")], code: "too-few-decision-makers", path: "conflict.decisionMakers", at: "decisionMakers" },
  { why: "today ruled out", edits: [conflict(twoMakers, "  infeasible: [not fill]\n")], code: "today-infeasible", path: "conflict.today", at: "conflict:" },
  { why: "a statement that is always true", edits: [conflict(twoMakers.replace("[not fill]", "[fill or not fill]"))], code: "always-the-same", path: "conflict.decisionMakers.south.prefers.0", at: "fill or not" },
  // Questions
  { why: "a question about no place", edits: [atEnd("ask: [{ party: north, question: Later?, on: [north.stances.border.latter] }]\n")], code: "unknown-path", path: "ask.0.on.0", at: "north.stances.border.latter", says: /did you mean `later`/ },
  { why: "a question to nobody", edits: [atEnd("ask: [{ party: west, question: Later? }]\n")], code: "unknown-id", path: "ask.0.party", at: "west" },
];

describe("bad input", () => {
  it.each(rows)("reports $why", ({ edits, code, path, at, says, warning, with: others = [] }) => {
    const text = broken(...edits);
    const problems = problemsOf(text);
    const found = problems.find((problem) => problem.code === code);
    expect(problems.map((problem) => problem.code).filter((one) => !others.includes(one))).toEqual([code]);
    expect({ path: found?.path, at: `${found?.line}:${found?.column}` }).toEqual({ path, at: placeOf(text, at) });
    expect(found?.severity).toBe(warning === true ? "warning" : "error");
    if (says !== undefined) expect(`${found?.message} ${found?.hint}`).toMatch(says);
  });

  it("reports everything at once, form and substance, each with its file", () => {
    const text = broken(
      ["[25, 35, 45]", "[25, 55, 45]"],
      ["position: Fill", "positon: Fill"],
      ["forbids: release = high", "forbids: relese = high"],
      ["statusQuo: fast", "statusQuo: quick"],
      ["exact: not for this table", "exact: never at this table"],
      ["role: concerned", "role: spoiler"],
    );
    const problems = problemsOf(text);
    expect(problems.map(({ code }) => code).toSorted()).toEqual(["not-in-source", "out-of-order", "unknown-field", "unknown-id", "unknown-id", "unknown-word"]);
    expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(["cases/x/case.yaml"]));
    expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).toSorted((a, b) => a - b));
  });

  it("checks the whole of issue 2's list in one file, though some of it cannot be read at all", () => {
    const text = broken(
      ["[25, 35, 45]", "[25, 55, 45]"],
      ["chance: [0.3, 0.5, 0.7]", "chance: .nan"],
      ["statusQuo: fast", "statusQuo: quick"],
      ["  both: {", "  river_only: { label: Again, placements: { river: together, border: none } }\n  both: {"],
      ["release: { none: 0, low: [50, 60, 75], high: 100 }", "release: { none: 0, high: 100 }"],
      ["forbids: release = high", "forbids: border is later"],
      ["forbids: crossings = market_days and release = none", "forbids: crossings >= closed"],
      ["placements: { river: together, border: later }", "placements: { river: discussed, border: later }"],
      [border, "border: { label: Border, issues: [crossings, filling] }"],
      ["exact: not for this table", "exact: never at this table"],
      ["    date: 2026-02-20\n", "    date: 2026-03-20\n"],
    );
    const codes = problemsOf(text).map(({ code }) => code);
    expect(codes.toSorted()).toEqual([
      "after-as-of",
      "duplicate-id",
      "forbids-everything",
      "in-two-baskets",
      "names-no-issue",
      "no-main-track",
      "no-value",
      "not-finite",
      "not-in-source",
      "out-of-order",
      "unknown-id",
    ]);
  });

  it("keeps the places of list items after a broken one", () => {
    const text = broken(["options:\n      none: { label: no guarantee, number: 0 }", "options:\n      none: { label: no guarantee, number: 0, obligations: [{ by: north }, { by: nroth, text: wait }] }"]);
    const found = problemsOf(text).map(({ code, path, line, column }) => ({ code, path, at: `${line}:${column}` }));
    expect(found).toContainEqual({ code: "unknown-id", path: "issues.release.options.none.obligations.1.by", at: placeOf(text, "nroth") });
  });

  it("does not report what merely follows from something broken", () => {
    expect(problemsOf(broken(["    label: Filling of the dam\n", "    label: [Filling]\n"])).map(({ code }) => code)).toEqual(["wrong-type"]);
    expect(problemsOf(broken(["slow: { label: in nine years }", "slow: { lable: in nine years }"])).map(({ code }) => code).toSorted()).toEqual(["missing", "unknown-field"]);
  });

  it("refuses a day after the case's own, and one that is none", () => {
    expect(problemsOf(starterCase(), { asOf: "2026-03-02" })).toMatchObject([{ code: "after-as-of", path: "asOf" }]);
    expect(problemsOf(starterCase(), { asOf: "yesterday" })).toMatchObject([{ code: "invalid-date", path: "asOf" }]);
  });

  it("allows at most 24 options in the conflict", () => {
    const options = Array.from({ length: 25 }, (_, index) => `o${index}: { label: o }`).join(", ");
    const makers = `    north: { options: { ${options} }, prefers: [o1] }\n    south: { options: { sue: { label: sue } }, prefers: [sue] }\n`;
    expect(problemsOf(broken(conflict(makers)))).toMatchObject([{ code: "too-many-options" }]);
  });
});

describe("files that are no case", () => {
  const only = (caseText: string | Uint8Array): Problem => {
    const problems = problemsOf(caseText);
    expect(problems).toHaveLength(1);
    return problems[0];
  };

  it("names what is wrong with the file", () => {
    expect(only(new Uint8Array([0x66, 0xff, 0x80]))).toMatchObject({ code: "not-utf-8", line: 0 });
    expect(only(new Uint8Array([0xff, 0xfe, 0x61, 0]))).toMatchObject({ code: "not-utf-8", message: "the file is UTF-16; expected UTF-8" });
    expect(only(bytes("PK\u0003\u0004"))).toMatchObject({ code: "not-utf-8", message: expect.stringContaining("ZIP") as string });
    expect(only(bytes("a: \0"))).toMatchObject({ code: "not-text" });
    expect(only(new Uint8Array(4_000_001).fill(0x20))).toMatchObject({ code: "too-large", message: "the file has 4000001 bytes; at most 4000000 are read" });
    expect(only("")).toMatchObject({ code: "wrong-type", message: "expected a mapping (`name: value` lines), found nothing" });
    expect(only("[1, 2]")).toMatchObject({ code: "wrong-type" });
    expect(only("just words")).toMatchObject({ code: "wrong-type", message: 'expected a mapping (`name: value` lines), found "just words"' });
  });

  it("drops a byte order mark", () => {
    expect(readCase({ path: "x", caseText: new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(starterCase())]), sources }).ok).toBe(true);
  });

  it("says where YAML goes wrong", () => {
    expect(only("title: Talks: the first round\n")).toMatchObject({ code: "not-yaml", line: 1, hint: expect.stringContaining("quotation marks") as string });
    expect(only("a:\n\tb: 1\n")).toMatchObject({ code: "not-yaml", line: 2, column: 1 });
    expect(problemsOf('title: "open\n').map(({ code }) => code)).toContain("not-yaml");
    expect(only("a: !secret 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("%YAML 1.1\n---\na: 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("a: 1\n---\nb: 1\n")).toMatchObject({ code: "not-yaml" });
    expect(only("a: *nothing\n")).toMatchObject({ code: "not-yaml", line: 1, column: 4 });
  });

  it("refuses anchors that explode, by name", () => {
    const lines = ["a0: &a0 [x, x]"];
    for (let index = 1; index < 12; index++) lines.push(`a${index}: &a${index} [${Array.from({ length: 9 }, () => `*a${index - 1}`).join(", ")}]`);
    expect(only(lines.join("\n"))).toMatchObject({ code: "too-many-aliases", message: expect.stringMatching(/&a\d+/) as string });
    expect(only("a: &a [*a]")).toMatchObject({ code: "too-many-aliases" });
    expect(only(`a: &a x\nb: [${"*a, ".repeat(101)}]`)).toMatchObject({ code: "too-many-aliases", message: expect.stringContaining("101 times") as string });
  });

  it("refuses what is too deep", () => {
    expect(only("[".repeat(50) + "]".repeat(50))).toMatchObject({ code: "too-deep" });
    expect(only("[".repeat(100_000) + "]".repeat(100_000))).toMatchObject({ code: "too-deep" });
    expect(only("- ".repeat(2_000))).toMatchObject({ code: "too-deep" });
  });

  it("finds the second of many equal keys in time", () => {
    const text = `${Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n")}\nk7: 2\n`;
    expect(problemsOf(text).filter(({ code }) => code === "duplicate-id")).toMatchObject([{ line: 50_001, path: "k7" }]);
  });

  it("shows a source that is not text", () => {
    const result = readCase({ path: "x", caseText: starterCase(), sources: { "sources/news.txt": new Uint8Array([0xff, 0xfe, 0, 0x20]) } });
    expect(result.problems).toMatchObject([{ code: "not-utf-8", path: "sources.news.file" }]);
  });
});
