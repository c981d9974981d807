import { type PrimBox, type PrimData, primBox } from "./prim-box.ts";
import { primPaste } from "./prim-paste.ts";
import { primPeel } from "./prim-peel.ts";
import { quasiP } from "./quasi-p.ts";

export interface PrimOptions {
  /** Density that the box should reach; 0.8 unless given. */
  readonly density?: number;
  /** Share of the draws inside that a peeling step takes off; 0.05 unless given. */
  readonly peel?: number;
  /** Share of the draws inside that a pasting step adds; 0.01 unless given. */
  readonly paste?: number;
  /** Smallest share of all draws that a box may hold; 0.05 unless given. */
  readonly least?: number;
  /** Restrictions with a larger quasi-p are dropped; 0.05 unless given. */
  readonly quasiP?: number;
}

export type PrimFinding =
  | {
      readonly kind: "box";
      readonly box: PrimBox;
      /** By limit of the box. */
      readonly quasiP: readonly number[];
      /** Whether the density asked for was reached. */
      readonly reached: boolean;
      /** Coverage against density, to choose another box by. */
      readonly trajectory: readonly PrimBox[];
    }
  /** No draw, or every draw, is of interest; or no restriction says anything. */
  | { readonly kind: "none"; readonly because: "no-interest" | "all-interest" | "no-restriction" };

/**
 * Where in the space of the inputs the draws of interest lie: one box of few restrictions, by PRIM.
 *
 * Peels; takes the box of the largest coverage that has the density asked for, or else the densest; pastes; drops
 * restrictions that say nothing, largest quasi-p first. Friedman & Fisher (1999); as scenario discovery: Bryant & Lempert
 * (2010), who leave the choice of box and of restrictions to a person: the trajectory is there for that.
 */
export function prim(data: PrimData, options: PrimOptions = {}): PrimFinding {
  const wanted = options.density ?? 0.8;
  const trajectory = primPeel(data, options.peel, options.least);
  const [everything] = trajectory;
  if (everything.hits === 0) return { kind: "none", because: "no-interest" };
  if (everything.hits === everything.inside) return { kind: "none", because: "all-interest" };
  // Density and coverage go against each other along the trajectory, with small exceptions.
  const dense = trajectory.filter((box) => box.density >= wanted);
  const chosen =
    dense.length > 0
      ? dense.reduce((best, box) => (box.coverage > best.coverage ? box : best))
      : trajectory.reduce((best, box) => (box.density > best.density ? box : best));
  let box = primPaste(data, chosen, options.paste);
  for (;;) {
    const chances = quasiP(data, box);
    const worst = chances.reduce((at, chance, k) => (chance > (chances[at] ?? -1) ? k : at), -1);
    if (worst < 0) return { kind: "none", because: "no-restriction" };
    if (chances[worst] <= (options.quasiP ?? 0.05)) {
      return { kind: "box", box, quasiP: chances, reached: box.density >= wanted, trajectory };
    }
    box = primBox(
      data,
      box.limits.filter((_, k) => k !== worst),
    );
  }
}
