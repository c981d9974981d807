/** A word as Parley uses it, on the screen, in files and in code. */
export interface GlossaryEntry {
  readonly word: string;
  /** Other forms under which it is looked up. */
  readonly also: readonly string[];
  readonly meaning: string;
  /** Where it is written in a case, as a path with <placeholders>; empty where it is only computed. */
  readonly written: string;
  readonly see: readonly string[];
}

const entry = (
  word: string,
  meaning: string,
  more: Partial<Omit<GlossaryEntry, "word" | "meaning">> = {},
): GlossaryEntry => ({
  word,
  also: [],
  written: "",
  see: [],
  ...more,
  meaning,
});

/** In the order in which they build on one another. */
export const glossary: readonly GlossaryEntry[] = [
  entry(
    "case",
    "One negotiation as it looked on one day, written down by somebody from some viewpoint. A folder with case.yaml and, under sources/, the texts it rests on.",
    { written: "case.yaml" },
  ),
  entry(
    "as-of date",
    "The day up to which a case knows. What was said or done later does not belong in it.",
    { also: ["as of", "asof"], written: "asOf", see: ["case"] },
  ),
  entry("viewpoint", "Who wrote the case, in whose service or from outside, and from what material.", {
    written: "viewpoint",
    see: ["coder"],
  }),
  entry(
    "coder",
    "The person who put the case into entries. Where two coders differ, both entries stand side by side and are compared, not averaged.",
    { written: "coders", see: ["viewpoint"] },
  ),
  entry("party", "Anybody whose conduct matters to the outcome. Its role says how.", {
    also: ["parties"],
    written: "parties.<party>",
    see: ["principal", "ratifier", "concerned party", "mediator", "verifier"],
  }),
  entry("principal", "A party without whose consent there is no deal.", {
    written: "parties.<party>.role",
    see: ["party"],
  }),
  entry(
    "ratifier",
    "A body inside a principal that has to approve formally, such as a parliament or a leader's council.",
    { written: "parties.<party>.role, inside", see: ["principal"] },
  ),
  entry(
    "concerned party",
    "A party that is not at the table and can still undermine a deal, or withhold what it needs.",
    { also: ["concerned"], written: "parties.<party>.role", see: ["threshold", "sufficiency"] },
  ),
  entry("mediator", "A party that helps the principals and settles nothing itself.", {
    written: "parties.<party>.role",
  }),
  entry("verifier", "A party that checks whether what was promised is kept.", {
    written: "parties.<party>.role",
    see: ["obligation"],
  }),
  entry("issue", "A question that can be settled in more than one way.", {
    written: "issues.<issue>",
    see: ["option", "basket"],
  }),
  entry("option", "One way to settle an issue. Options are in order and often have a number with a unit.", {
    written: "issues.<issue>.options.<option>",
    see: ["status quo"],
  }),
  entry("status quo", "The option that stands if nothing is agreed on the issue.", {
    written: "issues.<issue>.statusQuo",
    see: ["option"],
  }),
  entry("basket", "Issues that go on or off the table together.", {
    written: "baskets.<basket>",
    see: ["placement"],
  }),
  entry("outcome", "One option for every issue.", { see: ["deal"] }),
  entry(
    "deal",
    "An outcome that changes something, breaks no principal's red line, and leaves no principal worse off than no deal.",
    { see: ["outcome", "no-deal value", "red line"] },
  ),
  entry("position", "What a party says it wants.", {
    written: "parties.<party>.position",
    see: ["interest"],
  }),
  entry("interest", "Why it wants it, as the coder sees it.", {
    written: "parties.<party>.interests",
    see: ["position"],
  }),
  entry("red line", "What a party says it will not accept, whatever else it gets.", {
    also: ["line", "lines"],
    written: "parties.<party>.lines.<line>",
    see: ["firmness"],
  }),
  entry("firmness", "How settled the coder judges a stated line to be: the chance that it holds.", {
    written: "parties.<party>.lines.<line>.firmness",
    see: ["red line"],
  }),
  entry("offer", "Willing to do something, provided that something else. Not a red line.", {
    written: "claims.<claim>.kind: offers-if, with condition",
    see: ["warning", "claim"],
  }),
  entry("warning", "Says that something would put the talks at risk. Not a refusal.", {
    written: "claims.<claim>.kind: warns",
    see: ["offer", "claim"],
  }),
  entry(
    "framing",
    "A way to set the agenda: where every basket goes, and the tracks and linkage that follow from it.",
    { written: "framings.<framing>", see: ["placement", "package", "separate", "staged"] },
  ),
  entry("placement", "Where a basket goes: together, discussed, separate, later or none.", {
    written: "framings.<framing>.placements.<basket>",
    see: ["together", "discussed", "separate", "later", "none"],
  }),
  entry("together", "Placement: its terms are settled in the main talks.", { see: ["placement", "package"] }),
  entry("discussed", "Placement: it is raised in the main talks, without terms.", { see: ["placement"] }),
  entry("separate", "Placement: it has a track of its own, at the same time.", {
    see: ["placement", "track"],
  }),
  entry("later", "Placement: it is left to follow-on talks.", { see: ["placement", "follow-on"] }),
  entry("none", "Placement: it is on no agenda.", { see: ["placement"] }),
  entry(
    "track",
    "Talks over some of the baskets that settle by themselves: what is given in one is not made up for in another.",
    { see: ["separate"] },
  ),
  entry("package", "Everything on the table in one set of talks, so that one issue can pay for another.", {
    see: ["together"],
  }),
  entry("staged", "Some baskets now, the others in follow-on talks.", { see: ["later", "follow-on"] }),
  entry("follow-on", "The later talks of a staged framing, and the chance that they deliver.", {
    also: ["followon"],
    written: "followOn",
    see: ["later"],
  }),
  entry(
    "agenda stance",
    "How likely a party is to sit down with a basket so placed: refuses, resists, tolerates, accepts, insists, or a likelihood.",
    {
      also: ["stance", "stances"],
      written: "parties.<party>.stances.<basket>.<placement>",
      see: ["placement"],
    },
  ),
  entry(
    "weight",
    "How much an issue matters to a party beside its other issues. Weights are raw importances divided by their sum.",
    { also: ["importance"], written: "parties.<party>.values.weights.<issue>", see: ["value"] },
  ),
  entry(
    "value",
    "What an outcome is worth to one party, on a scale of its own: over the options of an issue 0 is the worst and 100 the best. Values of two parties are never compared.",
    { also: ["values"], written: "parties.<party>.values", see: ["weight"] },
  ),
  entry("scenario", "What could follow if talks fail: talks go on, sanctions, limited strikes.", {
    written: "outlook.scenarios.<scenario>",
    see: ["no-deal outlook"],
  }),
  entry(
    "no-deal outlook",
    "The scenarios that could follow failure, how likely each is, and what each is worth to a party.",
    { also: ["outlook"], written: "outlook", see: ["no-deal value", "scenario"] },
  ),
  entry(
    "no-deal value",
    "What failing at the table is worth to a party: the expected value of its no-deal outlook. Also called BATNA.",
    {
      also: ["batna", "no deal", "reservation value"],
      written: "outlook, or parties.<party>.noDeal",
      see: ["no-deal outlook"],
    },
  ),
  entry("zone", "All the deals that a framing leaves open. Also called ZOPA.", {
    also: ["zopa", "zone of possible agreement"],
    see: ["deal"],
  }),
  entry("frontier", "The deals that no other deal beats for one principal without costing another.", {
    also: ["pareto", "efficient"],
    see: ["zone"],
  }),
  entry(
    "focal deal",
    "A deal singled out by a rule: Nash, Kalai–Smorodinsky, egalitarian or utilitarian. Illustrative, never recommended.",
    { also: ["nash", "kalai-smorodinsky", "egalitarian", "utilitarian"], see: ["frontier"] },
  ),
  entry(
    "threshold",
    "The value at which a party would stand by an outcome. It may depend on how baskets are placed.",
    { written: "parties.<party>.threshold", see: ["sufficiency", "influence"] },
  ),
  entry(
    "sufficiency",
    "An outcome is sufficient to a party when its value reaches the party's threshold and breaks none of its lines.",
    { also: ["sufficient", "insufficient"], see: ["threshold"] },
  ),
  entry(
    "influence",
    "The chance that a deal insufficient to a party is undone because of it: by pressing a principal, withholding something, or acting itself.",
    { written: "parties.<party>.threshold.influence", see: ["threshold"] },
  ),
  entry("success", "What a principal itself would call success, by framing.", {
    written: "parties.<party>.success.<framing>",
  }),
  entry("obligation", "What an option makes somebody do, and how anybody could tell that it is done.", {
    also: ["duty", "duties"],
    written: "issues.<issue>.options.<option>.obligations",
    see: ["verifier"],
  }),
  entry(
    "source",
    "A stored text. A source written for an example is a prepared summary, and is labelled so.",
    { written: "sources.<source>", see: ["claim"] },
  ),
  entry("claim", "Who said what about which issue, under what condition, in which words of which source.", {
    written: "claims.<claim>",
    see: ["source", "basis"],
  }),
  entry("event", "Something that happened, with its date, and the odds it moved.", {
    written: "events.<event>",
  }),
  entry("entry", "Anything uncertain in a case: a number, a range [low, mode, high], or words.", {
    see: ["basis", "range"],
  }),
  entry("range", "[low, mode, high]: the least, the most plausible and the most an entry could be.", {
    see: ["entry"],
  }),
  entry(
    "basis",
    "What an entry rests on: words of the party (\"), words of an official who is not named (~), the coder's reason (no mark), or nothing (?).",
    { see: ["claim", "gap"] },
  ),
  entry(
    "gap",
    "An entry that rests on nothing, or something that the analysis needs and the case does not have.",
    { also: ["gaps"], see: ["basis"] },
  ),
  entry("judgement", "An entry that is uncertain because we do not know.", {
    also: ["judgment"],
    see: ["chance"],
  }),
  entry("chance", "Something uncertain that the world decides, as with a coin.", { see: ["judgement"] }),
  entry(
    "reading",
    "One joint sample of all judgements and all chances. The central reading takes the middle of each.",
    { also: ["draw", "central"], see: ["judgement", "chance"] },
  ),
];
