import type { Basis, Case, Party } from "../model/case.ts";
import { stanceWordOf } from "../model/likelihood-words.ts";
import { type Placement, placements } from "../model/placement.ts";
import type {
  AgendaAnswer,
  AgendaCell,
  AgendaMatrix,
  FramingAgenda,
  Refusal,
  StanceAnswer,
} from "./agenda-result.ts";
import { centralReading } from "./central-reading.ts";
import type { Reading } from "./reading.ts";

/** The agenda matrix of the central reading. */
export function agendaOf(subject: Case): AgendaMatrix {
  return agendaMatrix(subject, centralReading(subject).reading);
}

/** Who would sit down with which basket placed where, from stances alone: needs no issue, option or value. */
export function agendaMatrix(subject: Case, reading: Reading): AgendaMatrix {
  return {
    baskets: subject.baskets.map(({ id, label }) => ({ id, label })),
    placements,
    parties: subject.parties.map((party) => ({
      id: party.id,
      label: party.label,
      role: party.role,
      inside: party.inside < 0 ? null : subject.parties[party.inside].id,
      stated: hasStance(party),
    })),
    cells: subject.parties.flatMap((_, p) =>
      subject.baskets.flatMap((_, b) =>
        placements.map((placement) => agendaCell(subject, reading, p, b, placement)),
      ),
    ),
  };
}

/** Each party's answer to a framing's agenda, as it is described to that party. */
export function framingAgenda(subject: Case, reading: Reading, f: number): FramingAgenda {
  const framing = subject.framings[f];
  const answers = subject.parties.map((_, p) => answerOf(subject, reading, f, p));
  const refusals = subject.principals.flatMap((p) => answers[p].refuses);
  return {
    accepted: refusals.length === 0,
    refusals,
    answers,
    ambiguous: framing.ambiguous,
    unravels: framing.unravels < 0 ? null : reading.entries[framing.unravels],
  };
}

function hasStance(party: Party): boolean {
  return party.stances.some((byPlacement) => byPlacement.some((entry) => entry >= 0));
}

function agendaCell(subject: Case, reading: Reading, p: number, b: number, placement: Placement): AgendaCell {
  const party = subject.parties[p];
  const basket = subject.baskets[b];
  const k = placements.indexOf(placement);
  const { likelihood, accepted, origin } = reading.stances[p][b][k];
  const at = party.stances[b]?.[k] ?? -1;
  const entry = at < 0 ? null : subject.entries[at];
  const events = subject.effects.filter(
    (effect) => effect.entry === at && at >= 0 && effect.date <= subject.asOf,
  );
  const coded = entry !== null && entry.given.kind === "word" ? (entry.given.word as StanceAnswer) : null;
  return {
    party: party.id,
    basket: basket.id,
    placement,
    word: coded !== null && events.length === 0 ? coded : stanceWordOf(likelihood),
    likelihood,
    accepted,
    basis: entry?.basis ?? "nothing",
    claims: entry?.claims ?? [],
    why: entry?.why ?? null,
    origin,
    path: entry?.path ?? `${party.id}.stances.${basket.id}.${placement}`,
    events: events.map((effect) => effect.event),
  };
}

function answerOf(subject: Case, reading: Reading, f: number, p: number): AgendaAnswer {
  const party = subject.parties[p];
  const cells = subject.baskets.map((_, b) =>
    agendaCell(subject, reading, p, b, subject.framings[f].described[p][b]),
  );
  const refused = cells.filter((cell) => !cell.accepted);
  const spoken = (cell: AgendaCell) => cell.basis === "said" || cell.basis === "official";
  return {
    party: party.id,
    role: party.role,
    accepts: refused.length === 0,
    word: refused.length > 0 ? wordOf(refused) : wordOf(cells),
    basis: refused.length > 0 ? best(refused) : worst(cells),
    said: saidOf(cells.filter(spoken), cells.length),
    refuses: refused.map(
      ({ party, basket, placement, word, basis, claims, path }): Refusal => ({
        party,
        basket,
        placement,
        word,
        basis,
        claims,
        path,
      }),
    ),
    unsaid: cells.filter((cell) => !spoken(cell)).map((cell) => cell.basket),
    cells,
  };
}

/** The answer in words alone: one refusal said is enough, an acceptance takes every basket. */
function saidOf(spoken: readonly AgendaCell[], baskets: number): AgendaAnswer["said"] {
  const refused = spoken.filter((cell) => !cell.accepted);
  if (refused.length > 0) {
    return { answer: "no", word: wordOf(refused), basis: best(refused), claims: claimsOf(refused) };
  }
  if (baskets > 0 && spoken.length === baskets) {
    return { answer: "yes", word: wordOf(spoken), basis: worst(spoken), claims: claimsOf(spoken) };
  }
  return { answer: "not-said", word: null, basis: "nothing", claims: claimsOf(spoken) };
}

/** The word of the stance least likely to sit down. */
function wordOf(cells: readonly AgendaCell[]): StanceAnswer {
  const least = cells.reduce<AgendaCell | null>(
    (low, cell) => (low === null || cell.likelihood < low.likelihood ? cell : low),
    null,
  );
  return least?.word ?? "accepts";
}

const strength: readonly Basis[] = ["nothing", "judged", "official", "said"];

function best(cells: readonly AgendaCell[]): Basis {
  return strength[Math.max(0, ...cells.map((cell) => strength.indexOf(cell.basis)))];
}

function worst(cells: readonly AgendaCell[]): Basis {
  return cells.length === 0
    ? "nothing"
    : strength[Math.min(...cells.map((cell) => strength.indexOf(cell.basis)))];
}

function claimsOf(cells: readonly AgendaCell[]): string[] {
  return [...new Set(cells.flatMap((cell) => cell.claims))];
}
