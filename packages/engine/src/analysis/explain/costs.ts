import type { Case } from "../../model/case.ts";
import { bestChoice } from "../../numeric/best-choice.ts";
import { countOf, expectedAt } from "../deals-in-space.ts";
import type { ByParty } from "../deals-result.ts";
import { focalFinder, trackFrontier } from "../focal-deals.ts";
import { type FramingSpace, framingSpace } from "../framing-space.ts";
import type { Reading } from "../reading.ts";
import { thresholdExtra, thresholdTests } from "../thresholds.ts";
import { outcomeOf } from "../variables.ts";
import { type Extra, nothingExtra, wholeProblem } from "../whole-problem.ts";
import type { Cost, Worth } from "./explanation.ts";

/**
 * What each principal's line that bears on the framing, and each party with a threshold or a line that need not agree, costs:
 * the deals with and without it, everything else standing. A party outside is asked by itself, so that what it costs does not
 * hang on what others ask; without any deal there is nothing that it could cost. Lines that cost nothing are listed, too.
 *
 * @param goOn asked before each; false leaves out the rest
 */
export function costsOf(
  subject: Case,
  reading: Reading,
  f: number,
  goOn: () => boolean,
): { readonly costs: Cost[]; readonly complete: boolean } {
  const space = framingSpace(subject, reading, f);
  const costs: Cost[] = [];
  const now = worthOf(space, nothingExtra);
  const later = (issues: readonly number[]) => issues.some((i) => space.layout.laterIssues.includes(i));
  const tests = thresholdTests(space);
  for (const [p, party] of subject.parties.entries()) {
    if (party.role === "principal") {
      for (const [l, line] of party.lines.entries()) {
        const bears =
          space.binding.some((held) => held.line === line) || later(space.world.issuesOf(line.forbids));
        if (!reading.holds[p][l] || !bears) continue;
        if (!goOn()) return { costs, complete: false };
        const lines = new Set([`${party.id}.${line.id}`]);
        const freed = framingSpace(subject, reading, f, { lines, noDeals: new Set(), mustSettle: new Set() });
        costs.push({
          kind: "line",
          party: party.id,
          line: line.id,
          label: line.label,
          without: worthOf(freed, nothingExtra),
          with: now,
        });
      }
    }
    if (now.best === null) continue;
    const bounded = tests.filter((test) => test.party === p).flatMap((test) => thresholdExtra(test).bounded);
    const forbidden = space.others.filter(({ line }) => line.party === p).map(({ mask }) => mask);
    if (bounded.length + forbidden.length === 0) continue;
    if (!goOn()) return { costs, complete: false };
    costs.push({
      kind: "party",
      party: party.id,
      line: null,
      label: party.label,
      without: now,
      with: worthOf(space, { bounded, forbidden }),
    });
  }
  return { costs, complete: true };
}

function worthOf(space: FramingSpace, extra: Extra): Worth {
  const { subject } = space;
  const problem = wholeProblem(space, extra);
  const best = subject.principals.map((p) => bestChoice(problem, space.expected[p]));
  const deals = countOf(problem);
  if (best.includes(null)) return { deals, best: null, nash: null };
  const partyValues = (worthTo: (p: number, at: number) => number): ByParty =>
    Object.fromEntries(subject.principals.map((p, at) => [subject.parties[p].id, worthTo(p, at)]));
  const tracks = space.layout.tracks.map((_, k) => trackFrontier(space, k));
  const first = focalFinder(space, tracks, extra)("nash").choices[0];
  const outcome = first === undefined ? null : outcomeOf(space.variables, first);
  return {
    deals,
    best: partyValues((_, at) => best[at]!.value),
    nash: outcome === null ? null : partyValues((p) => expectedAt(space, p, outcome)),
  };
}
