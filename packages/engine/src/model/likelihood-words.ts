/** A closed interval, `[low, high]`. */
export type Range = readonly [low: number, high: number];

/**
 * Words of likelihood and the ranges they stand for, in the order from least to most likely.
 *
 * Source: Office of the Director of National Intelligence, Intelligence Community Directive 203,
 * Analytic Standards (2015), section 6.e(2)(a). A word allows every number in its range alike.
 */
export const likelihoodWords: Readonly<Record<string, Range>> = {
  "almost no chance": [0.01, 0.05],
  "very unlikely": [0.05, 0.2],
  unlikely: [0.2, 0.45],
  "roughly even chance": [0.45, 0.55],
  likely: [0.55, 0.8],
  "very likely": [0.8, 0.95],
  "almost certain": [0.95, 0.99],
};

/** How likely a party is to sit down with a basket so placed, in words. The ranges are Parley's own convention. */
export const stanceWords = {
  refuses: [0, 0.1],
  resists: [0.1, 0.4],
  tolerates: [0.5, 0.8],
  accepts: [0.8, 1],
  insists: [0.9, 1],
} as const satisfies Readonly<Record<string, Range>>;

export type StanceWord = keyof typeof stanceWords;

/**
 * The word whose range holds a likelihood, for figures that were entered as numbers.
 * Below one half a party would not sit down, so nothing between 0.4 and 0.5 reads as "tolerates".
 */
export function stanceWordOf(likelihood: number): StanceWord {
  if (likelihood <= 0.1) return "refuses";
  if (likelihood < 0.5) return "resists";
  if (likelihood < 0.8) return "tolerates";
  return "accepts";
}
