import fc from "fast-check";
import type { Expression } from "../model/expression/expression.ts";
import type { Placement } from "../model/placement.ts";
import type { SmallCase, SmallParty } from "./small-case.oracle.ts";

/** For tests only: random small cases with one framing, of every kind that matters: lines, interactions, thresholds, ties. */

type Make = NonNullable<SmallParty["success"]>;

/** An expression over a few issues, as a maker, so that ids can be chosen later. */
function anyExpression(sizes: readonly number[]): fc.Arbitrary<Make> {
  const atom = fc.integer({ min: 0, max: sizes.length - 1 }).chain((i) =>
    fc.tuple(
      fc.constant(i),
      fc.subarray(
        Array.from({ length: sizes[i] }, (_, o) => o),
        { minLength: 1 },
      ),
    ),
  );
  return fc
    .tuple(fc.constantFrom("and", "or"), fc.array(atom, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(
      ([kind, atoms, negated]): Make =>
        (issue) => {
          const operands = atoms.map(([i, allowed]) => issue(i, allowed));
          const joined: Expression =
            operands.length === 1 ? operands[0] : { kind: kind as "and" | "or", operands };
          return negated ? { kind: "not", operand: joined } : joined;
        },
    );
}

function anyParty(sizes: readonly number[], role: "principal" | "concerned"): fc.Arbitrary<SmallParty> {
  const value = fc.integer({ min: -2, max: 5 });
  const options = sizes.map((size) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.array(value, { minLength: size, maxLength: size }) },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  );
  const interaction = fc
    .subarray(
      sizes.map((_, i) => i),
      { minLength: Math.min(2, sizes.length), maxLength: Math.min(3, sizes.length) },
    )
    .chain((ascending) => fc.boolean().map((reversed) => (reversed ? ascending.toReversed() : ascending)))
    .chain((issues) =>
      fc.record({
        issues: fc.constant(issues),
        cells: fc.array(
          fc.record({
            ends: fc.tuple(...issues.map((i) => fc.tuple(fc.nat(sizes[i] - 1), fc.nat(sizes[i] - 1)))),
            change: fc.integer({ min: -4, max: 4 }),
          }),
          { minLength: 1, maxLength: 2 },
        ),
      }),
    );
  return fc.record({
    role: fc.constant(role),
    values: fc.tuple(...options),
    weights: fc.array(fc.constantFrom(1, 1, 2, 0.1, 1 / 3), {
      minLength: sizes.length,
      maxLength: sizes.length,
    }),
    interactions: fc.array(interaction, { maxLength: 1 }).map((list) =>
      list.map(({ issues, cells }) => ({
        issues,
        cells: cells.map(({ ends, change }) => ({
          from: ends.map(([a, b]) => Math.min(a, b)),
          to: ends.map(([a, b]) => Math.max(a, b)),
          change,
        })),
      })),
    ),
    noDeal: fc.integer({ min: -6, max: 5 }),
    lines: fc.array(fc.record({ forbids: anyExpression(sizes), firmness: fc.constantFrom(0.9, 0.9, 0.4) }), {
      maxLength: 1,
    }),
    ...(role === "concerned"
      ? {
          threshold: fc.record({
            value: fc.integer({ min: -4, max: 6 }),
            when: fc.array(fc.record({ if: anyExpression(sizes), value: fc.integer({ min: -4, max: 6 }) }), {
              maxLength: 1,
            }),
          }),
        }
      : {}),
  });
}

export function anySmallCase(placed: readonly Placement[]): fc.Arbitrary<SmallCase> {
  return fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 }).chain((sizes) => {
    const baskets = Math.min(3, sizes.length);
    return fc
      .record({
        statusQuo: fc.tuple(...sizes.map((size) => fc.nat(size - 1))),
        owner: fc.array(fc.nat(baskets - 1), { minLength: sizes.length, maxLength: sizes.length }),
        principals: fc.array(anyParty(sizes, "principal"), { minLength: 1, maxLength: 3 }),
        others: fc.array(anyParty(sizes, "concerned"), { maxLength: 2 }),
        placements: fc.array(fc.constantFrom(...placed), { minLength: baskets, maxLength: baskets }),
        mustSettle: fc.subarray(
          Array.from({ length: baskets }, (_, b) => b),
          { maxLength: 1 },
        ),
        chance: fc.constantFrom(0, 0.25, 0.5, 1),
      })
      .map(
        ({ statusQuo, owner, principals, others, placements, mustSettle, chance }): SmallCase => ({
          sizes,
          statusQuo,
          baskets: Array.from({ length: baskets }, (_, b) =>
            sizes.flatMap((_, i) => ((i < baskets ? i : owner[i]) === b ? [i] : [])),
          ),
          parties: [...principals, ...others],
          framings: [{ placements, mustSettle, chance }],
        }),
      );
  });
}
