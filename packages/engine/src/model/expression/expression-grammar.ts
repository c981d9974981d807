/**
 * The expression language of a case, used for red lines, success tests, conditions of thresholds, follow-on and preference
 * statements.
 *
 *     expression := all { "or" all }
 *     all        := negation { "and" negation }
 *     negation   := "not" negation | primary
 *     primary    := "(" expression ")" | comparison
 *     comparison := ISSUE ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) ( OPTION | NUMBER [ UNIT ] )
 *                 | ISSUE [ "not" ] "in" "(" OPTION { "," OPTION } ")"
 *                 | BASKET "is" [ "not" ] PLACEMENT
 *                 | BASKET [ "not" ] "in" "(" PLACEMENT { "," PLACEMENT } ")"
 *                 | ( "with" | "without" ) PROVISION
 *                 | FLAG
 *
 * Ids match `[A-Za-z][A-Za-z0-9_]*` and are case-sensitive; reserved words are not. `status_quo` as OPTION is the status
 * quo, unless an option has that id.
 */
export const expressionGrammar: readonly GrammarRow[] = [
  {
    form: "issue = option",
    means: "the issue ends at that option (`!=`: at another one)",
    example: "enrichment = cap_20",
  },
  {
    form: "issue < option",
    means: "the outcome comes before that option in the issue's order; also `<=`, `>`, `>=`",
    example: "missile_range < range_2000",
  },
  {
    form: "issue < number unit",
    means:
      "by the options' numbers, all of which must be given; the unit may be left out; also `=`, `!=`, `<=`, `>`, `>=`",
    example: "missile_range <= 2000 km",
  },
  {
    form: "issue in (option, option)",
    means: "one of these options; `not in`: none of these",
    example: "enrichment not in (cap_20, cap_60)",
  },
  { form: "issue = status_quo", means: "nothing changes in this issue", example: "enrichment = status_quo" },
  {
    form: "basket is placement",
    means: "where the framing places the basket: together, discussed, separate, later or none; also `is not`",
    example: "missiles is later",
  },
  {
    form: "basket in (placement, placement)",
    means: "one of these placements; `not in`: none of these",
    example: "missiles in (separate, later)",
  },
  {
    form: "with provision",
    means: "the follow-on has this provision; `without`: has it not",
    example: "with date",
  },
  {
    form: "flag",
    means: "a name that is itself true or false, where there are any (options in the conflict model)",
    example: "iran_suspends",
  },
  { form: "not a", means: "a is not true", example: "not (enrichment = cap_20)" },
  { form: "a and b", means: "both; binds closer than `or`", example: "missiles is later and with date" },
  {
    form: "a or b",
    means: "at least one of the two",
    example: "enrichment > cap_20 or (missiles is none and without date)",
  },
];

export interface GrammarRow {
  readonly form: string;
  readonly means: string;
  /** An expression that parses on its own. */
  readonly example: string;
}

/** Words of the language, in any letter case; no id may be one of them. */
export const reservedWords = ["and", "or", "not", "in", "is", "with", "without"] as const;

export type ReservedWord = (typeof reservedWords)[number];

/** Stands for the status quo of the issue on its left. Not reserved: an option may have this id. */
export const statusQuoWord = "status_quo";

/** In UTF-16 units. */
export const maximumExpressionLength = 4_000;

/** Parentheses and `not`s inside one another. */
export const maximumExpressionDepth = 100;
