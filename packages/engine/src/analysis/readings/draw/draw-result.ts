import type { Case } from "../../../model/case.ts";

/** Places of endings in `endings`. */
export const ended = {
  agendaRefused: 0,
  noZone: 1,
  bargainingFailure: 2,
  insufficient: 3,
  overtakenByEvents: 4,
  durable: 5,
} as const;

/** How one draw ends under every framing. Made once, overwritten by every draw. Flags are 0 or 1. */
export interface DrawResult {
  /** By framing: place of the ending in `endings`. */
  readonly ending: Uint8Array;
  readonly satDown: Uint8Array;
  /** By framing: whether terms would be agreed had they sat down, and whether later talks deliver then. */
  readonly agreed: Uint8Array;
  readonly delivered: Uint8Array;
  /** `[framing * parties + party]`: value of what came; NaN where it has no values. */
  readonly values: Float64Array;
  /** `[framing * parties + party]`, where terms would be agreed: to whom not enough, and who undoes them. */
  readonly missed: Uint8Array;
  readonly undone: Uint8Array;
  /** `[framing * parties + party]`: principals that refuse the agenda. */
  readonly refused: Uint8Array;
  /** By framing: place of the class of event that overtakes it, number of classes for the horizon, -1 where it is not overtaken. */
  readonly overtakenBy: Int8Array;
  /** By framing: months of the main track; NaN where not entered. */
  readonly months: Float64Array;
  /** By framing: chance that talks go on, and of escalation; 0 where it does not fail. */
  readonly goesOn: Float64Array;
  readonly escalation: Float64Array;
}

export function drawResult({ framings, parties }: Case): DrawResult {
  const F = framings.length;
  const both = F * parties.length;
  return {
    ending: new Uint8Array(F),
    satDown: new Uint8Array(F),
    agreed: new Uint8Array(F),
    delivered: new Uint8Array(F),
    values: new Float64Array(both),
    missed: new Uint8Array(both),
    undone: new Uint8Array(both),
    refused: new Uint8Array(both),
    overtakenBy: new Int8Array(F),
    months: new Float64Array(F),
    goesOn: new Float64Array(F),
    escalation: new Float64Array(F),
  };
}
