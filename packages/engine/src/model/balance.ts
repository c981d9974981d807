import type { Case } from "./case.ts";
import { centralStance } from "./central-stance.ts";
import { centralValue } from "./central-value.ts";

/** What a case puts on one party. A case that asks everything of one side is usually a badly coded case. */
export interface PartyBalance {
  readonly party: string;
  readonly label: string;
  readonly role: Case["parties"][number]["role"];
  readonly lines: number;
  /** Claims of its own words. */
  readonly claims: number;
  /** Mean of the central firmness of its lines, 0–1; null without lines. */
  readonly meanFirmness: number | null;
  /** Obligations that it would bear, over all options of all issues. */
  readonly dutiesAsked: number;
  /** Framings that it would have to move for: it does not accept every placement in the central reading. */
  readonly movesAsked: number;
}

/** By party, in case order. */
export function balanceOf(input: Case): readonly PartyBalance[] {
  return input.parties.map((party, index) => {
    const firmness = party.lines.map((line) => centralValue(input.entries[line.firmness].given));
    const obligations = input.issues.flatMap(({ options }) =>
      options.flatMap((option) => option.obligations),
    );
    const framings = input.framings.filter(({ described }) =>
      described[index].some((placement, basket) => centralStance(input, index, basket, placement) <= 0.5),
    );
    return {
      party: party.id,
      label: party.label,
      role: party.role,
      lines: party.lines.length,
      claims: Object.values(input.document.claims).filter((claim) => claim.party === party.id).length,
      meanFirmness:
        firmness.length === 0 ? null : firmness.reduce((sum, value) => sum + value, 0) / firmness.length,
      dutiesAsked: obligations.filter(({ by }) => by === index).length,
      movesAsked: framings.length,
    };
  });
}
