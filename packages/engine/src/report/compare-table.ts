import type { AgendaAnswer } from "../analysis/agenda-result.ts";
import type { Comparison, FramingComparison, ThresholdResult } from "../analysis/comparison.ts";
import type { Case } from "../model/case.ts";
import { basisMark } from "./basis-mark.ts";
import { labelOf, signed } from "./in-words.ts";
import { type Cell, cell, column, type Row, section, type Table } from "./table.ts";

/** Framings side by side: what was said, who would sit down, and, if they did, what room there is and for whom. */
export function compareTable(kase: Case, comparison: Comparison): Table {
  const { framings } = comparison;
  const principals = kase.principals.map((p) => kase.parties[p]);
  const across = (label: string, of: (f: FramingComparison) => Cell | string): Row => ({
    cells: [cell(label), ...framings.map(of).map((c) => (typeof c === "string" ? cell(c) : c))],
  });
  const outside = [...new Set(framings.flatMap((f) => f.thresholds.map((t) => t.party)))];
  return {
    title: "Framings side by side",
    columns: [column(""), ...framings.map((f) => column(f.label))],
    rows:
      framings.length === 0
        ? []
        : [
            section("WHAT HAVE THEY SAID?"),
            ...principals.map((p) => across(`  ${p.label}`, (f) => saidCell(answerOf(f, p.id)))),
            section("WOULD THEY SIT DOWN? (judgements counted)"),
            ...principals.map((p) => across(`  ${p.label}`, (f) => judgedCell(answerOf(f, p.id)))),
            section("IF THEY DID (coder's judgement)"),
            across("  Room for terms", (f) => (isComputed(f) ? f.width.word : "not coded")),
            ...principals.map((p) => across(`  ${p.label}, against no deal`, (f) => gainCell(f, p.id))),
            ...principals
              .filter((p) => p.success.some((test) => test !== null))
              .map((p) => across(`  ${p.label}'s own test`, (f) => successWords(f, p.id))),
            ...outside.map((party) =>
              across(`  Concern met: ${labelOf(kase.parties, party)}`, (f) => concernWords(f, party)),
            ),
            across("  Terms with a check", (f) => (f.none ? "–" : `${f.terms.checked} of ${f.terms.count}`)),
            across(`  Duties: ${principals.map((p) => shortName(kase, p.id)).join(" / ")}`, (f) =>
              f.none ? "–" : principals.map((p) => f.duties[p.id] ?? 0).join(" / "),
            ),
            across("  Months", (f) => monthsWords(f)),
          ],
  };
}

const answerOf = (framing: FramingComparison, party: string): AgendaAnswer => {
  const answer = framing.agenda.answers.find((a) => a.party === party);
  if (!answer) throw new Error(`no answer of ${party} on ${framing.id}`);
  return answer;
};

/** A principal that resists only because a basket is left out or put off asks for more, and is said to. */
function refusalWord(answer: AgendaAnswer, word: string): string {
  const wantsMore =
    word === "resists" &&
    answer.refuses.every(
      (r) => r.placement === "none" || r.placement === "discussed" || r.placement === "later",
    );
  return wantsMore ? "wants more" : word;
}

function saidCell(answer: AgendaAnswer): Cell {
  const { said } = answer;
  if (said.answer === "not-said") return cell("not said", basisMark("nothing"));
  const word = said.answer === "yes" ? "yes" : refusalWord(answer, said.word ?? "no");
  return cell(word, basisMark(said.basis));
}

function judgedCell(answer: AgendaAnswer): Cell {
  const word = answer.accepts ? answer.word : refusalWord(answer, answer.word);
  return cell(word, basisMark(answer.basis));
}

/** False where terms are not judged at all, for want of values, issues or a status quo. */
export const isComputed = ({ none }: FramingComparison): boolean =>
  none === undefined || none.kind === "no-zone";

/** Marked where no value of no deal is entered and that of the status quo stands for it. */
function gainCell(framing: FramingComparison, party: string): Cell {
  const principal = framing.principals.find((p) => p.party === party);
  if (!principal || principal.gain === null) return cell("–");
  const mark = basisMark(principal.noDealFrom === "status-quo" ? "nothing" : "judged");
  return cell(principal.better ? `better, ${signed(principal.gain)}` : "no better", mark);
}

function successWords(framing: FramingComparison, party: string): string {
  if (framing.none) return "–";
  const success = framing.principals.find((p) => p.party === party)?.success;
  if (!success) return "not entered";
  if (success.met.nash === "all") return "met";
  if (success.met.nash === "some") return "partly";
  return (success.metByFollowOn?.nash ?? "none") === "none" ? "not met" : "later only";
}

function concernWords(framing: FramingComparison, party: string): string {
  if (framing.none) return "–";
  const threshold = framing.thresholds.find((t) => t.party === party);
  if (!threshold) return "not entered";
  return thresholdWords(threshold);
}

function thresholdWords(threshold: ThresholdResult): string {
  if (threshold.satisfiedBy.nash === "all") return "yes";
  if (threshold.satisfiedBy.nash === "some") return "partly";
  return threshold.reachable ? "on other terms" : "no";
}

function monthsWords(framing: FramingComparison): string {
  const { now, withFollowOn } = framing.months;
  if (now === null) return "not entered";
  const later = withFollowOn === null || withFollowOn === now ? "" : `, later ${Math.round(withFollowOn)}`;
  return `${Math.round(now)}${later}`;
}

/** A label of one word, or its first abbreviation: "U.S." for the United States; never a capital for a state. */
function shortName(kase: Case, party: string): string {
  const { label, aliases } = kase.document.parties[party];
  if (!/\s/.test(label)) return label;
  return aliases.find((name) => /^(\p{Lu}\.?){2,}$/u.test(name)) ?? label;
}
