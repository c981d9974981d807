/**
 * A place in the case as a user writes it: `iran.stances.missiles.later`.
 *
 * What belongs to a party begins with the party; everything else with its section: `outlook.values.iran.war`,
 * `framings.nuclear_first.unravels`. List places count from 0.
 */
export function formatEntryPath(path: readonly (string | number)[]): string {
  return (path[0] === "parties" ? path.slice(1) : path).join(".");
}
