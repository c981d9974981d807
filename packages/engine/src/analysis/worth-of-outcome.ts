/** An interaction with its changes in value, cells as in the case. */
export interface ReadInteraction {
  readonly issues: readonly number[];
  readonly cells: readonly {
    readonly from: readonly number[];
    readonly to: readonly number[];
    readonly change: number;
  }[];
}

/** One party's values in one reading. */
export interface Worth {
  /** By issue, then option: weight × value; null where it does not value the issue. */
  readonly additive: readonly (Float64Array | null)[];
  readonly interactions: readonly ReadInteraction[];
}

/** Value of a complete outcome, `outcome[issue]` an option index. Cells of an interaction that overlap add up. */
export function worthOfOutcome(worth: Worth, outcome: ArrayLike<number>): number {
  let value = 0;
  worth.additive.forEach((byOption, i) => {
    if (byOption !== null) value += byOption[outcome[i]];
  });
  for (const interaction of worth.interactions) value += changeAt(interaction, outcome);
  return value;
}

/** Change in value that an interaction makes at an outcome. */
export function changeAt(interaction: ReadInteraction, outcome: ArrayLike<number>): number {
  let change = 0;
  for (const cell of interaction.cells) {
    const inside = interaction.issues.every(
      (i, at) => outcome[i] >= cell.from[at] && outcome[i] <= cell.to[at],
    );
    if (inside) change += cell.change;
  }
  return change;
}
