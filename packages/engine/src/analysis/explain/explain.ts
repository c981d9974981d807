import type { Case } from "../../model/case.ts";
import { placements } from "../../model/placement.ts";
import { framingAgenda } from "../agenda.ts";
import type { Refusal } from "../agenda-result.ts";
import { centralReading } from "../central-reading.ts";
import { agendaConflicts } from "../conflict-set.ts";
import type { Constraint } from "../constraint.ts";
import { noneCounted } from "../deals-in-space.ts";
import { cannotBeComputed } from "../deals-of.ts";
import { FOCAL_TOLERANCE } from "../focal.ts";
import type { Reading } from "../reading.ts";
import { askedProblem } from "./asked-problem.ts";
import { costsOf } from "./costs.ts";
import type { Explanation, Obstacles } from "./explanation.ts";
import type { Goal } from "./moves.ts";
import { nothingChanges, obstaclesTo } from "./obstacles.ts";

export interface ExplainOptions {
  /** Default: the central reading. */
  readonly reading?: Reading;
  /** Questions to the solver, at most; then the answer is partial, and the same every time. */
  readonly most?: number;
  /** Asked between questions: true ends the work with a partial answer. The engine has no clock of its own. */
  readonly isOver?: () => boolean;
  readonly progress?: (found: {
    readonly asked: number;
    readonly conflicts: number;
    readonly openings: number;
  }) => void;
}

/**
 * Why a framing has no deal, or no sufficient deal, or is refused as an agenda, and what would open it: all minimal conflicts
 * and openings (MARCO), the smallest moves of each party alone and of the fewest together, and what each line costs.
 *
 * @param framing id; throws a `RangeError` when the case has no such framing
 */
export function explain(subject: Case, framing: string, options: ExplainOptions = {}): Explanation {
  const f = subject.framings.findIndex(({ id }) => id === framing);
  if (f < 0) throw new RangeError(`no such framing: ${framing}`);
  const central = options.reading === undefined ? centralReading(subject) : null;
  const reading = central?.reading ?? options.reading!;
  const agenda = framingAgenda(subject, reading, f);
  const refused = agendaConflicts(subject, agenda).flatMap(({ constraints }) => [...constraints]);
  const about = {
    case: { id: subject.id, title: subject.title, asOf: subject.asOf, hash: subject.hash },
    framing: { id: framing, label: subject.framings[f].label },
    method: "MARCO; least moves by exact optimisation",
    exact: central?.exact ?? true,
    agenda: { accepted: agenda.accepted, refusals: agenda.refusals },
    takenByAll: takenByAll(subject, reading, agenda.refusals),
  };
  const parameters = { most: options.most ?? null, tolerance: FOCAL_TOLERANCE };
  const none = cannotBeComputed(subject, f);
  if (none !== null) {
    const nothing = (goal: Obstacles["goal"]) => onlyAgenda(goal, refused);
    return {
      ...about,
      parameters: { ...parameters, asked: 0 },
      notes: [...(central?.notes ?? [])],
      complete: true,
      constraints: refused,
      deal: nothing("deal"),
      sufficient: nothing("sufficient"),
      costs: [],
      none,
    };
  }
  const problem = askedProblem(subject, reading, f);
  const goOn = () => problem.solved() < (options.most ?? Infinity) && options.isOver?.() !== true;
  const tell = (found: { conflicts: number; openings: number }) => {
    options.progress?.({ asked: problem.solved(), ...found });
    return goOn();
  };
  const goal = (asked: bigint): Goal => ({ problem, asked, refusals: agenda.refusals, goOn });
  const deal = obstaclesTo("deal", goal(problem.ofDeal), refused, tell);
  const sufficient =
    problem.ofDeal === problem.all
      ? { ...deal, goal: "sufficient" as const }
      : obstaclesTo("sufficient", goal(problem.all), refused, tell);
  const { costs, complete } = costsOf(subject, reading, f, goOn);
  const isPartial = !deal.complete || !sufficient.complete || !complete;
  return {
    ...about,
    parameters: { ...parameters, asked: problem.solved() },
    notes: [
      ...(central?.notes ?? []),
      ...(problem.laterLinesMove ? [] : ["Lines about later issues are many; they are taken as they stand."]),
      ...(isPartial ? ["Stopped at the limit: everything listed is true, and there may be more."] : []),
    ],
    complete: !isPartial,
    constraints: [
      ...refused,
      ...problem.asks.map(({ constraint }) => constraint),
      ...unchanging([deal, sufficient]),
    ],
    deal,
    sufficient,
    costs,
  };
}

function unchanging(goals: readonly Obstacles[]): Constraint[] {
  return goals.some(({ conflicts }) => conflicts.some((set) => set.includes(nothingChanges.id)))
    ? [nothingChanges]
    : [];
}

/** Placements of refused baskets to which no principal objects; what others would make of them is not asked. */
function takenByAll(
  subject: Case,
  reading: Reading,
  refusals: readonly Refusal[],
): Explanation["takenByAll"] {
  return subject.baskets.flatMap(({ id }, b) =>
    refusals.some(({ basket }) => basket === id)
      ? [
          {
            basket: id,
            placements: placements.filter((_, k) =>
              subject.principals.every((p) => reading.stances[p][b][k].accepted),
            ),
          },
        ]
      : [],
  );
}

/** Where terms cannot be computed: the refusals of the agenda, each a conflict, all of them one opening of the agenda. */
function onlyAgenda(goal: Obstacles["goal"], refused: readonly Constraint[]): Obstacles {
  return {
    goal,
    open: false,
    deals: noneCounted,
    conflicts: refused.map(({ id }) => [id]),
    openings: [],
    complete: true,
    moves: [],
    joint: { parties: null, moves: [], none: { kind: "not-computed" } },
  };
}
