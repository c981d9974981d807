/**
 * A small complete case to begin from: invented parties that share a river. It checks without errors or warnings.
 *
 * @param id id of the case; letters, digits and underscores
 * @param schema address of the JSON Schema that editors use to complete the file
 */
export function starterCase(id = "shared_river", schema = "../../docs/case.schema.json"): string {
  return `# yaml-language-server: $schema=${schema}
# A Parley case. Everything after a # is a remark. Ids are plain words (north, dam_release); labels are what people see.
# Uncertain entries take a number, a range [low, most likely, high], or a word. docs/case-format.md explains every field.
parley: 1
id: ${id}
title: Sharing the River Aller
asOf: 2026-03-01
summary:
  - Northland is filling a dam upstream of Southland, which wants a guaranteed flow.
  - Northland will talk about the river only; Southland also wants the border crossings settled.
viewpoint:
  coder: Your name
  from: outside, for practice
  basis: invented

# Who takes part. Principals must agree; a concerned party is not at the table, but can undo a deal that does not suffice for it.
parties:
  north:
    label: Northland
    role: principal
    position: Fill the dam within three years.
    interests: [power for its cities, recognition of its right to the water]
    why: Coder's reading of the invented background.
    # How likely it is to sit down with a basket so placed: refuses, resists, tolerates, accepts, insists, unknown.
    stances:
      river: { together: accepts, why: It asked for talks on the river. }
      border:
        together: { value: refuses, claims: [north_border] }
        later: tolerates
    # What outcomes are worth to it: the worst option of an issue at 0, the best at 100.
    values:
      weights: { release: 50, filling: [30, 40, 50], crossings: 10 }
      options:
        release: { none: 100, low: 80, high: 0 }
        filling: { slow: 0, medium: [50, 60, 70], fast: 100 }
        crossings: { closed: 100, market_days: 70, open: 0 }
    # What it will not accept, as an expression over issues and options.
    lines:
      no_high_release:
        label: Never more than half of the flow
        forbids: release = high
        firmness: likely
    success:
      any: release <= low and filling = fast
    noDeal: [25, 35, 45]
  south:
    label: Southland
    role: principal
    position: A guaranteed flow all year.
    interests: [water for its farms, trade over the border]
    why: Coder's reading of the invented background.
    stances:
      river: { together: insists }
      border: { together: accepts, later: tolerates, none: resists }
    values:
      weights: { release: 60, filling: 20, crossings: 20 }
      options:
        release: { none: 0, low: [50, 60, 75], high: 100 }
        filling: { slow: 100, medium: 60, fast: 0 }
        crossings: { closed: 0, market_days: 60, open: 100 }
    lines:
      nothing_for_nothing:
        label: No policed market days without a guaranteed flow
        forbids: crossings = market_days and release = none
        firmness: very likely
    success:
      any: release >= low
    noDeal: [20, 30, 40]
  delta:
    label: Delta Cities
    role: concerned
    interests: [drinking water at the mouth of the river]
    why: Coder's reading of the invented background.
    values:
      ranking: [release, filling]
      options:
        release: { none: 0, low: 70, high: 100 }
        filling: [slow, medium, fast]
    threshold:
      value: [35, 45, 55]
      influence: unlikely
      how: withholds

# What can be settled. The options stand in order; one of them is what holds today.
issues:
  release:
    label: Guaranteed flow
    question: How much water must pass the dam?
    unit: m3/s
    statusQuo: none
    options:
      none: { label: no guarantee, number: 0 }
      low:
        label: 300 m3/s
        number: 300
        obligations:
          - { by: north, text: let 300 m3/s pass, improvesFor: [south], check: { means: [remote-sensing, on-site], defined: true } }
      high:
        label: 600 m3/s
        number: 600
        obligations:
          - { by: north, text: let 600 m3/s pass, improvesFor: [south], check: { means: [remote-sensing, on-site], defined: true } }
  filling:
    label: Filling of the dam
    statusQuo: fast
    options:
      slow: { label: in nine years }
      medium: { label: in six years }
      fast: { label: in three years }
  crossings:
    label: Border crossings
    statusQuo: closed
    options:
      closed: { label: closed }
      market_days: { label: open on market days, obligations: [{ by: south, text: police the market roads }] }
      open: { label: open }

baskets:
  river: { label: River, issues: [release, filling] }
  border: { label: Border, issues: [crossings] }

# Ways to set the agenda: where every basket goes (together, discussed, separate, later, none).
framings:
  river_only: { label: River only, placements: { river: together, border: none } }
  river_first: { label: River first, placements: { river: together, border: later } }
  both: { label: Both together, placements: { river: together, border: together } }

# What later talks may bring, and how long talks take.
followOn: { chance: [0.3, 0.5, 0.7], why: Earlier promises of later talks were kept about half the time. }
time:
  horizon: 24
  months: { river: [3, 6, 12], border: [2, 4, 9] }
  why: Coder's guess.

# Who said what, in which words of which source; quotations are checked against the stored text.
sources:
  news: { file: sources/news.txt, kind: prepared-summary, title: Invented news item, date: 2026-02-20 }
claims:
  north_border:
    source: news
    voice: party
    party: north
    kind: rejects
    about: [border]
    placement: together
    polarity: against
    paraphrase: The border is a separate matter and has no place in talks on the river.
    quote: { exact: not for this table }
    date: 2026-02-20
`;
}

/** The source that the starter case cites, by name. */
export const starterSources: Readonly<Record<string, string>> = {
  "sources/news.txt": `Prepared summary, not a source: invented for the starter case.

Northland's water minister said on 20 February that the border crossings were "not for this table".
Southland has asked for a guaranteed flow all year.
`,
};
