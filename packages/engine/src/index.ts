/** The public API of the engine, by layer. What is not named here is internal. */

// analysis
export { agendaMatrix } from "./analysis/agenda.ts";
export type { AgendaMatrix, FramingAgenda } from "./analysis/agenda-result.ts";
export { centralReading } from "./analysis/central-reading.ts";
export { compareCentral } from "./analysis/compare-central.ts";
export type { Comparison, FramingDeals } from "./analysis/comparison.ts";
export { dealsOf } from "./analysis/deals-of.ts";
export type { Deals } from "./analysis/deals-result.ts";
export { type ExplainOptions, explain } from "./analysis/explain/explain.ts";
export type { Explanation, Move, MoveStep } from "./analysis/explain/explanation.ts";
export { type MovesOfParty, movesOfEach } from "./analysis/explain/moves-of-each.ts";
export { decodeChunk, encodeChunk } from "./analysis/readings/chunk/chunk-bytes.ts";
export { Gathering, gatherChunks, type RankedSample } from "./analysis/readings/chunk/gather.ts";
export { type Manifest, type ManifestOptions, makeManifest } from "./analysis/readings/chunk/manifest.ts";
export { type ChunkResult, runChunk } from "./analysis/readings/chunk/run-chunk.ts";
export type { Readings } from "./analysis/readings/readings-result.ts";
export { DurableSample } from "./analysis/readings/rests-on/durable-sample.ts";
export { flipOf } from "./analysis/readings/rests-on/flip-of.ts";
export { type GroupIndices, groupIndices } from "./analysis/readings/rests-on/group-indices.ts";
export { restsOn } from "./analysis/readings/rests-on/rests-on.ts";
export type { Driver, Flip, RestsOn } from "./analysis/readings/rests-on/rests-on-result.ts";
export { type WhereBest, whereBest } from "./analysis/readings/rests-on/where-best.ts";
export { type Change as Consequence, whatChanges } from "./analysis/what-changes.ts";
// model
export { balanceOf, type PartyBalance } from "./model/balance.ts";
export type { Case } from "./model/case.ts";
export type { CaseFiles } from "./model/case-files.ts";
export { type Change, changeCase, parseChange } from "./model/change-case.ts";
export { didYouMean } from "./model/did-you-mean.ts";
export { type Difference, diffCases } from "./model/diff-cases.ts";
export { type GapGroup, gapsOf } from "./model/gaps.ts";
export type { Checked, Problem } from "./model/problem.ts";
export { readCase } from "./model/read-case.ts";
export { decodeText, maximumCaseBytes, maximumSourceBytes } from "./model/reading/decode-text.ts";
export { starterCase, starterSources } from "./model/starter-case.ts";

// report
export { agendaTable } from "./report/agenda-table.ts";
export { agendaText } from "./report/agenda-text.ts";
export { changesTable, changesText } from "./report/changes-report.ts";
export { balanceTable, checkText, countsOf } from "./report/check-text.ts";
export { compareMarkdown } from "./report/compare-markdown.ts";
export { compareReport } from "./report/compare-report.ts";
export { compareTable } from "./report/compare-table.ts";
export { compareText } from "./report/compare-text.ts";
export { csvTable } from "./report/csv-table.ts";
export { dealsMarkdown, dealsText } from "./report/deals-report.ts";
export { frontierTable } from "./report/deals-table.ts";
export { diffTable, diffText } from "./report/diff-report.ts";
export { explainMarkdown } from "./report/explain-markdown.ts";
export { type ExplainReport, explainReport } from "./report/explain-report.ts";
export { explainText } from "./report/explain-text.ts";
export { findInGlossary } from "./report/find-in-glossary.ts";
export { gapCount, gapsMarkdown, gapsTable, gapsText } from "./report/gaps-report.ts";
export { type GlossaryEntry, glossary } from "./report/glossary.ts";
export { glossaryTable, glossaryText } from "./report/glossary-text.ts";
export type { Layout } from "./report/layout.ts";
export { markdownTable } from "./report/markdown-table.ts";
export { problemsText } from "./report/problems-text.ts";
export { readingsMarkdown } from "./report/readings-markdown.ts";
export { readingsReport } from "./report/readings-report.ts";
export { readingsTable } from "./report/readings-table.ts";
export { readingsText } from "./report/readings-text.ts";
export { showMarkdown } from "./report/show-markdown.ts";
export { showPart } from "./report/show-part.ts";
export { showText } from "./report/show-text.ts";
export type { Style } from "./report/style.ts";
