/** The public API of the engine, by layer. What is not named here is internal. */

// model
export type { Case } from "./model/case.ts";
export type { CaseFiles } from "./model/case-files.ts";
export { didYouMean } from "./model/did-you-mean.ts";
export { maximumCaseBytes, maximumSourceBytes } from "./model/reading/decode-text.ts";
export type { Checked, Problem } from "./model/problem.ts";
export { readCase } from "./model/read-case.ts";
export { starterCase, starterSources } from "./model/starter-case.ts";

// report
export { csvTable } from "./report/csv-table.ts";
export { findInGlossary } from "./report/find-in-glossary.ts";
export { glossary, type GlossaryEntry } from "./report/glossary.ts";
export { glossaryTable, glossaryText } from "./report/glossary-text.ts";
export type { Layout } from "./report/layout.ts";
export { markdownTable } from "./report/markdown-table.ts";
export { problemsText } from "./report/problems-text.ts";
export { showMarkdown } from "./report/show-markdown.ts";
export { showPart } from "./report/show-part.ts";
export { showText } from "./report/show-text.ts";
export type { Style } from "./report/style.ts";
