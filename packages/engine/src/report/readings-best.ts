import type { Readings } from "../analysis/readings/readings-result.ts";
import type { Case } from "../model/case.ts";
import { labelOf } from "./in-words.ts";
import type { Labelled } from "./labelled.ts";
import { tenths } from "./readings-tenths.ts";

/**
 * In how many of ten readings each framing is best for whom, framings in case order. Parties of which the same is to be
 * said stand together, then all who must agree.
 */
export function readingsBest(kase: Case, { best, framings }: Readings): Labelled[] {
  const inTenths = (shares: Readonly<Record<string, number>>): string => {
    const ids = [...framings.map(({ id }) => id), "none"];
    const counts = tenths(ids.map((id) => shares[id]));
    const said = ids.flatMap((id, i) => {
      if (counts[i] === 0) return [];
      return [`${id === "none" ? "none of them" : `“${labelOf(framings, id)}”`} in ${counts[i]}`];
    });
    return `${said.join("; ")}.`;
  };
  const valued = kase.parties.filter(({ id }) => best[id] !== undefined);
  if (valued.length === 0) return [];
  const byText = Map.groupBy(valued, ({ id }) => inTenths(best[id]));
  return [
    ...[...byText].map(([text, parties]) => ({ label: parties.map(({ label }) => label).join(", "), text })),
    {
      label: kase.principals.length === 2 ? "For both who must agree" : "For all who must agree",
      text: inTenths(best.jointly),
    },
  ];
}
