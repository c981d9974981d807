import type { Constraint } from "../analysis/constraint.ts";
import type { Explanation, Move, MovesOfOne, Obstacles } from "../analysis/explain/explanation.ts";
import type { Case } from "../model/case.ts";
import { basisOf } from "./explain-basis.ts";
import { basketInWords, demandInWords, moveInWords, stepsInWords } from "./explain-words.ts";
import { labelOf, list, plural } from "./in-words.ts";
import { placementInWords } from "./stands-in-the-way.ts";
import { column, type Row, row, section, type Table } from "./table.ts";

/** Rows shown of each kind; all are in JSON. */
const SHOWN = 15;

const FOR_DEAL = "FOR A DEAL";
const FOR_SUFFICIENT = "FOR A DEAL SUFFICIENT TO THOSE OUTSIDE";

/** Every minimal set that cannot all hold. */
export function conflictsTable(kase: Case, explanation: Explanation): Table {
  const rows = setRows(
    explanation,
    ({ conflicts }) => conflicts,
    (set, at) => {
      const bases = [...new Set(set.map((constraint) => basisOf(kase, explanation, constraint)))].filter(
        (basis) => basis !== "",
      );
      return row(`  ${at + 1}`, setInWords(kase, set), bases.join(", "));
    },
  );
  return {
    title: "What stands in the way: what one row names cannot all hold",
    columns: [column(""), column("Cannot all hold"), column("Rests on")],
    rows,
  };
}

/** Every minimal set that would open it; refusals of the agenda, which are in all of them, are said once. */
export function openingsTable(kase: Case, explanation: Explanation): Table {
  const isRefusal = ({ kind }: Constraint) => kind === "agenda-refusal";
  const rows = setRows(
    explanation,
    ({ openings }) => openings,
    (set, at) => {
      const onTerms = set.filter((constraint) => !isRefusal(constraint));
      return row(`  ${at + 1}`, onTerms.length === 0 ? "nothing more" : setInWords(kase, onTerms));
    },
  );
  const refusals = explanation.constraints.filter(isRefusal);
  const besides = refusals.length === 0 ? "" : `, besides this: ${setInWords(kase, refusals)}`;
  return {
    title: `What would open it: what one row names, given up together${besides}`,
    columns: [column(""), column("")],
    rows,
  };
}

/** Sets of the first goal, then those of the second that the first has not. */
function setRows(
  { constraints, deal, sufficient }: Explanation,
  setsOf: (goal: Obstacles) => readonly (readonly string[])[],
  rowOf: (set: readonly Constraint[], at: number) => Row,
): Row[] {
  const byId = new Map(constraints.map((constraint) => [constraint.id, constraint]));
  const key = (set: readonly string[]) => set.toSorted().join(" ");
  const first = new Set(setsOf(deal).map(key));
  const rows = (sets: readonly (readonly string[])[]): Row[] => [
    ...sets.slice(0, SHOWN).map((set, at) =>
      rowOf(
        set.map((id) => byId.get(id)!),
        at,
      ),
    ),
    ...(sets.length > SHOWN ? [row("  …", `${sets.length - SHOWN} more: --json has them all`)] : []),
  ];
  const further = setsOf(sufficient).filter((set) => !first.has(key(set)));
  return [
    ...(first.size > 0 ? [section(FOR_DEAL), ...rows(setsOf(deal))] : []),
    ...(further.length > 0
      ? [section(`${FOR_SUFFICIENT}${first.size > 0 ? ", BESIDES" : ""}`), ...rows(further)]
      : []),
  ];
}

/** "Iran: would not sit down with missiles together; “No declaration of missile numbers” · Israel: threshold (59)". */
function setInWords(kase: Case, set: readonly Constraint[]): string {
  const byParty = Map.groupBy(set, ({ party }) => party);
  return [...byParty]
    .map(([party, own]) => {
      const placed = own.flatMap(({ kind, path }) => {
        if (kind !== "agenda-refusal") return [];
        const [, , basket, placement] = path!.split(".");
        return [`${basketInWords(kase, basket)} ${placementInWords(placement)}`];
      });
      const demands = own
        .filter(({ kind }) => kind !== "agenda-refusal")
        .map((constraint) => demandInWords(kase, constraint));
      const words = [
        ...(placed.length > 0 ? [`would not sit down with ${list(placed, "or")}`] : []),
        ...demands,
      ].join("; ");
      return party === null ? words : `${labelOf(kase.parties, party)}: ${words}`;
    })
    .join(" · ");
}

/** The smallest moves of each in turn, then of the fewest together. */
export function movesTable(kase: Case, { deal, sufficient }: Explanation): Table {
  const [first, second] = [deal, sufficient].map((goal) => (goal.open ? [] : goalRows(kase, goal)));
  const isSame = JSON.stringify(first) === JSON.stringify(second);
  return {
    title: "The smallest moves: of each alone, or of the fewest together",
    columns: [column(""), column("")],
    rows: [
      ...(first.length > 0
        ? [section(isSame ? `${FOR_DEAL}, AND FOR ONE SUFFICIENT TO THOSE OUTSIDE` : FOR_DEAL), ...first]
        : []),
      ...(second.length > 0 && !isSame ? [section(FOR_SUFFICIENT), ...second] : []),
    ],
  };
}

function goalRows(kase: Case, { moves, joint }: Obstacles): Row[] {
  const canAlone = moves.some((one) => one.party !== null && one.moves.length > 0);
  const idle = moves.filter(
    (one) => one.moves.length === 0 && (one.onceSeated ?? []).length === 0 && one.party !== null,
  );
  const reasons = Map.groupBy(idle, (one) => reason(kase, one));
  const [framing, parties] = [true, false].map((isFraming) =>
    moves.filter((one) => (one.party === null) === isFraming),
  );
  return [
    ...parties.filter((one) => !idle.includes(one)).flatMap((one) => moverRows(kase, one)),
    ...[...reasons].map(([why, same]) =>
      row(`  ${same.map(({ party }) => labelOf(kase.parties, party!)).join(" · ")}`, `nothing alone${why}`),
    ),
    ...framing.flatMap((one) => moverRows(kase, one)),
    ...(canAlone ? [] : ways(kase, joint.moves, `  The fewest: ${joint.parties}`, moveInWords)),
    ...(joint.none?.kind === "framing"
      ? [row("  Together", "nothing, while the framing stays as it is")]
      : []),
  ];
}

function reason(kase: Case, { none }: MovesOfOne): string {
  const others = list((none?.parties ?? []).map((id) => labelOf(kase.parties, id)));
  if (none?.kind === "others-refuse") return `: ${others} would not sit down`;
  return others === "" ? "" : `: demands of ${others} stand in the way without it`;
}

function moverRows(kase: Case, one: MovesOfOne): Row[] {
  const name = `  ${one.party === null ? "The framing" : labelOf(kase.parties, one.party)}`;
  const own = (_: Case, move: Move) => stepsInWords(kase, move.steps);
  if (one.moves.length > 0) return ways(kase, one.moves, name, own);
  const seated = one.onceSeated ?? [];
  if (seated.length === 0) return [row(name, `nothing alone${reason(kase, one)}`)];
  return [row(name, `nothing alone${reason(kase, one)}`), ...ways(kase, seated, "    if all sat down", own)];
}

function ways(
  kase: Case,
  moves: readonly Move[],
  name: string,
  words: (kase: Case, move: Move) => string,
): Row[] {
  return [
    ...moves
      .slice(0, SHOWN)
      .map((move, at) => row(at === 0 ? name : "", `${at === 0 ? "" : "or "}${words(kase, move)}`)),
    ...(moves.length > SHOWN
      ? [row("", `or ${plural(moves.length - SHOWN, "other way")}: --json has them all`)]
      : []),
  ];
}
