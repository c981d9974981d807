import { type LinearRow, solveLinearProgram } from "../linear/linear-program.ts";
import { directionsWithin } from "./directions-within.ts";
import type { Halfspace, Polytope } from "./polytope.ts";

export type PolytopeCentre =
  | {
      readonly kind: "centre";
      /** With room on every side that the polytope has. */
      readonly point: Float64Array;
      /** Orthonormal directions in which the polytope extends; none for a single point. */
      readonly directions: readonly Float64Array[];
      /** Rows of `atMost` that hold with equality throughout, by position. */
      readonly tight: readonly number[];
    }
  | { readonly kind: "empty" };

/** Less room than this, relative to a row's length, is none. */
const tolerance = 1e-8;

/**
 * The centre of a largest ball in a polytope (Chebyshev's centre), within the polytope's own flat where rows leave no room:
 * "at least" and "at most" the same number is then an equation. Linear programs: Boyd & Vandenberghe (2004), 4.3.1.
 *
 * Cost one linear program, or one per row where some are tight.
 */
export function polytopeCentre(polytope: Polytope): PolytopeCentre {
  const first = largestBall(polytope, polytope.atMost, polytope.equal);
  if (first === null) return { kind: "empty" };
  if (first.room > tolerance || first.directions.length === 0) return { kind: "centre", ...first, tight: [] };
  const rows: LinearRow[] = [...polytope.atMost.map(atMostRow), ...polytope.equal.map(equalRow)];
  const free = Array.from({ length: polytope.dimensions }, (_, i) => i);
  const tight = polytope.atMost.flatMap(({ coefficients, bound }, at) => {
    const most = solveLinearProgram({ objective: Float64Array.from(coefficients, (c) => -c), rows, free });
    return most.kind === "optimal" && bound + most.value <= tolerance * length(coefficients) ? [at] : [];
  });
  const loose = polytope.atMost.filter((_, at) => !tight.includes(at));
  const equal = [...polytope.equal, ...tight.map((at) => polytope.atMost[at])];
  const ball = largestBall(polytope, loose, equal);
  if (ball === null) return { kind: "empty" };
  return { kind: "centre", ...ball, tight };
}

/** Whether any point meets all rows. Cost one linear program. */
export function isEmpty(polytope: Polytope): boolean {
  const rows = [...polytope.atMost.map(atMostRow), ...polytope.equal.map(equalRow)];
  const free = Array.from({ length: polytope.dimensions }, (_, i) => i);
  return (
    solveLinearProgram({ objective: new Float64Array(polytope.dimensions), rows, free }).kind === "infeasible"
  );
}

interface Ball {
  readonly point: Float64Array;
  readonly room: number;
  readonly directions: readonly Float64Array[];
}

/** Maximises the radius, of at most 1, of a ball within the flat of the equations; null where nothing meets the rows. */
function largestBall(
  { dimensions }: Polytope,
  atMost: readonly Halfspace[],
  equal: readonly Halfspace[],
): Ball | null {
  const directions = directionsWithin(
    dimensions,
    equal.map(({ coefficients }) => coefficients),
  );
  const withRoom = (coefficients: ArrayLike<number>, room: number) =>
    Float64Array.of(...Array.from(coefficients), room);
  const rows: LinearRow[] = [
    ...atMost.map(({ coefficients, bound }) => {
      const along = Math.hypot(...directions.map((direction) => dot(coefficients, direction)));
      return atMostRow({ coefficients: withRoom(coefficients, along), bound });
    }),
    ...equal.map(({ coefficients, bound }) => equalRow({ coefficients: withRoom(coefficients, 0), bound })),
    atMostRow({ coefficients: withRoom(new Float64Array(dimensions), 1), bound: 1 }),
  ];
  const free = Array.from({ length: dimensions }, (_, i) => i);
  const found = solveLinearProgram({ objective: withRoom(new Float64Array(dimensions), 1), rows, free });
  if (found.kind !== "optimal") return null;
  return { point: found.x.slice(0, dimensions), room: found.value, directions };
}

function atMostRow({ coefficients, bound }: Halfspace): LinearRow {
  return { coefficients, relation: "atMost", bound };
}

function equalRow({ coefficients, bound }: Halfspace): LinearRow {
  return { coefficients, relation: "equal", bound };
}

function length(vector: ArrayLike<number>): number {
  return Math.sqrt(dot(vector, vector));
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i] * b[i];
  return sum;
}
