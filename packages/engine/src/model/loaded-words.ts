/**
 * Words that take a side, as patterns over whole words in any letter case. A case extends the list under `loadedWords`.
 *
 * They are warned of in the coder's own words only: labels, reasons, notes, paraphrases. Words reported are quotations, and what
 * texts or parties call things stands under `words`, `aliases` and `names`.
 */
const loaded: readonly string[] = [
  "regimes?",
  "rogue",
  "pariahs?",
  "terrorists?",
  "terrorism",
  "terror",
  "aggressions?",
  "aggressors?",
  "appeasements?",
  "appeas(?:e|es|ed|ing)",
  "capitulations?",
  "capitulat(?:e|es|ed|ing)",
  "surrender(?:s|ed|ing)?",
  "provocations?",
  "provocative",
  "spoilers?",
  "concessions?",
  "intransigen(?:t|ce)",
  "hardliners?",
  "warmonger(?:s|ing)?",
  "puppets?",
  "proxy",
  "proxies",
  "evil",
  "barbaric",
  "fanatic(?:s|al)?",
  "blackmail(?:s|ed|ing)?",
  "bullying",
  "cheat(?:s|ed|ing)?",
  "mullahs",
  "zionist(?:s)?",
  "occupiers?",
  "so-called",
  "irrational",
  "unreasonable",
];

/** Uses in which a listed word is a term of art: "sanctions regime", "Missile Technology Control Regime". */
const termsOfArt =
  /(?:sanctions?|inspections?|controls?|verification|safeguards|monitoring|legal|treaty|non-proliferation|arms)\s$/iu;

export interface LoadedWord {
  readonly word: string;
  /** In UTF-16 units. */
  readonly offset: number;
}

/** Loaded words in a text, outside its quotation marks. @param more words to look for beside the built-in list */
export function loadedWordsIn(text: string, more: readonly string[] = []): readonly LoadedWord[] {
  const own = more.map((word) => word.trim().replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${[...loaded, ...own].join("|")})(?![\\p{L}\\p{N}_])`,
    "giu",
  );
  const quoted = [...text.matchAll(/“[^”]*”|"[^"]*"|«[^»]*»/gu)].map((span) => [
    span.index,
    span.index + span[0].length,
  ]);
  return [...text.matchAll(pattern)].flatMap((found) => {
    if (quoted.some(([start, end]) => start < found.index && found.index < end)) return [];
    if (/^regimes?$/iu.test(found[0]) && termsOfArt.test(text.slice(0, found.index))) return [];
    return [{ word: found[0], offset: found.index }];
  });
}
