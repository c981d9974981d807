import type { Case } from "../../model/case.ts";
import { smallCase } from "../small-case.oracle.ts";
import type { Ending } from "./readings-result.ts";
import { number, UncertainCase, uniform } from "./uncertain-case.oracle.ts";

/**
 * For tests only. One issue, today or terms. The terms give A 60, B 50 and C 20. A's no-deal value is uniform on 40 to 80, B's is 10. A sits
 * down with chance 0.8, B with 0.5. C would stand by 30 and undoes what is less with chance 0.25. Talks take 5 months, and
 * events arrive once in 10.
 */
export function twoOptions(): Case {
  const subject = new UncertainCase(
    smallCase({
      sizes: [2],
      baskets: [[0]],
      parties: [
        { values: [[0, 60]], noDeal: 0, stances: [{ together: 0.8 }] },
        { values: [[0, 50]], noDeal: 10, stances: [{ together: 0.5 }] },
        { role: "concerned", values: [[0, 20]], noDeal: 0, threshold: { value: 30 } },
      ],
      framings: [{ placements: ["together"] }],
    }),
  ).set("party0.noDeal", uniform(40, 80));
  const influence = subject.add("party2.threshold.influence", number(0.25));
  const months = subject.add("time.months.basket0", number(5));
  const perMonth = subject.add("time.hazard.event.perMonth", number(0.1));
  return subject.change((small) => ({
    hazards: [{ id: "event", label: "Event", perMonth }],
    framings: small.framings.map((framing) => ({ ...framing, months: [months] })),
    parties: small.parties.map((party, p) =>
      p === 2 ? { ...party, threshold: { ...party.threshold!, influence } } : party,
    ),
  })).case;
}

/** Chance that no event arrives in the time the talks take. */
export const stays: number = Math.exp(-0.5);

/** How it ends, by hand. */
export const twoOptionShares: Readonly<Record<Ending, number>> = {
  agendaRefused: 0.6,
  noZone: 0.4 * 0.5,
  bargainingFailure: 0,
  insufficient: 0.4 * 0.5 * 0.25,
  overtakenByEvents: 0.4 * 0.5 * 0.75 * (1 - stays),
  durable: 0.4 * 0.5 * 0.75 * stays,
};
