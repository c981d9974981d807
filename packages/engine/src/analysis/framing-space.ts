import type { Case, Line } from "../model/case.ts";
import type { Factor, Mask } from "../numeric/choice-problem.ts";
import { type FollowOnPlan, planFollowOn } from "./follow-on.ts";
import { type FramingWorld, framingWorld } from "./framing-world.ts";
import type { Reading } from "./reading.ts";
import { spanOf } from "./span-of.ts";
import { type TrackLayout, trackLayout } from "./tracks.ts";
import { valueFactors } from "./value-factors.ts";
import { type Variables, variablesOf } from "./variables.ts";
import type { Worth } from "./worth-of-outcome.ts";

/** Constraints left out, to see which of them stand in the way. */
export interface Relaxation {
  /** Lines by the id of party and line, `iran.zero_enrichment`. */
  readonly lines: ReadonlySet<string>;
  /** Principals whose no-deal value is not asked for. */
  readonly noDeals: ReadonlySet<number>;
  /** Baskets that need not be settled. */
  readonly mustSettle: ReadonlySet<number>;
}

/** A line that holds and names an issue on the table, with what it forbids of what is settled now. */
export interface SpaceLine {
  readonly line: Line;
  readonly mask: Mask;
}

/** One framing in one reading, said in numbers: what is settled now, what it is worth, what is forbidden. */
export interface FramingSpace {
  readonly subject: Case;
  readonly reading: Reading;
  readonly framing: number;
  readonly layout: TrackLayout;
  readonly world: FramingWorld;
  /** Issues settled now. */
  readonly variables: Variables;
  /** By party; null: not valued. */
  readonly worths: readonly (Worth | null)[];
  /** By party: expected value of what is settled now, the follow-on counted; empty: not valued. */
  readonly expected: readonly (readonly Factor[])[];
  /** By party: the widest range of `expected`. */
  readonly spans: readonly number[];
  /** By principal, in case order: value of no deal; `-Infinity` when relaxed. */
  readonly floors: readonly number[];
  /** Principals' lines that hold, also those of the follow-on alone. */
  readonly principalLines: readonly Line[];
  /** Those of them that name an issue on the table: no deal breaks them. */
  readonly binding: readonly SpaceLine[];
  /** Lines of the other parties: to them an outcome that breaks one is insufficient. */
  readonly others: readonly SpaceLine[];
  /** What a single undertaking forbids: issues that stay at the status quo. */
  readonly mustSettle: readonly Mask[];
  readonly followOn: FollowOnPlan | null;
}

/** Builds the space of a framing in which every principal has values and what is off the main track has a status quo. */
export function framingSpace(
  subject: Case,
  reading: Reading,
  framing: number,
  relaxed?: Relaxation,
): FramingSpace {
  const layout = trackLayout(subject, framing);
  const world = framingWorld(subject, framing);
  const variables = variablesOf(subject, layout.now);
  const worths = subject.parties.map((_, p): Worth | null =>
    reading.valued[p] ? { additive: reading.worth[p], interactions: reading.interactions[p] } : null,
  );
  const held = (isPrincipal: boolean) =>
    subject.parties.flatMap((party, p) =>
      (party.role === "principal") === isPrincipal ? party.lines.filter((_, l) => reading.holds[p][l]) : [],
    );
  const onTable = (lines: readonly Line[]) =>
    lines
      .filter((line) => world.issuesOf(line.forbids).some((i) => variables.place[i] >= 0))
      .map((line): SpaceLine => ({ line, mask: world.mask(line.forbids, variables) }));
  const principalLines = held(true);
  const space = withFollowOn({
    subject,
    reading,
    framing,
    layout,
    world,
    variables,
    worths,
    floors: subject.principals.map((p) => reading.noDeal[p]!),
    principalLines,
    binding: onTable(principalLines),
    others: onTable(held(false)),
    mustSettle: mustSettleMasks(subject, framing, layout, variables),
  });
  return relaxed === undefined ? space : relaxedSpace(space, relaxed);
}

/** The same space with constraints left out; only a line about later issues makes more work than that. */
export function relaxedSpace(space: FramingSpace, relaxed: Relaxation): FramingSpace {
  const { subject, variables } = space;
  const asked = (line: Line) => !relaxed.lines.has(`${subject.parties[line.party].id}.${line.id}`);
  const fewer: FramingSpace = {
    ...space,
    floors: space.floors.map((floor, at) =>
      relaxed.noDeals.has(subject.principals[at]) ? -Infinity : floor,
    ),
    principalLines: space.principalLines.filter(asked),
    binding: space.binding.filter(({ line }) => asked(line)),
    others: space.others.filter(({ line }) => asked(line)),
    mustSettle: space.mustSettle.filter(
      ({ scope }) => !relaxed.mustSettle.has(subject.issues[variables.issues[scope[0]]].basket),
    ),
  };
  const later = new Set(space.layout.laterIssues);
  const bindsLater = (line: Line) => space.world.issuesOf(line.forbids).some((i) => later.has(i));
  const givenUp = space.principalLines.filter((line) => !asked(line));
  return givenUp.some(bindsLater) ? withFollowOn(fewer) : fewer;
}

/** Adds the follow-on under the principals' lines, and values that expect it. */
function withFollowOn(before: Omit<FramingSpace, "followOn" | "expected" | "spans">): FramingSpace {
  const { subject, reading, framing, layout, world, variables, worths, principalLines } = before;
  const chance = reading.followOnChance[framing];
  const followOn =
    layout.later.length === 0
      ? null
      : planFollowOn(subject, world, variables, layout.laterIssues, worths, principalLines, chance);
  const expected = worths.map((worth, p) => {
    if (worth === null) return [];
    const adds = followOn?.adds[p] ?? null;
    return [...valueFactors(worth, variables), ...(adds === null ? [] : [adds])];
  });
  return { ...before, followOn, expected, spans: expected.map(spanOf) };
}

function mustSettleMasks(subject: Case, f: number, layout: TrackLayout, variables: Variables): Mask[] {
  const { mustSettle, placements } = subject.framings[f];
  return (layout.tracks[0]?.baskets ?? [])
    .filter((b) => mustSettle[b] && placements[b] === "together")
    .flatMap((b) => subject.baskets[b].issues)
    .filter((i) => subject.issues[i].statusQuo >= 0)
    .map((i) => {
      const at = variables.place[i];
      const mask = new Uint8Array(variables.sizes[at]);
      mask[subject.issues[i].statusQuo] = 1;
      return { scope: [at], mask };
    });
}
