import { didYouMean } from "../model/did-you-mean.ts";
import { type GlossaryEntry, glossary } from "./glossary.ts";

/** The entry for a word, in any of its forms; otherwise a word near it, if there is one. */
export function findInGlossary(
  word: string,
):
  | { readonly found: true; readonly entry: GlossaryEntry }
  | { readonly found: false; readonly near: string | undefined } {
  const forms = new Map(
    glossary.flatMap((one) => [one.word, ...one.also].map((form) => [fold(form), one] as const)),
  );
  const exact = forms.get(fold(word)) ?? forms.get(fold(word).replace(/s$/, ""));
  if (exact !== undefined) return { found: true, entry: exact };
  const near = didYouMean(word, [...forms.keys()]);
  return { found: false, near: near === undefined ? undefined : forms.get(near)?.word };
}

const fold = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, " ");
